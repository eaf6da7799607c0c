import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { firstFree, isSlug, slugOf } from './slug.js';

describe('a name made of a title', () => {
  it.each([
    ['Put it right, first time', 'put-it-right-first'],
    ['  Don’t say “no”  ', 'dont-say-no'],
    ['Ciwiau: sŵn a thŷ', 'ciwiau-swn-a-thy'],
    ['!!!', ''],
    ['日本', ''],
    ['long '.repeat(30), 'long-long-long-long'],
    ['x'.repeat(30), 'x'.repeat(20)],
  ])('%j is %j', (title, slug) => {
    expect(slugOf(title, 20)).toBe(slug);
  });

  it('can stand in an address, is never too long, and stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 80 }), (title, longest) => {
        const slug = slugOf(title, longest);
        expect(slug === '' || isSlug(slug)).toBe(true);
        expect(slug.length).toBeLessThanOrEqual(longest);
        expect(slugOf(slug, longest)).toBe(slug);
      }),
    );
  });
});

it.each([
  ['put-it-right', true],
  ['a', true],
  ['a'.repeat(80), true],
  ['a'.repeat(81), false],
  ['', false],
  ['-a', false],
  ['a--b', false],
  ['A', false],
  ["a' or 1=1", false],
])('%j in an address: %s', (text, can) => expect(isSlug(text)).toBe(can));

describe('a name that nobody has yet', () => {
  it('is the wanted one, or the first number that is free', () => {
    expect(firstFree('a', [])).toBe('a');
    expect(firstFree('a', new Set(['a', 'a-2', 'a-4']))).toBe('a-3');
    expect(firstFree('a', ['a-2'])).toBe('a');
  });
});
