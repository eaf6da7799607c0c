/** How much each driver goes with ease in a year of answers: six numbers with their intervals, or that nobody knows yet. */
import { importanceOf, sumsFor } from '../../statistics/importance.js';
import { importanceInterval } from '../../statistics/importance-interval.js';
import type { Interval } from '../../statistics/interval.js';
import { type Driver, DRIVERS } from '../../platform/drivers.js';
import { type DriverWeights, EQUAL_WEIGHTS, weightsFrom } from '../metrics/driver-weights.js';

export interface DriverImportances {
  /** A calendar year, by the weeks that begin in it. */
  year: number;
  /** Answers that rate ease and all six drivers, and the units they are about. */
  complete: number;
  units: number;
  /** Null where there are too few complete answers, or nothing goes with ease. */
  found: {
    /** Share of the variance of ease that all six explain, 0 to 1. */
    explained: number;
    /** Each driver's part of that, 0 to 1, with its 95 % interval. */
    drivers: Record<Driver, Interval & { value: number }>;
    /** Whether the first of them matters more than each of the others beyond doubt. */
    clearlyFirst: boolean;
  } | null;
}

/** Six questions that go together need this many complete answers before their parts can be told apart, */
const FEWEST_COMPLETE = 1000;
/** of so many units, since whole units are what the interval is drawn from. */
const FEWEST_UNITS = 30;

/**
 * @param sums per unit the sums of products of (1, the six drivers, ease) over complete answers, one unit after the other, as
 * statistics/importance.ts lays them out
 */
export function importancesFrom(year: number, sums: Float64Array): DriverImportances {
  const length = sumsFor(DRIVERS.length);
  const units = sums.length / length;
  const all = new Float64Array(length);
  sums.forEach((value, at) => (all[at % length]! += value));
  const complete = all[0] ?? 0;
  const enough = complete >= FEWEST_COMPLETE && units >= FEWEST_UNITS;
  const found = enough ? importanceOf(all, DRIVERS.length) : null;
  const interval = found && importanceInterval(sums, DRIVERS.length, { seed: year });
  if (found === null || interval === null) return { year, complete, units, found: null };
  const { explained, shares } = found;
  const drivers = byDriver((at) => ({ value: shares[at] ?? 0, ...(interval.shares[at] ?? { low: 0, high: 1 }) }));
  return { year, complete, units, found: { explained, drivers, clearlyFirst: interval.clearlyFirst } };
}

/** What recommendations weigh the drivers by: all the same until a year says more. */
export function weightsOf(importances: DriverImportances | null): DriverWeights {
  const found = importances?.found;
  return found ? weightsFrom(DRIVERS.map((driver) => found.drivers[driver].value)) : EQUAL_WEIGHTS;
}

export function byDriver<T>(of: (at: number) => T): Record<Driver, T> {
  return Object.fromEntries(DRIVERS.map((driver, at) => [driver, of(at)])) as Record<Driver, T>;
}
