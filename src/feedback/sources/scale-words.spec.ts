import { describe, expect, it } from '@jest/globals';
import { readScale, wholeScale } from './scale-words.js';

const meaningsOf = (...texts: string[]) => Object.fromEntries(readScale(texts).meanings);

describe('what answers mean', () => {
  it.each<[string, string[], Record<string, number | string | null>, string]>([
    ['our own words', ['Delighted', 'irritated'], { delighted: 5, irritated: 1 }, 'emotion'],
    [
      'how likely',
      ['Extremely likely', 'Unlikely', 'Don’t know'],
      { 'extremely likely': 5, unlikely: 2, "don't know": 'none' },
      'emotion',
    ],
    ['how easy', ['Very easy', 'Difficult', 'N/A'], { 'very easy': 5, difficult: 2, 'n/a': 'none' }, 'ease'],
    [
      'numbers with words',
      ['5 - Very easy', '1 - Very difficult'],
      { '5 - very easy': 5, '1 - very difficult': 1 },
      'ease',
    ],
    ['numbers', ['1', '4.0', '-99'], { '1': 1, '4.0': 4, '-99': 'none' }, 'any'],
    ['recoded numbers', ['21', '22', '23', '24', '25'], { '21': 1, '22': 2, '23': 3, '24': 4, '25': 5 }, 'any'],
    [
      'agreement',
      ['Strongly agree', 'Neither agree nor disagree'],
      { 'strongly agree': 5, 'neither agree nor disagree': 3 },
      'any',
    ],
  ])('%s', (_, texts, meanings, about) => {
    expect(meaningsOf(...texts)).toEqual(meanings);
    expect(readScale(texts).about).toBe(about);
  });

  it('is nothing where a word is not known, and no scale where no answer is', () => {
    expect(meaningsOf('Very easy', 'Purple')).toEqual({ 'very easy': 5, purple: null });
    expect(readScale(['N/A', '-99']).known).toBe(0);
    expect(readScale(['0', '10', '7']).known).toBe(0);
  });

  it('takes a whole scale from a part of it, so that a later file may hold the rest', () => {
    expect([...wholeScale(['2', '4']).keys()].sort()).toEqual(['1', '2', '3', '4', '5']);
    expect(wholeScale(['Likely']).get('extremely unlikely')).toBe(1);
    expect([...wholeScale(['Purple'])]).toEqual([['purple', null]]);
  });
});
