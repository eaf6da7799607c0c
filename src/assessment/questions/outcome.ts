import { msg } from '../../platform/language/t.js';
import { compare, type Fraction, ONE, ZERO } from './fraction.js';

export type Outcome = 'correct' | 'partly' | 'incorrect';

/** The whole mark is correct, part of it is partly right, nothing or less is incorrect. */
export function outcomeOf(share: Fraction): Outcome {
  if (compare(share, ONE) >= 0) return 'correct';
  return compare(share, ZERO) > 0 ? 'partly' : 'incorrect';
}

/** Messages, to be said with `t`. */
export interface OutcomeWords {
  titleStart: string;
  heading: string;
}

export const OUTCOME_WORDS: Record<Outcome, OutcomeWords> = {
  correct: { titleStart: msg('Correct'), heading: msg('That’s it') },
  partly: { titleStart: msg('Partly right'), heading: msg('Partly right') },
  incorrect: { titleStart: msg('Not quite'), heading: msg('Not quite') },
};

export const NOT_ANSWERED: OutcomeWords = { titleStart: msg('Not answered'), heading: msg('You left this one out') };
