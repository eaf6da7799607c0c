import { compare, toFraction, ZERO } from '../../../assessment/questions/fraction.js';
import { KINDS } from '../../../assessment/questions/kinds.js';
import type { Question } from '../../../assessment/questions/question.js';
import { repeated } from '../../../platform/content-reader.js';
import { t } from '../../../platform/language/t.js';

/**
 * What is still missing in a question, in words that go after its name.
 * @param name 'Question 4', 'Lesson 2, the check'
 */
export function questionGaps(question: Question, name: string): string[] {
  return [...wordGaps(question, name), ...answerGaps(question, name), ...feedbackGaps(question, name)];
}

function wordGaps({ text, options }: Question, name: string): string[] {
  const empty = options.filter((option) => option.text === '').length;
  const [twice] = repeated(options.map((option) => option.text).filter((words) => words !== ''));
  return [
    ...(text === '' ? [t('{name} does not ask anything yet.', { name })] : []),
    ...(empty > 0
      ? [
          t('{n, plural, one {{name} has an answer without words.} other {{name} has # answers without words.}}', {
            name,
            n: empty,
          }),
        ]
      : []),
    ...(twice === undefined ? [] : [t('{name} has two answers that say “{words}”.', { name, words: twice })]),
  ];
}

function answerGaps({ kind, options }: Question, name: string): string[] {
  if (options.length < 2) return [t('{name} has fewer than two answers.', { name })];
  const weighed = options.map(({ key, fraction }) => ({ key, fraction: toFraction(fraction) }));
  if (!weighed.some((option) => compare(option.fraction, ZERO) > 0))
    return [t('{name} has no right answer.', { name })];
  if (KINDS[kind].optionProblems(weighed).length === 0) return [];
  return [t('{name} gives no answer, or no set of answers, the whole mark. Choose its right answer again.', { name })];
}

function feedbackGaps({ options, feedback }: Question, name: string): string[] {
  const silent = options.filter((option) => option.feedback === '').length;
  return [
    ...(silent > 0
      ? [
          t(
            '{n, plural, one {{name} has an answer that does not say why it is right or not.} other {{name} has # answers that do not say why they are right or not.}}',
            {
              name,
              n: silent,
            },
          ),
        ]
      : []),
    ...(feedback.correct === '' ? [t('{name} says nothing to a right answer.', { name })] : []),
    ...(feedback.incorrect === '' ? [t('{name} says nothing to a wrong answer.', { name })] : []),
  ];
}
