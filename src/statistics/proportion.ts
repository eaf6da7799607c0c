/** Shares of answers: one share with its interval, and the difference of two shares of different people. */
import { CONFIDENCE, type Estimate, type Interval } from './interval.js';
import { criticalZ, twoSidedP } from './normal.js';
import { zeroOf } from './zero.js';

/** How many of how many, for instance top-two-box answers of all answers. */
export interface Share {
  hits: number;
  n: number;
}

/**
 * The score interval without continuity correction: (p + z²/2n ± z sqrt(p (1 - p) / n + z²/4n²)) / (1 + z²/n), of none and of
 * all exactly 0 and 1 at their own end. Wilson (1927), "Probable inference", JASA 22; method 3 of Newcombe (1998a), Statistics
 * in Medicine 17. All ends are shares from 0 to 1. Needs n of at least 1.
 */
export function wilson(share: Share, confidence = CONFIDENCE): Estimate {
  return { value: share.hits / share.n, n: share.n, ...wilsonAt(share, criticalZ(confidence)) };
}

/**
 * `first` minus `second` with the hybrid score interval: with l and u the ends of each share's own Wilson interval,
 * d - sqrt((p1 - l1)² + (u2 - p2)²) to d + sqrt((u1 - p1)² + (p2 - l2)²). Newcombe (1998b), Statistics in Medicine 17, method
 * 10. From -1 to 1, for shares of different people. Needs both n of at least 1.
 */
export function newcombe(first: Share, second: Share, confidence = CONFIDENCE): Interval & { value: number } {
  const value = first.hits / first.n - second.hits / second.n;
  return { value, ...newcombeAt(first, second, criticalZ(confidence)) };
}

/**
 * Whether two shares of different people differ at an error level: Newcombe's interval at that level leaves zero out, which it
 * does exactly when `newcombeP` is below the level, at a twelfth of the work. Needs both n of at least 1.
 */
export function differ(first: Share, second: Share, level = 1 - CONFIDENCE): boolean {
  const { low, high } = newcombeAt(first, second, criticalZ(1 - level));
  return low > 0 || high < 0;
}

/**
 * The p-value that belongs to Newcombe's interval: the smallest error level at which the interval excludes zero. So an
 * interval at 95 % excludes zero exactly when this is below 0.05. From 0 to 1, and 1 for equal shares. Needs both n of at
 * least 1.
 */
export function newcombeP(first: Share, second: Share): number {
  if (first.hits * second.n === second.hits * first.n) return 1;
  const higher = first.hits * second.n > second.hits * first.n;
  const [above, below] = higher ? [first, second] : [second, first];
  return twoSidedP(zeroOf((z) => newcombeAt(above, below, z).low, 0, FARTHEST_Z));
}

/** Beyond it nothing is left of an error level in floating point. */
const FARTHEST_Z = 40;

function wilsonAt({ hits, n }: Share, z: number): Interval {
  const p = hits / n;
  const centre = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    low: hits === 0 ? 0 : Math.max(0, (centre - half) / scale),
    high: hits === n ? 1 : Math.min(1, (centre + half) / scale),
  };
}

function newcombeAt(first: Share, second: Share, z: number): Interval {
  const a = first.hits / first.n;
  const b = second.hits / second.n;
  const one = wilsonAt(first, z);
  const two = wilsonAt(second, z);
  return {
    low: a - b - Math.hypot(a - one.low, two.high - b),
    high: a - b + Math.hypot(one.high - a, b - two.low),
  };
}
