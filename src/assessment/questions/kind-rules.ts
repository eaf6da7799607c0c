import type { Fraction } from './fraction.js';

export interface WeighedOption {
  key: string;
  fraction: Fraction;
}

/** What sets one kind of question apart. Everything else about a question is the same for all. */
export interface KindRules {
  /** A message, said under the question. */
  hint: string;
  takesSeveral: boolean;
  /** False where people expect a fixed order, as in True, False. */
  shufflesOptions: boolean;
  /** A message for when nothing was chosen. */
  nothingChosen: string;
  /** What the author still has to put right in the options, a sentence each. */
  optionProblems(options: readonly WeighedOption[]): string[];
  /** Turns the fractions of the chosen options into the share of the mark. */
  mark(chosen: readonly Fraction[]): Fraction;
}
