import { CONFIDENCE, type Estimate } from './interval.js';
import { criticalZ } from './normal.js';
import { weightedCorrelation, type WeightedPoint } from './weighted.js';

/**
 * How many equally weighted points carry as much as these: (S w)² / S w² (Kish 1965, "Survey Sampling", 11.7).
 * Zero for an empty list.
 */
export function effectiveSize(weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  return squares > 0 ? (total * total) / squares : 0;
}

/**
 * The weighted correlation with Fisher's interval: tanh(atanh r ± z / sqrt(m - 3)) (Fisher 1921), m the effective number
 * of points. `n` of the answer is the number of points that count. Null where the correlation is not defined, or m is
 * not above 3.
 */
export function correlationInterval(points: readonly WeightedPoint[], confidence = CONFIDENCE): Estimate | null {
  const used = points.filter((point) => point.weight > 0);
  const value = weightedCorrelation(used);
  const m = effectiveSize(used.map((point) => point.weight));
  if (value === null || m <= 3) return null;
  if (Math.abs(value) === 1) return { value, low: value, high: value, n: used.length };
  const half = criticalZ(confidence) / Math.sqrt(m - 3);
  const centre = Math.atanh(value);
  return { value, low: Math.tanh(centre - half), high: Math.tanh(centre + half), n: used.length };
}
