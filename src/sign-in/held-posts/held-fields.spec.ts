import { describe, expect, it } from '@jest/globals';
import { fieldsToHold } from './held-fields.js';

describe('what is kept of a form', () => {
  it('is its fields as they were, repeated ones too', () => {
    expect(
      fieldsToHold('/assignments', { reason: 'Be kind', unit: ['1', '2'], _csrf: 'x', formToken: 'once' }),
    ).toEqual({
      reason: 'Be kind',
      unit: ['1', '2'],
      formToken: 'once',
    });
  });

  it.each(['password', 'newPassword', 'PASSWORD', 'pin', 'again', 'clientSecret', 'accessToken'])(
    'never %s',
    (name) => {
      expect(fieldsToHold('/account', { [name]: 'hush', name: 'Sam' })).toEqual({ name: 'Sam' });
    },
  );

  it.each([
    '/sign-in',
    '/sign-out',
    '/held/x',
    '/counter/drafts',
    '/account/sessions/1/end',
    '/account/password',
    '/account/pin',
  ])('nothing of %s', (path) => expect(fieldsToHold(path, { a: 'b' })).toBeNull());

  it.each([null, undefined, 'text', ['a']])('nothing of %p', (body) =>
    expect(fieldsToHold('/tell-us', body)).toBeNull(),
  );

  it('drops what is not text', () => expect(fieldsToHold('/x', { a: { b: 1 }, c: 'd' })).toEqual({ c: 'd' }));
});
