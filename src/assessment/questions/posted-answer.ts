import { RuleBroken } from '../../platform/errors.js';
import { msg, t } from '../../platform/language/t.js';
import { KINDS } from './kinds.js';
import type { Answer, Question } from './question.js';

/** The form field that every kind of question posts. */
export const ANSWER_FIELD = 'answer';

const NOT_OFFERED = msg('That isn’t one of the answers to this question. Choose from the list below.');

/**
 * Reads an answer from a form.
 * @param posted one value or several; each is the place of an option on the page, counted from '1'.
 * @param order the option keys as the page showed them; the question's own order when absent.
 * @throws RuleBroken with a sentence for the answer field: nothing chosen, too much chosen, or not on offer.
 */
export function readAnswer(
  question: Question,
  posted: unknown,
  order: readonly string[] = optionKeys(question),
): Answer {
  const kind = KINDS[question.kind];
  const values = [...new Set(valuesOf(posted))];
  if (values.length === 0) throw new RuleBroken(t(kind.nothingChosen), ANSWER_FIELD);
  if (values.length > 1 && !kind.takesSeveral) throw new RuleBroken(t('Choose one answer only.'), ANSWER_FIELD);
  const chosen = values.map((value) => keyAt(order, value));
  return { chosen: optionKeys(question).filter((key) => chosen.includes(key)) };
}

/** The same, to show a form again as it was filled in; null for what cannot be read. */
export function tryAnswer(question: Question, posted: unknown, order: readonly string[]): Answer | null {
  try {
    return readAnswer(question, posted, order);
  } catch (error) {
    if (error instanceof RuleBroken) return null;
    throw error;
  }
}

/** Whether two answers choose the same. Both list their keys in the question's order. */
export function sameAnswer(a: Answer, b: Answer): boolean {
  return a.chosen.join('\n') === b.chosen.join('\n');
}

export function optionKeys(question: Question): string[] {
  return question.options.map((option) => option.key);
}

function valuesOf(posted: unknown): unknown[] {
  const values: unknown[] = Array.isArray(posted) ? posted : [posted];
  return values.filter((value) => value !== undefined && value !== null && value !== '');
}

function keyAt(order: readonly string[], value: unknown): string {
  const key = typeof value === 'string' && /^[1-9]\d?$/.test(value) ? order[Number(value) - 1] : undefined;
  if (key === undefined) throw new RuleBroken(t(NOT_OFFERED), ANSWER_FIELD);
  return key;
}
