/** Net emotion: the share of good answers minus the share of bad ones, with its interval. */
import { CONFIDENCE, type Estimate } from './interval.js';
import { criticalZ, twoSidedP } from './normal.js';
import { wilson } from './proportion.js';

/** Answers by direction; neutral ones count in `n` only. */
export interface Balance {
  good: number;
  bad: number;
  n: number;
}

/**
 * Net share between -1 and 1 with Var = (p+ + p- - net²) / n, the variance of an answer that is +1, 0 or -1. When every
 * answer points the same way that variance is zero and would claim certainty; then the Wilson interval of "the same
 * way again" is used. Needs n of at least 1.
 */
export function netEmotion(balance: Balance, confidence = CONFIDENCE): Estimate {
  const { good, bad, n } = balance;
  const value = (good - bad) / n;
  const room = 1 - wilson({ hits: n, n }, confidence).low;
  if (good === n) return { value, n, low: 1 - 2 * room, high: 1 };
  if (bad === n) return { value, n, low: -1, high: 2 * room - 1 };
  if (good + bad === 0) return { value, n, low: -room, high: room };
  const half = criticalZ(confidence) * Math.sqrt(netVariance(balance));
  return { value, n, low: Math.max(-1, value - half), high: Math.min(1, value + half) };
}

/**
 * `first` minus `second`, two net shares of different people, from -2 to 2: d ± z sqrt(Var1 + Var2), with the two-sided p-value
 * of d / sqrt(Var1 + Var2); 1 where all answers on either side are alike and nothing can be said. Needs both n of at least 1.
 */
export function netDifference(first: Balance, second: Balance, confidence = CONFIDENCE) {
  const value = (first.good - first.bad) / first.n - (second.good - second.bad) / second.n;
  const error = Math.sqrt(netVariance(first) + netVariance(second));
  const half = criticalZ(confidence) * error;
  return { value, low: value - half, high: value + half, p: error === 0 ? 1 : twoSidedP(value / error) };
}

/**
 * Variance of the net share, (p+ + p- - net²) / n: that of the mean of n answers of +1, 0 and -1, or of the difference of two
 * shares of the same people (Agresti 2002, "Categorical data analysis", 10.1). Needs n of at least 1.
 */
export function netVariance({ good, bad, n }: Balance): number {
  const net = (good - bad) / n;
  return Math.max(0, (good + bad) / n - net * net) / n;
}
