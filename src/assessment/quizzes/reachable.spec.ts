import { describe, expect, it } from '@jest/globals';
import { aMultipleChoice, aQuestion, aSingleChoice, aTrueFalse } from '../../../test/factories/questions.js';
import type { Question } from '../questions/question.js';
import { sayFraction } from '../questions/fraction.js';
import type { QuizContent } from './quiz-content.js';
import { reachable } from './reachable.js';

const quiz = (...questions: [Question, number][]): QuizContent => ({
  title: 'Quiz',
  passPercent: 75,
  attemptsAllowed: null,
  shuffleQuestions: false,
  shuffleOptions: false,
  behaviour: 'immediateFeedback',
  gradingMethod: 'highest',
  questions: questions.map(([question, marks], index) => ({ key: `q-${index}`, drivers: [], marks, question })),
});

describe('what can be reached in a quiz', () => {
  it.each<[string, [Question, number][], string]>([
    [
      'everything, where each question has a whole right answer',
      [
        [aSingleChoice(), 1],
        [aMultipleChoice(), 2],
        [aTrueFalse(), 3],
      ],
      '1',
    ],
    ['half, where the best answer earns half', [[aQuestion('singleChoice', { a: '1/2', b: '0' }), 1]], '1/2'],
    [
      'marks weigh',
      [
        [aSingleChoice(), 3],
        [aQuestion('singleChoice', { a: '0', b: '0' }), 1],
      ],
      '3/4',
    ],
    [
      'the right ones together, never more than all',
      [[aQuestion('multipleChoice', { a: '1', b: '1', c: '-1' }), 1]],
      '1',
    ],
    ['nothing without questions', [], '0'],
  ])('%s', (_, questions, share) => expect(sayFraction(reachable(quiz(...questions)))).toBe(share));
});
