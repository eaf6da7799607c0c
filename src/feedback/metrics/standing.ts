/** How one place stands with its customers: its scores over the weeks they need, its change, its weakest driver. */
import type { Windows } from './windows.js';
import { type MarkedDifference } from './change.js';
import type { Counts } from './counts.js';
import { type Period, PERIODS, periodFor } from './period.js';
import { answersOf, type EmotionScore, emotionScoreOf, type Score, scoreOf } from './score.js';
import { type DriverWeights, EQUAL_WEIGHTS } from './driver-weights.js';
import type { Fair } from './fair.js';
import { driverThatFell, driverToGainMost, weakestDriver } from './weakest-driver.js';
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
  /** The clearly low one with most to gain, by its gap and by how much it matters. */
  workOn: Driver | null;
  /** Its ease held fairly against other units of its kind; null for places of several units, and where that is not kept. */
  fair: Fair | null;
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
  weights: DriverWeights = EQUAL_WEIGHTS,
): Standing {
  const period = periodFor(answersIn(windows));
  const fell = earlier && driverThatFell(windows[4].drivers, earlier.drivers, weights);
  return { ...scores(windows[period], windows[52], weights), period, change, fell };
}

/** The standing over weeks that somebody chose; `earlier` is what they are held against, null for nothing. */
export function standingOver(
  weeks: number,
  counts: Counts,
  earlier: Counts | null,
  change: MarkedDifference | null,
  weights: DriverWeights = EQUAL_WEIGHTS,
): Standing {
  const fell = earlier && driverThatFell(counts.drivers, earlier.drivers, weights);
  return { ...scores(counts, counts, weights), period: weeks, change, fell };
}

export function isSlipping({ change }: Pick<Standing, 'change'>): boolean {
  return change?.mark === 'down';
}

/**
 * The driver to work on: the one that clearly fell where a unit is slipping, else the clearly low one with most to gain. The
 * weakest is not always what matters most.
 */
export function driverToWorkOn(standing: Pick<Standing, 'change' | 'fell' | 'workOn' | 'weakest'>): Driver | null {
  return (isSlipping(standing) ? standing.fell : null) ?? standing.workOn ?? standing.weakest;
}

function scores(counts: Counts, forDrivers: Counts, weights: DriverWeights) {
  return {
    counts,
    ease: scoreOf(counts.ease),
    emotion: emotionScoreOf(counts.emotion),
    weakest: weakestDriver(forDrivers.drivers),
    workOn: driverToGainMost(forDrivers.drivers, weights),
    fair: null,
  };
}

/** A survey may ask about ease, about emotion or both; the period is for the question that was asked more. */
function answersIn(windows: Windows): Record<Period, number> {
  return Object.fromEntries(PERIODS.map((period) => [period, asked(windows[period])])) as Record<Period, number>;
}

/** The answers that a score of these counts could stand on. */
export const asked = ({ ease, emotion }: Pick<Counts, 'ease' | 'emotion'>): number =>
  Math.max(ease.n, answersOf(emotion));
