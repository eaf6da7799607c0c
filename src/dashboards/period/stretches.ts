/** The weeks that a choice stands for, as seen at the end of a closed week. */
import { type Weeks, weeksUpTo } from '../../feedback/metrics/period.js';
import { EARLIER_WEEKS, RECENT_WEEKS } from '../../feedback/metrics/slipping.js';
import { addDays, daysBetween, type IsoDate } from '../../platform/dates.js';
import type { PeriodChoice } from './choice.js';

export interface Stretches {
  /** What the page is about. */
  now: Weeks;
  /** What it is held against; null when nothing was asked. */
  earlier: Weeks | null;
  /** Whether each score may look back further than `now`, as far as it needs. */
  asNeeded: boolean;
}

const A_YEAR = 52;
const TREND_WEEKS = 26;

/**
 * The weeks before are as many as those of the choice, but never fewer than 13, so that they hold enough answers: the last
 * 4 weeks are held against the 13 before them, the last 26 against 26.
 */
export function stretchesOf({ span, against }: PeriodChoice, lastWeek: IsoDate): Stretches {
  const now =
    span === null ? weeksUpTo(lastWeek, RECENT_WEEKS) : typeof span === 'number' ? weeksUpTo(lastWeek, span) : span;
  return { now, earlier: earlierOf(now, against), asNeeded: span === null };
}

function earlierOf(now: Weeks, against: PeriodChoice['against']): Weeks | null {
  if (against === 'none') return null;
  if (against === 'year') return earlierBy(now, Math.max(A_YEAR, weeksIn(now)));
  return weeksUpTo(addDays(now.from, -7), Math.max(weeksIn(now), EARLIER_WEEKS));
}

function earlierBy({ from, to }: Weeks, weeks: number): Weeks {
  return { from: addDays(from, -7 * weeks), to: addDays(to, -7 * weeks) };
}

/** How many weeks, both ends included. */
export function weeksIn({ from, to }: Weeks): number {
  return daysBetween(from, to) / 7 + 1;
}

/** What a line over time shows: the weeks themselves, and at least half a year up to their end. */
export function trendWeeks(now: Weeks): Weeks {
  return weeksIn(now) >= TREND_WEEKS ? now : weeksUpTo(now.to, TREND_WEEKS);
}

/** Everything from the earliest week of several stretches to the latest. */
export function hull(all: readonly Weeks[]): Weeks {
  const froms = all.map(({ from }) => from).sort();
  const tos = all.map(({ to }) => to).sort();
  return { from: froms[0] ?? '', to: tos.at(-1) ?? '' };
}
