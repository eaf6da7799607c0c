import { type Fraction, toFraction } from './fraction.js';
import { KINDS } from './kinds.js';
import { type Outcome, outcomeOf } from './outcome.js';
import type { Answer, Question } from './question.js';

export interface Marked {
  /** Share of the question's mark; a single choice may be below zero, nothing is above one. */
  fraction: Fraction;
  outcome: Outcome;
}

/** Marks an answer by the rules of the question's kind. Keys that the question does not have earn nothing. */
export function markAnswer(question: Question, answer: Answer): Marked {
  const chosen = question.options.filter((option) => answer.chosen.includes(option.key));
  const fraction = KINDS[question.kind].mark(chosen.map((option) => toFraction(option.fraction)));
  return { fraction, outcome: outcomeOf(fraction) };
}
