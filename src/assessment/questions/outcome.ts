import { compare, type Fraction, ONE, ZERO } from './fraction.js';

export type Outcome = 'correct' | 'partly' | 'incorrect';

/** The whole mark is correct, part of it is partly right, nothing or less is incorrect. */
export function outcomeOf(share: Fraction): Outcome {
  if (compare(share, ONE) >= 0) return 'correct';
  return compare(share, ZERO) > 0 ? 'partly' : 'incorrect';
}

export interface OutcomeWords {
  titleStart: string;
  heading: string;
}

export const OUTCOME_WORDS: Record<Outcome, OutcomeWords> = {
  correct: { titleStart: 'Correct', heading: 'That’s it' },
  partly: { titleStart: 'Partly right', heading: 'Partly right' },
  incorrect: { titleStart: 'Not quite', heading: 'Not quite' },
};

export const NOT_ANSWERED: OutcomeWords = { titleStart: 'Not answered', heading: 'You left this one out' };
