/** How one unit stands with its customers: its scores over the period they need, its change, its weakest driver. */
import type { Windows } from '../feedback/metrics/windows.js';
import { type MarkedDifference } from '../feedback/metrics/change.js';
import type { Counts } from '../feedback/metrics/counts.js';
import { type Period, PERIODS, periodFor } from '../feedback/metrics/period.js';
import { answersOf, type EmotionScore, emotionScoreOf, type Score, scoreOf } from '../feedback/metrics/score.js';
import { driverThatFell, weakestDriver } from '../feedback/metrics/weakest-driver.js';
import type { Driver } from '../platform/drivers.js';

export interface Standing {
  period: Period;
  /** Sums over the period. */
  counts: Counts;
  ease: Score | null;
  emotion: EmotionScore | null;
  /** Over the last 52 closed weeks, which it takes to tell six drivers apart; null when none is clear. */
  weakest: Driver | null;
  /** The last 4 closed weeks against the 13 before, marked together with everything else on the screen. */
  change: MarkedDifference | null;
  /** The driver whose fall over the same stretches is clear. */
  fell: Driver | null;
}

/** The standing of a unit or place; `change` comes from `changesInEase`, which needs all units of the screen at once. */
export function standingOf(windows: Windows, change: MarkedDifference | null): Standing {
  const period = periodFor(answersIn(windows));
  const counts = windows[period];
  return {
    period,
    counts,
    ease: scoreOf(counts.ease),
    emotion: emotionScoreOf(counts.emotion),
    weakest: weakestDriver(windows[52].drivers),
    change,
    fell: driverThatFell(windows[4].drivers, windows.earlier.drivers),
  };
}

export function isSlipping({ change }: Pick<Standing, 'change'>): boolean {
  return change?.mark === 'down';
}

/** The driver to work on: the one that clearly fell where a unit is slipping, else the clearly weakest. */
export function driverToWorkOn(standing: Standing): Driver | null {
  return (isSlipping(standing) ? standing.fell : null) ?? standing.weakest;
}

/** A survey may ask about ease, about emotion or both; the period is for the question that was asked more. */
function answersIn(windows: Windows): Record<Period, number> {
  const asked = ({ ease, emotion }: Counts) => Math.max(ease.n, answersOf(emotion));
  return Object.fromEntries(PERIODS.map((period) => [period, asked(windows[period])])) as Record<Period, number>;
}
