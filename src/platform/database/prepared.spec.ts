import { describe, expect, it } from '@jest/globals';
import { prepared } from './prepared.js';

describe('a prepared statement', () => {
  it('has one name for one text, whatever its values', () => {
    expect(prepared('select $1::int', [1]).name).toBe(prepared('select $1::int', [2]).name);
    expect(prepared('select $1::int', [1]).name).not.toBe(prepared('select $1::text', [1]).name);
  });

  it('stays within what PostgreSQL takes as a name', () => {
    expect(prepared('select 1', [])).toMatchObject({ text: 'select 1', values: [] });
    expect(prepared('select 1', []).name!.length).toBeLessThan(64);
  });

  it('keeps to a number of names: what is put together at run time does not fill a connection', () => {
    for (let n = 0; n < 1_000; n += 1) prepared(`select ${n} as made_up`, []);
    expect(prepared('select one more', [])).toEqual({ text: 'select one more', values: [] });
  });
});
