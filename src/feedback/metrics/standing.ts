/** How one place stands with its customers: its scores over the weeks they need, its change, its weakest driver. */
import type { Windows } from './windows.js';
import { type MarkedDifference } from './change.js';
import type { Counts } from './counts.js';
import { type Period, PERIODS, periodFor } from './period.js';
import { answersOf, type EmotionScore, emotionScoreOf, type Score, scoreOf } from './score.js';
import { driverThatFell, weakestDriver } from './weakest-driver.js';
import type { Driver } from '../../platform/drivers.js';

export interface Standing {
  /** How many weeks the scores cover. */
  period: number;
  /** Sums over the period. */
  counts: Counts;
  ease: Score | null;
  emotion: EmotionScore | null;
  /** Null when none is clear. Where scores look back as far as they need, over a year: it takes that to tell six apart. */
  weakest: Driver | null;
  /** Against the weeks that were chosen to compare with, marked together with everything else on the screen. */
  change: MarkedDifference | null;
  /** The driver whose fall between the same weeks is clear. */
  fell: Driver | null;
}

/**
 * The standing over as many weeks as the scores need; `change` comes from `markTogether` over all of the screen. `earlier` is
 * what the last four weeks are held against: the thirteen before unless something else was chosen.
 */
export function standingOf(
  windows: Windows,
  change: MarkedDifference | null,
  earlier: Counts | null = windows.earlier,
): Standing {
  const period = periodFor(answersIn(windows));
  const fell = earlier && driverThatFell(windows[4].drivers, earlier.drivers);
  return { ...scores(windows[period], windows[52]), period, change, fell };
}

/** The standing over weeks that somebody chose; `earlier` is what they are held against, null for nothing. */
export function standingOver(
  weeks: number,
  counts: Counts,
  earlier: Counts | null,
  change: MarkedDifference | null,
): Standing {
  const fell = earlier && driverThatFell(counts.drivers, earlier.drivers);
  return { ...scores(counts, counts), period: weeks, change, fell };
}

export function isSlipping({ change }: Pick<Standing, 'change'>): boolean {
  return change?.mark === 'down';
}

/** The driver to work on: the one that clearly fell where a unit is slipping, else the clearly weakest. */
export function driverToWorkOn(standing: Standing): Driver | null {
  return (isSlipping(standing) ? standing.fell : null) ?? standing.weakest;
}

function scores(counts: Counts, forDrivers: Counts) {
  return {
    counts,
    ease: scoreOf(counts.ease),
    emotion: emotionScoreOf(counts.emotion),
    weakest: weakestDriver(forDrivers.drivers),
  };
}

/** A survey may ask about ease, about emotion or both; the period is for the question that was asked more. */
function answersIn(windows: Windows): Record<Period, number> {
  return Object.fromEntries(PERIODS.map((period) => [period, asked(windows[period])])) as Record<Period, number>;
}

/** The answers that a score of these counts could stand on. */
export const asked = ({ ease, emotion }: Pick<Counts, 'ease' | 'emotion'>): number =>
  Math.max(ease.n, answersOf(emotion));
