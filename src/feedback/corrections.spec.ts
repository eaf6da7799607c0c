import { describe, expect, it } from '@jest/globals';
import { type Marks, sayCorrections } from './corrections.js';

const NONE: Marks = {
  ...{ ease: 5, emotion: 2, friendly: 4, professional: null, knowledge: null },
  ...{ understanding: null, efficiency: null, expectations: null },
};
const on = (day: string, marks: Partial<Marks> | null) => ({
  at: `${day}T10:00:00Z`,
  marks: marks && { ...NONE, ...marks },
});

describe('the corrections of an answer', () => {
  it.each([
    { said: 'none', replaced: [], is: [] },
    {
      said: 'one mark',
      replaced: [on('2027-02-10', { ease: 2 })],
      is: ['Corrected on 10 February 2027: Ease was 2 of 5.'],
    },
    {
      said: 'several, and a mark that was not there',
      replaced: [on('2027-02-10', { ease: 2, friendly: null, emotion: -2 })],
      is: ['Corrected on 10 February 2027: Ease was 2 of 5, Friendly had no answer and Felt was Irritated.'],
    },
    {
      said: 'each against what replaced it',
      replaced: [on('2027-02-10', { ease: 1 }), on('2027-02-11', { ease: 3 })],
      is: ['Corrected on 10 February 2027: Ease was 1 of 5.', 'Corrected on 11 February 2027: Ease was 3 of 5.'],
    },
    {
      said: 'something that is no mark, such as the unit or the words',
      replaced: [on('2027-02-10', {})],
      is: ['Corrected on 10 February 2027.'],
    },
    {
      said: 'one whose values have been deleted',
      replaced: [on('2026-02-10', null)],
      is: ['Corrected on 10 February 2026.'],
    },
  ])('$said', ({ replaced, is }) => {
    expect(sayCorrections(replaced, NONE)).toEqual(is);
  });
});
