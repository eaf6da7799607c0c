/**
 * Whether a figure moved. A mark (an arrow and a word) is given only when the interval of the difference leaves out zero
 * after Benjamini and Hochberg's rule over everything that stands on the same screen; otherwise "no clear change".
 */
import { netDifference } from '../../statistics/net-emotion.js';
import { discoveries } from '../../statistics/false-discovery.js';
import { newcombe, newcombeP } from '../../statistics/proportion.js';
import { type Counts, type Tally } from './counts.js';
import { answersOf, balanceOf, FEWEST_FOR_A_SCORE } from './score.js';

/** A difference in points: now minus before, its 95 % interval and its p-value. */
export interface Difference {
  value: number;
  low: number;
  high: number;
  p: number;
}

export type Mark = 'up' | 'down' | 'none';

export interface MarkedDifference extends Difference {
  mark: Mark;
}

/** The difference of two top-two-box shares (Newcombe); null when either side has too few answers for a score. */
export function shareDifference(now: Tally, before: Tally): Difference | null {
  if (now.n < FEWEST_FOR_A_SCORE || before.n < FEWEST_FOR_A_SCORE) return null;
  const [first, second] = [
    { hits: now.top, n: now.n },
    { hits: before.top, n: before.n },
  ];
  return inPoints({ ...newcombe(first, second), p: newcombeP(first, second) });
}

/** The difference of two net emotions; null when either side has too few answers. */
export function emotionDifference(now: Counts['emotion'], before: Counts['emotion']): Difference | null {
  if (answersOf(now) < FEWEST_FOR_A_SCORE || answersOf(before) < FEWEST_FOR_A_SCORE) return null;
  return inPoints(netDifference(balanceOf(now), balanceOf(before)));
}

type Marked<Screen> = { [Part in keyof Screen]: (MarkedDifference | null)[] };

/**
 * Marks everything that one screen compares, part by part: the figures at its head, the rows of its table, the boxes below.
 *
 * A table that is turned page by page, searched or narrowed is marked over all of its rows, whichever of them are shown: so a
 * mark neither comes nor goes with a turn of the page, the file of the table says the same as the page, and of all marks that
 * somebody can find there at most one in twenty is false. Shown alone a page of it is held to more than it need be.
 */
export function marksOf<Screen extends Record<string, readonly (Difference | null)[]>>(screen: Screen): Marked<Screen> {
  const all = markTogether(Object.values(screen).flat());
  let from = 0;
  const parts = Object.entries(screen).map(([part, { length }]) => [part, all.slice(from, (from += length))] as const);
  return Object.fromEntries(parts) as Marked<Screen>;
}

/** Marks differences together; those that could not be taken stay null. */
export function markTogether(differences: readonly (Difference | null)[]): (MarkedDifference | null)[] {
  const taken = differences.filter((difference) => difference !== null);
  const found = discoveries(taken.map(({ p }) => p));
  const marked = taken.map((difference, index) => ({ ...difference, mark: markOf(difference, found[index] ?? false) }));
  let at = 0;
  return differences.map((difference) => (difference ? (marked[at++] ?? null) : null));
}

function markOf(difference: Difference, found: boolean): Mark {
  const clear = found && (difference.low > 0 || difference.high < 0);
  if (!clear) return 'none';
  return difference.value > 0 ? 'up' : 'down';
}

function inPoints(shares: Difference): Difference {
  return { value: shares.value * 100, low: shares.low * 100, high: shares.high * 100, p: shares.p };
}
