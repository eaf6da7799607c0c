import { describe, expect, it } from '@jest/globals';
import { newcombe, wilson } from '../../statistics/proportion.js';
import {
  easeHeadline,
  easeRange,
  easeSentence,
  neighboursSentence,
  responsesSentence,
  sayChange,
  splitSentence,
  unusualSentence,
} from './result-words.js';
import type { EaseChange, ThemedWeekResult } from './themed-week.js';

const easeOf = (hits: number): EaseChange => {
  const [week, others] = [
    { hits, n: 4104 },
    { hits: 97920, n: 122400 },
  ];
  const change = newcombe(week, others);
  const unusual = { asFar: 20, placebos: 51, p: 21 / 52 };
  return { week: wilson(week), others: wilson(others), change, relative: change.value / 0.8, unusual };
};

const week2026: ThemedWeekResult = {
  responses: 4104,
  others: { weeks: 51, mean: 2400, change: 0.71 },
  before: 4,
  after: 4,
  neighbours: { weeks: 8, mean: 2518, change: 4104 / 2518 - 1 },
  unusual: { asFar: 0, placebos: 51, p: 1 / 52 },
  ease: easeOf(3304),
};

describe('the words of a themed week', () => {
  it('says how many answered, against both baselines', () => {
    expect(sayChange(week2026.others.change)).toBe('+71%');
    expect(responsesSentence(week2026)).toBe(
      '4,104 customers answered in the week. An average other week brings 2,400.',
    );
    expect(neighboursSentence(week2026)).toBe(
      '+63% against the 4 weeks before and the 4 weeks after it (2,518 on average).',
    );
  });

  it.each([
    [3, 0, 'the 3 weeks before it'],
    [0, 1, 'the 1 week after it'],
    [4, 2, 'the 4 weeks before and the 2 weeks after it'],
  ])('names %i weeks before and %i after', (before, after, words) => {
    expect(neighboursSentence({ ...week2026, before, after })).toContain(words);
  });

  it('says so when nothing lies beside it', () => {
    expect(neighboursSentence({ ...week2026, neighbours: null })).toContain('no weeks just before or after');
  });

  it('prints ease in points and relative, each labelled, and calls a change inside the noise by its name', () => {
    const ease = easeOf(3304);
    expect(easeSentence(ease)).toBe('Ease 80.5 in the week, 80.0 in other weeks: +0.5 points (+0.6% relative).');
    expect(easeHeadline(ease)).toBe('No clear change at this size.');
    expect(easeRange(ease)).toMatch(/^95% range −0\.\d to \+1\.\d points, on 4,104 answers in the week and 122,400/);
  });

  it('sets apart what changed inside branches', () => {
    expect(splitSentence({ total: 0.005, within: 0.004, mix: 0.001 })).toBe(
      'Within the same branches +0.4 points; the other +0.1 comes from which branches answered.',
    );
  });

  it('prints two parts that add up to the printed whole', () => {
    expect(splitSentence({ total: 0.0038, within: 0.0084, mix: -0.0046 })).toContain(
      '+0.8 points; the other −0.4 comes',
    );
  });

  it('says higher or lower only when the interval leaves zero out', () => {
    expect(easeHeadline(easeOf(3500))).toBe('Ease was higher in the week than in other weeks.');
    expect(easeHeadline(easeOf(3000))).toBe('Ease was lower in the week than in other weeks.');
  });

  it.each([
    [
      { asFar: 0, placebos: 51, p: 1 / 52 },
      'None of 51 ordinary weeks moved as far from the average in responses (p = 0.02).',
    ],
    [
      { asFar: 3, placebos: 51, p: 4 / 52 },
      '3 of 51 ordinary weeks moved as far from the average in responses (p = 0.08).',
    ],
    [{ asFar: 0, placebos: 200, p: 1 / 201 }, '(p = under 0.01)'],
    [{ asFar: 0, placebos: 3, p: 1 / 4 }, 'too few other weeks'],
  ])('%j', (unusual, words) => {
    expect(unusualSentence(unusual, 'responses')).toContain(words);
  });
});
