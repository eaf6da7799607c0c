import { describe, expect, it } from '@jest/globals';
import { inLanguage } from '../../../platform/language/language.js';
import { inWords, sayWords } from './words.js';

const welsh = (kept: string) => inLanguage('cy', () => sayWords(kept));

describe('what was done to a draft', () => {
  it.each([
    ['Added a lesson', 'Added a lesson', 'Ychwanegwyd gwers'],
    [inWords('Moved lesson {n} up', { n: '2' }), 'Moved lesson 2 up', 'Symudwyd gwers 2 i fyny'],
    [
      inWords('Added to lesson {n}: {name}', { n: '3', name: 'Picture' }),
      'Added to lesson 3: Picture',
      'Ychwanegwyd at wers 3: Llun',
    ],
    [
      inWords('Undid: {words}', { words: inWords('Deleted lesson {n}', { n: '1' }) }),
      'Undid: Deleted lesson 1',
      'Dadwnaed: Dilëwyd gwers 1',
    ],
  ])('is kept as %s and read in either language', (kept, english, cymraeg) => {
    expect(sayWords(kept)).toBe(english);
    expect(welsh(kept)).toBe(cymraeg);
  });

  it.each(['words of long ago', '[not what it seems', '{n} in curly brackets'])('may be any text: %s', (kept) => {
    expect(sayWords(kept)).toBe(kept);
  });
});
