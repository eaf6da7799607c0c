/**
 * Which stretch of closed weeks a figure covers. A typical branch gets about seven answers a week, so its score looks
 * back as far as it must and says how far.
 */
import { addDays, type IsoDate } from '../../platform/dates.js';
import { FEWEST_FOR_A_FIRM_SCORE } from './score.js';

/** The stretches a score may use, in closed weeks, shortest first. */
export const PERIODS = [4, 13, 26, 52] as const;

export type Period = (typeof PERIODS)[number];

/** Weeks by their Mondays, both ends included. */
export interface Weeks {
  from: IsoDate;
  to: IsoDate;
}

/**
 * The shortest of 4, 13, 26 or 52 closed weeks that holds 30 answers; 52 when none does. `answers` are the answers in
 * each period.
 */
export function periodFor(answers: Record<Period, number>): Period {
  return PERIODS.find((period) => answers[period] >= FEWEST_FOR_A_FIRM_SCORE) ?? 52;
}

/** The `length` weeks that end with the week of Monday `last`, or that end `skip` weeks before it. */
export function weeksUpTo(last: IsoDate, length: number, skip = 0): Weeks {
  return { from: addDays(last, -7 * (skip + length - 1)), to: addDays(last, -7 * skip) };
}
