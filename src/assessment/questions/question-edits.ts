import type { Option, Question, QuestionKind } from './question.js';

/** What the buttons of the question form do besides saving. Pure; a question that has no room for it stays as it is. */

export const FEWEST_OPTIONS = 2;
export const MOST_OPTIONS = 10;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

export function addOption(question: Question): Question {
  if (question.kind === 'trueFalse' || question.options.length >= MOST_OPTIONS) return question;
  return { ...question, options: [...question.options, emptyOption(freeLetter(question.options))] };
}

export function removeOption(question: Question, key: string): Question {
  if (question.kind === 'trueFalse' || question.options.length <= FEWEST_OPTIONS) return question;
  return { ...question, options: question.options.filter((option) => option.key !== key) };
}

/** The words of true and false in the language of a course. */
export type TrueFalseWords = readonly [yes: string, no: string];

export const TRUE_FALSE_WORDS: Record<'en' | 'cy', TrueFalseWords> = {
  en: ['True', 'False'],
  cy: ['Cywir', 'Anghywir'],
};

/**
 * The same question asked in another way. True and false are options of their own; the texts written so far stay as
 * feedback and question do.
 */
export function asKind(question: Question, kind: QuestionKind, words: TrueFalseWords): Question {
  if (kind === question.kind) return question;
  if (kind === 'trueFalse') return { ...question, kind, options: trueFalseOptions(words) };
  const options = question.kind === 'trueFalse' ? ['a', 'b', 'c'].map(emptyOption) : question.options;
  const partly = kind === 'multipleChoice' ? question.feedback.partly : null;
  return { ...question, kind, options: firstRight(options, kind), feedback: { ...question.feedback, partly } };
}

function trueFalseOptions([yes, no]: TrueFalseWords): Option[] {
  return [
    { ...emptyOption('true'), text: yes, fraction: '1' },
    { ...emptyOption('false'), text: no },
  ];
}

/** Of one right answer, the first that was right before. */
function firstRight(options: readonly Option[], kind: QuestionKind): Option[] {
  const right = options.filter((option) => Number.parseFloat(option.fraction) > 0).map((option) => option.key);
  const best = right[0] ?? options[0]?.key;
  if (kind === 'multipleChoice') return options.map((option) => ({ ...option }));
  return options.map((option) => ({ ...option, fraction: option.key === best ? '1' : '0' }));
}

function emptyOption(key: string): Option {
  return { key, text: '', fraction: '0', feedback: '' };
}

function freeLetter(options: readonly Option[]): string {
  const taken = new Set(options.map((option) => option.key));
  return [...LETTERS].find((letter) => !taken.has(letter)) ?? `option-${options.length + 1}`;
}
