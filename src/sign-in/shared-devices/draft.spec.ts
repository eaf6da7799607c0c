import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTyped } from './draft.js';

const one = (fields: unknown, action: unknown = '/tell-us') => JSON.stringify([{ action, fields }]);

describe('what was typed and not sent', () => {
  it('is kept form by form, field by field', () => {
    expect(
      readTyped(
        one([
          ['words', 'It took too long'],
          ['driver', 'efficiency'],
        ]),
      ),
    ).toEqual([
      {
        action: '/tell-us',
        fields: [
          ['words', 'It took too long'],
          ['driver', 'efficiency'],
        ],
      },
    ]);
  });

  it.each(['password', 'pin', 'pinAgain', '_csrf', 'linkToken', 'newPassword', 'clientSecret', 'code'])(
    'never a %s',
    (name) =>
      expect(
        readTyped(
          one([
            [name, 'hush'],
            ['words', 'x'],
          ]),
        ),
      ).toEqual([{ action: '/tell-us', fields: [['words', 'x']] }]),
  );

  it.each([
    ['nothing', undefined],
    ['no JSON', '[{'],
    ['no list', '{"action":"/x"}'],
    ['no fields', one([])],
    ['another site’s form', one([['a', 'b']], 'https://evil.example/')],
    ['a field that is none', one([['a']])],
    ['a field of numbers', one([[1, 2]])],
    ['a null character', one([['a', 'b\u0000']])],
    ['more than anybody types', one([['a', 'x'.repeat(20_001)]])],
  ])('is nothing for %s', (_, text) => expect(readTyped(text)).toBeNull());

  it('is read or left, whatever comes', () => {
    fc.assert(fc.property(fc.oneof(fc.anything(), fc.json()), (text) => Array.isArray(readTyped(text) ?? [])));
  });
});
