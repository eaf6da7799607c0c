/**
 * Student's t: the share below a value and the value below which a share lies.
 * The share is the regularised incomplete beta function; the quantile inverts it by bisection, since it is asked for a few
 * times a page.
 */
import { regularisedBeta } from './beta.js';

/** The share of Student's t with `freedom` degrees of freedom that lies below `t` (Abramowitz and Stegun 26.7.1), 0 to 1. */
export function studentCdf(t: number, freedom: number): number {
  const tail = regularisedBeta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
  return t > 0 ? 1 - tail : tail;
}

/**
 * The t below which a share `p` lies.
 * @throws RangeError unless `p` lies strictly between 0 and 1 and `freedom` is at least 1
 */
export function studentQuantile(p: number, freedom: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('A t quantile needs a probability between 0 and 1.');
  if (!(freedom >= 1)) throw new RangeError('A t quantile needs at least one degree of freedom.');
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentQuantile(1 - p, freedom);
  let high = 1;
  while (studentCdf(high, freedom) < p) high *= 2;
  let low = 0;
  for (let step = 0; step < 200 && high - low > 1e-13 * high; step += 1) {
    const middle = (low + high) / 2;
    if (studentCdf(middle, freedom) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The t of a two-sided interval, for instance 2.228 for 0.95 with 10 degrees of freedom. */
export function criticalT(confidence: number, freedom: number): number {
  return studentQuantile(0.5 + confidence / 2, freedom);
}
