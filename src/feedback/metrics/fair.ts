/**
 * Scores that can be held against each other: what a unit probably scores given how much units of its kind differ, and where
 * its own score lies in the funnel of its kind. Whoever puts units in an order uses these and never raw scores: a unit with
 * few answers swings by chance, and would stand at the top or the bottom for that alone.
 */
import { FUNNEL_LIMITS, type FunnelPlace } from '../../statistics/funnel.js';
import { criticalZ } from '../../statistics/normal.js';
import type { Score } from './score.js';

/** Points out of 100 with the 95 % credible interval; `z` is how many standard errors of the funnel its own score lies off. */
export interface Fair {
  value: number;
  low: number;
  high: number;
  z: number;
}

/** Standard errors of the two pairs of limits, to the hundredth to which positions are kept: 1.96 and 3.09. */
export const WARNING = Math.round(100 * criticalZ(FUNNEL_LIMITS.warning)) / 100;
export const OUTSIDE = Math.round(100 * criticalZ(FUNNEL_LIMITS.action)) / 100;

/** Clearly below or above: outside of the limits of 99.8 %. `rather`: outside of those of 95 % only. */
export function placeOfZ(z: number): FunnelPlace {
  if (Math.abs(z) <= WARNING) return 'inside';
  if (Math.abs(z) <= OUTSIDE) return z < 0 ? 'ratherLow' : 'ratherHigh';
  return z < 0 ? 'low' : 'high';
}

/**
 * What a place is ranked by, in points: its fair score, or the raw one of a place for which none is kept when it stands on 30
 * answers or more. Null when neither is there: such a place is in no order.
 */
export function rankedBy({ ease, fair }: { ease: Score | null; fair: Fair | null }): number | null {
  if (fair !== null) return fair.value;
  return ease?.standing === 'firm' ? ease.value : null;
}
