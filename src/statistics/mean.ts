/** The mean of answers on a scale, with its interval by Student's t. */
import { CONFIDENCE, type Estimate } from './interval.js';
import { criticalT } from './student-t.js';

/** What a rollup keeps of a metric: how many answers, their sum and the sum of their squares. */
export interface Moments {
  n: number;
  sum: number;
  sumOfSquares: number;
}

/**
 * Mean with its interval m ± t(n - 1) s / sqrt(n), in the unit of the answers (Student 1908, "The probable error of a mean",
 * Biometrika 6); null when fewer than two answers leave nothing to estimate the spread from.
 */
export function meanInterval(moments: Moments, confidence = CONFIDENCE): Estimate | null {
  const { n, sum, sumOfSquares } = moments;
  if (n < 2) return null;
  const value = sum / n;
  const variance = Math.max(0, sumOfSquares - n * value * value) / (n - 1);
  const half = criticalT(confidence, n - 1) * Math.sqrt(variance / n);
  return { value, n, low: value - half, high: value + half };
}

/**
 * The same of a list of values; null for fewer than two. The moments are taken around the first value, so that large offsets lose
 * no digits.
 */
export function meanOf(values: readonly number[], confidence = CONFIDENCE): Estimate | null {
  const origin = values[0] ?? 0;
  const shifted = values.map((value) => value - origin);
  const estimate = meanInterval(
    {
      n: values.length,
      sum: shifted.reduce((total, value) => total + value, 0),
      sumOfSquares: shifted.reduce((total, value) => total + value * value, 0),
    },
    confidence,
  );
  if (!estimate) return null;
  return { n: estimate.n, value: estimate.value + origin, low: estimate.low + origin, high: estimate.high + origin };
}
