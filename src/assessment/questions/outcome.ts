import { compare, type Fraction, ONE, ZERO } from './fraction.js';

export type Outcome = 'correct' | 'partly' | 'incorrect';

/** The whole mark is correct, part of it is partly right, nothing or less is incorrect. */
export function outcomeOf(share: Fraction): Outcome {
  if (compare(share, ONE) >= 0) return 'correct';
  return compare(share, ZERO) > 0 ? 'partly' : 'incorrect';
}

export interface OutcomeWords {
  /** How the browser's title begins, so that a screen reader says the verdict first. */
  title: string;
  heading: string;
  icon: string;
}

export const OUTCOME_WORDS: Record<Outcome, OutcomeWords> = {
  correct: { title: 'Correct', heading: 'That’s it', icon: 'tick-c' },
  partly: { title: 'Partly right', heading: 'Partly right', icon: 'info' },
  incorrect: { title: 'Not quite', heading: 'Not quite', icon: 'info' },
};
