import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wordsOf } from './folded.js';
import { putRight, slipsBetween } from './spelling.js';

const KNOWN = ['sam', 'kaur', 'kay', 'mahmood', 'samson', 'oneill', 'rees', 'li'];

describe('what was typed', () => {
  it.each<[string, string, string[] | null]>([
    ['is left alone when it is right', 'sam kaur', ['sam', 'kaur']],
    ['is put right when two letters are swapped', 'sam kuar', ['sam', 'kaur']],
    ['is put right when a letter is missing', 'mahmod', ['mahmood']],
    ['is put right when two letters of a long name are wrong', 'mehmoud', ['mahmood']],
    ['takes the name that begins alike of two as near', 'kaz', ['kay']],
    ['is nobody when a word is near to none', 'sam xyzzy', null],
    ['is not guessed from two letters', 'lu', null],
    ['is not guessed from a short name with two slips', 'kuza', null],
  ])('%s', (_, typed, found) => expect(putRight(wordsOf(typed), KNOWN)).toEqual(found));
});

describe('slips between two words', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

  it('count a swap of neighbours once', () => {
    expect(slipsBetween('kuar', 'kaur')).toBe(1);
    expect(slipsBetween('', 'kaur')).toBe(4);
  });

  it('are none only for the same word, the same both ways, and never more than the longer one has letters', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slipsBetween(a, b) === 0).toBe(a === b);
        expect(slipsBetween(a, b)).toBe(slipsBetween(b, a));
        expect(slipsBetween(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
