/** How a unit stood at the end of a closed week, in the few numbers that the page of its area needs. */
import type { Driver } from '../../platform/drivers.js';
import type { MarkedDifference } from './change.js';
import { type Counts, NO_COUNTS, type Tally } from './counts.js';
import { type DriverWeights, EQUAL_WEIGHTS } from './driver-weights.js';
import type { Fair } from './fair.js';
import { emotionScoreOf, scoreOf } from './score.js';
import { type Standing, standingOf } from './standing.js';
import type { Windows } from './windows.js';

export interface UnitStanding {
  unitId: number;
  /** How many weeks the scores needed. */
  period: number;
  /** Sums over the period, without the drivers. */
  counts: Counts;
  /** Ease over the last four weeks and over the thirteen before: what "slipping" compares. */
  recent: Tally;
  earlier: Tally;
  weakest: Driver | null;
  workOn: Driver | null;
  fell: Driver | null;
  /** The drivers over a year: what tells the six apart. */
  year: Record<Driver, Tally>;
  /** Null until the week has been compared. */
  fair: Fair | null;
  /** Ease in points, oldest first. */
  spark: (number | null)[];
}

export function unitStandingOf(
  unitId: number,
  windows: Windows,
  spark: (number | null)[],
  weights: DriverWeights = EQUAL_WEIGHTS,
): UnitStanding {
  const { period, counts, weakest, workOn, fell } = standingOf(windows, null, windows.earlier, weights);
  const headline = { ...counts, drivers: NO_COUNTS.drivers };
  return {
    unitId,
    period,
    counts: headline,
    recent: windows[4].ease,
    earlier: windows.earlier.ease,
    weakest,
    workOn,
    fell,
    year: windows[52].drivers,
    fair: null,
    spark,
  };
}

/** The same standing as of the windows themselves, except that it does not hold the drivers' counts. */
export function standingFrom(stored: UnitStanding, change: MarkedDifference | null): Standing {
  const { period, counts, weakest, workOn, fell, fair } = stored;
  const scores = { ease: scoreOf(counts.ease), emotion: emotionScoreOf(counts.emotion) };
  return { period, counts, weakest, workOn, fell, fair, change, ...scores };
}
