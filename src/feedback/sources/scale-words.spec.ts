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
    [
      'codes around nought',
      ['-2', '-1', '0', '1', '2', '-99'],
      { '-2': 1, '-1': 2, '0': 3, '1': 4, '2': 5, '-99': 'none' },
      'any',
    ],
    ['ten points', ['0', '10', '7', 'N/A'], { '0': 1, '10': 5, '7': 4, 'n/a': 'none' }, 'any'],
    ['seven points', ['1', '7', '4'], { '1': 1, '7': 5, '4': 3 }, 'any'],
    ['percentages', ['100%', '55 %', '0%'], { '100%': 5, '55 %': 3, '0%': 1 }, 'any'],
    ['stars drawn', ['★★★★★', '★★☆☆☆'], { '★★★★★': 5, '★★☆☆☆': 2 }, 'any'],
    ['stars counted', ['5 stars', '1 star', '3 out of 5'], { '5 stars': 5, '1 star': 1, '3 out of 5': 3 }, 'any'],
    ['faces', ['😀', '😐', '😡', '☹️'], { '😀': 5, '😐': 3, '😡': 1, '☹️': 2 }, 'emotion'],
    [
      'Welsh words',
      ['Hawdd iawn', 'Anodd', 'Ddim yn gwybod'],
      { 'hawdd iawn': 5, anodd: 2, 'ddim yn gwybod': 'none' },
      'ease',
    ],
    [
      'numbers against ours',
      ['1 - Very easy', '2', '5 - Very difficult'],
      { '1 - very easy': 5, '2': 4, '5 - very difficult': 1 },
      'ease',
    ],
    ['full-width numbers and decimals', ['５', '4,0', '3.00'], { '5': 5, '4,0': 4, '3.00': 3 }, 'any'],
    ['sixteen digits', ['1234567890123456', '5'], { '1234567890123456': null, '5': 5 }, 'any'],
  ])('%s', (_, texts, meanings, about) => {
    expect(meaningsOf(...texts)).toEqual(meanings);
    expect(readScale(texts).about).toBe(about);
  });

  it('is nothing where a word is not known, and no scale where no answer is', () => {
    expect(meaningsOf('Very easy', 'Purple')).toEqual({ 'very easy': 5, purple: null });
    expect(readScale(['N/A', '-99']).known).toBe(0);
    expect(readScale(['2027', '10', '7']).known).toBe(0);
  });

  it('runs the other way where the question says that 1 is the best', () => {
    const label = 'Q4: How easy was it? (1 = very easy, 5 = very difficult)';
    expect(Object.fromEntries(readScale(['1', '4', '-9'], label).meanings)).toEqual({ '1': 5, '4': 2, '-9': 'none' });
    expect(wholeScale(['1'], label).get('5')).toBe(1);
    expect(readScale(['1'], 'Ease (1 = very difficult, 5 = very easy)').reversed).toBe(false);
  });

  it('takes a whole scale from a part of it, so that a later file may hold the rest', () => {
    expect([...wholeScale(['2', '4']).keys()].sort()).toEqual(['1', '2', '3', '4', '5']);
    expect(wholeScale(['Likely']).get('extremely unlikely')).toBe(1);
    expect([...wholeScale(['Purple'])]).toEqual([['purple', null]]);
  });
});
