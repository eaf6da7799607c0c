import { describe, expect, it } from '@jest/globals';
import { aMultipleChoice, aQuestion, aSingleChoice, aTrueFalse } from '../../../test/factories/questions.js';
import { aQuizVersion, aSheet } from '../../../test/factories/quiz-samples.js';
import type { QuizVersion } from '../quizzes/quiz-version.js';
import { presentResult } from './result.presenter.js';

const context = { title: 'A proper hello', leavePath: '/x', nextPath: '/y', nextLabel: 'Continue' };
const questions = [aSingleChoice(), aMultipleChoice(), aTrueFalse()];

interface Case {
  marks: string[];
  maxMark?: string;
  passed?: boolean;
  quiz?: Partial<QuizVersion>;
  answers?: Record<number, string[]>;
  number?: number;
}

function result({
  marks,
  maxMark = '3.0000000',
  passed = false,
  quiz = {},
  answers = {},
  number = marks.length,
}: Case) {
  const submittedAt = new Date('2027-02-10T10:00:00Z');
  const mark = marks[number - 1]!;
  const sheet = aSheet(aQuizVersion(questions, quiz), answers, { number, submittedAt, mark, maxMark, passed });
  const handedIn = marks.map((each, index) => ({ number: index + 1, mark: each, maxMark }));
  return presentResult(sheet, context, handedIn);
}

describe('a result', () => {
  it.each([
    ['2.0000000', '66%', '2 of 3 marks'],
    ['1.6666667', '55%', '1.67 of 3 marks'],
    ['2.5000000', '83%', '2.5 of 3 marks'],
    ['-1.0000000', '0%', '0 of 3 marks'],
    ['3.0000000', '100%', '3 of 3 marks'],
  ])('of %s says %s, %s', (mark, number, sentence) => {
    expect(result({ marks: [mark] }).result).toMatchObject({ number, sentence });
  });

  it('speaks of one mark in the singular', () => {
    expect(result({ marks: ['1.0000000'], maxMark: '1.0000000' }).result.sentence).toBe('1 of 1 mark');
  });

  it('says which score counts only where it is not this one', () => {
    expect(result({ marks: ['3.0000000', '1.0000000'], passed: true }).gradeLine).toBe('Your best score counts: 100%.');
    expect(result({ marks: ['1.0000000', '3.0000000'] }).gradeLine).toBeNull();
    expect(result({ marks: ['0.0000000', '3.0000000'], quiz: { gradingMethod: 'first' } }).gradeLine).toBe(
      'Your first score counts: 0%.',
    );
  });

  it('of an earlier attempt is told as it was then', () => {
    const marks = ['1.0000000', '3.0000000'];
    expect(result({ marks, number: 1 })).toMatchObject({ heading: 'Not yet', gradeLine: null });
  });

  it('points to what was not fully right, and to what was left out', () => {
    const { lookAgain } = result({ marks: ['1.0000000'], answers: { 1: ['b'], 2: ['a'] } });
    expect(lookAgain.map(({ text }) => text.slice(0, 10))).toEqual(['Question 2', 'Question 3']);
  });

  it.each<[string, Case, string | null]>([
    ['as often as they like', { marks: ['1.0000000'] }, 'Try again'],
    ['while attempts are left', { marks: ['1.0000000'], quiz: { attemptsAllowed: 3 } }, 'Try again (2 left)'],
    ['no more', { marks: ['1.0000000'], quiz: { attemptsAllowed: 1 } }, null],
    ['not after full marks', { marks: ['3.0000000'], passed: true }, null],
  ])('offers another try %s', (_, given, text) => {
    expect(result(given).retake?.text ?? null).toBe(text);
  });

  it('is kind about a negative average too', () => {
    const quiz = aQuizVersion([aQuestion('singleChoice', { a: '1', b: '-1' })], { gradingMethod: 'average' });
    const change = { submittedAt: new Date(), mark: '1.0000000', maxMark: '1.0000000', passed: false, number: 2 };
    const handedIn = ['-1.0000000', '1.0000000'].map((mark, i) => ({ number: i + 1, mark, maxMark: '1.0000000' }));
    expect(presentResult(aSheet(quiz, {}, change), context, handedIn).gradeLine).toBe(
      'The average of your scores counts: 0%.',
    );
  });
});
