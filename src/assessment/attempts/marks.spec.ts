import { describe, expect, it } from '@jest/globals';
import { aMultipleChoice, aQuestion, aSingleChoice, aTrueFalse } from '../../../test/factories/questions.js';
import { aQuizVersion, aSheet } from '../../../test/factories/quiz-samples.js';
import type { GradingMethod } from '../quizzes/grading.js';
import { markSheet, passesAfter } from './marks.js';

describe('the marks of an attempt', () => {
  const quiz = aQuizVersion([aSingleChoice(), aMultipleChoice(), aTrueFalse()]);

  it('add up what each answer earns', () => {
    expect(markSheet(aSheet(quiz, { 1: ['b'], 2: ['a'], 3: ['false'] }))).toEqual({
      mark: '2.5000000',
      maxMark: '3.0000000',
      fractions: [
        { position: 1, fraction: '1.0000000' },
        { position: 2, fraction: '0.5000000' },
        { position: 3, fraction: '1.0000000' },
      ],
    });
  });

  it('are rounded once, at the end: three thirds are one', () => {
    const third = aQuestion('singleChoice', { a: '1/3', b: '1' });
    const thirds = aQuizVersion([third, third, third]);
    expect(markSheet(aSheet(thirds, { 1: ['a'], 2: ['a'], 3: ['a'] })).mark).toBe('1.0000000');
  });

  it('weigh a slot by its marks', () => {
    const weighed = aQuizVersion([]);
    weighed.slots = [{ position: 1, maxMark: '3.0000000', question: aSingleChoice() }];
    expect(markSheet(aSheet(weighed, { 1: ['c'] }))).toMatchObject({ mark: '1.5000000', maxMark: '3.0000000' });
  });

  it('are nothing for a question left out, which stores no fraction either', () => {
    expect(markSheet(aSheet(quiz, { 1: ['b'] }))).toMatchObject({
      mark: '1.0000000',
      fractions: [{ position: 1, fraction: '1.0000000' }],
    });
  });
});

describe('passing', () => {
  const marks = (...percents: number[]) => percents.map((percent) => ({ mark: String(percent), maxMark: '100' }));

  it.each<[GradingMethod, number[], boolean]>([
    ['highest', [90, 20], true],
    ['average', [90, 20], false],
    ['average', [70, 90], true],
    ['first', [90, 20], true],
    ['first', [20, 100], false],
    ['last', [90, 20], false],
    ['last', [20, 90], true],
    ['highest', [], false],
  ])('by %s after %p percent: %p', (gradingMethod, percents, passed) => {
    const quiz = aQuizVersion([aSingleChoice()], { gradingMethod, passPercent: 80 });
    expect(passesAfter(quiz, marks(...percents))).toBe(passed);
  });
});
