import { describe, expect, it } from '@jest/globals';
import { failureOf } from './failure.js';

const coded = (code: string) => Object.assign(new Error('some text'), { code });

describe('a failed statement', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', '57P01', '57P03', '53100', '53300', '08006', '3D000'])(
    'with %s: the database is gone',
    (code) => expect(failureOf(coded(code))).toBe('gone'),
  );

  it.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])(
    'that says “%s”: the database is gone',
    (message) => expect(failureOf(new Error(message))).toBe('gone'),
  );

  it.each(['22021', '22P05'])('with %s: the request was not text', (code) =>
    expect(failureOf(coded(code))).toBe('unreadable'),
  );

  it('is recognised inside what TypeORM makes of it', () =>
    expect(failureOf(Object.assign(new Error('wrapped'), { driverError: coded('57P01') }))).toBe('gone'));

  it.each([[coded('23505')], [coded('42P01')], [new TypeError('a bug')], ['text'], [null], [undefined], [{}]])(
    '%p is something else',
    (error) => expect(failureOf(error)).toBeNull(),
  );
});
