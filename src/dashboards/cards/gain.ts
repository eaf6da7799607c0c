/**
 * What putting a place right is worth: its gap in ease, times how much its driver matters, times the customers who answer in
 * four weeks. Where ease fell 14.3 points and 180 answer, about 26 more of them would find it easy.
 */
import type { DriverWeights } from '../../feedback/metrics/driver-weights.js';
import { rankedBy } from '../../feedback/metrics/fair.js';
import { driverToWorkOn, isSlipping } from '../../feedback/metrics/standing.js';
import { type Driver, DRIVERS } from '../../platform/drivers.js';
import type { Row } from '../table/rows.js';

export interface Gain {
  /** What ease clearly fell by or, where it did not fall, how far it lies below everything together; in points, never negative. */
  gap: number;
  fell: boolean;
  /** Answers in four weeks. */
  answers: number;
  /** Customers in four weeks for whom it would be easy again. */
  customers: number;
  /** The same, weighed by how much the driver matters. */
  worth: number;
}

/** How much a driver matters beside the average of the six, which is 1. */
export type Importance = (driver: Driver | null) => number;

export const ALL_MATTER_THE_SAME: Importance = () => 1;

/** By weights that add up to one. */
export const importanceIn =
  (weights: DriverWeights): Importance =>
  (driver) =>
    driver === null ? 1 : weights[driver] * DRIVERS.length;

const WEEKS = 4;

/** @param whole ease of everything together in points; null where there is no score */
export function gainOf({ standing }: Row, whole: number | null, importance = ALL_MATTER_THE_SAME): Gain {
  const { change, counts, period } = standing;
  const fell = isSlipping(standing);
  const score = rankedBy(standing);
  const below = whole === null || score === null ? 0 : Math.max(0, whole - score);
  const gap = fell && change ? -change.value : below;
  const answers = (counts.ease.n * WEEKS) / Math.max(1, period);
  const customers = (gap / 100) * answers;
  return { gap, fell, answers, customers, worth: customers * importance(driverToWorkOn(standing)) };
}
