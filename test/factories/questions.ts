import type { Option, Question, QuestionKind } from '../../src/assessment/questions/question.js';

/** Options by key and fraction: `options({ a: '1', b: '0' })`; texts and feedback follow from the keys. */
export function options(fractions: Record<string, string>): Option[] {
  return Object.entries(fractions).map(([key, fraction]) => ({
    key,
    text: `Answer ${key}`,
    fraction,
    feedback: `Why ${key}.`,
  }));
}

export function aQuestion(kind: QuestionKind, fractions: Record<string, string>): Question {
  return {
    kind,
    text: 'What do you say first?',
    options: options(fractions),
    feedback: { correct: 'Well judged.', partly: 'Some of it.', incorrect: 'Think of the queue.' },
  };
}

export const aSingleChoice = () => aQuestion('singleChoice', { a: '0', b: '1', c: '1/2', d: '-1/2' });
export const aMultipleChoice = () => aQuestion('multipleChoice', { a: '1/2', b: '1/2', c: '-1/2', d: '0' });
export const aTrueFalse = () => aQuestion('trueFalse', { true: '0', false: '1' });
