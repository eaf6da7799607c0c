/**
 * Empirical Bayes for shares: what a place with few answers probably scores, given how much places of its kind differ.
 *
 * Model: x_i of n_i is binomial with the place's own share, and own shares are beta with mean m and intra-class correlation
 * rho, that is, with m (1 - m) rho as their variance. With k = 1 / rho - 1 "answers' worth" of what is known beforehand, a
 * place's own share is then beta with k m + x and k (1 - m) + n - x: mean (x + k m) / (n + k).
 */
import { betaQuantile } from './beta.js';
import { CONFIDENCE, type Estimate } from './interval.js';
import type { Share } from './proportion.js';

/** How the places of a kind score and differ: `mean` from 0 to 1, `correlation` from 0 (all the same) to below 1. */
export interface SharePrior {
  mean: number;
  correlation: number;
}

/** A share drawn towards its prior; `own` is the weight of the place's own answers, n / (n + k), from 0 to 1. */
export interface Shrunk extends Estimate {
  own: number;
}

/**
 * The prior of places by their moments, weighted by answers (Kleinman 1973, "Proportions with extraneous variance", equations
 * for w_i = n_i): m = sum x / N, S = sum n_i (p_i - m)²,
 * rho = (S - m q sum(1 - n_i / N)) / (m q (sum n_i (1 - n_i / N) - sum(1 - n_i / N))), not below zero.
 * Places without answers do not count. Null when fewer than two have any, or when nobody answered otherwise than the rest:
 * then there is nothing to learn how places differ from.
 */
export function sharePrior(shares: readonly Share[]): SharePrior | null {
  const correlation = correlationWithin([shares]);
  const mean = partOf(shares)?.mean;
  return correlation === null || mean === undefined ? null : { mean, correlation };
}

/**
 * A place's share drawn towards its kind, (x + k m) / (n + k) with k = 1 / rho - 1, with the equal-tailed interval of its beta
 * distribution, all from 0 to 1; `n` is its own answers, and may be 0. Places that do not differ at all (`correlation` 0) all
 * score the mean, and the interval has no width: it is about the place, given the prior, and not about the prior.
 */
export function shrunk({ hits, n }: Share, { mean, correlation }: SharePrior, confidence = CONFIDENCE): Shrunk {
  if (correlation === 0) return { value: mean, low: mean, high: mean, n, own: 0 };
  const known = 1 / correlation - 1;
  const [a, b] = [hits + known * mean, n - hits + known * (1 - mean)];
  const tail = (1 - confidence) / 2;
  return {
    value: a / (a + b),
    low: betaQuantile(tail, a, b),
    high: betaQuantile(1 - tail, a, b),
    n,
    own: n / (n + known),
  };
}

/**
 * How much places differ within their groups (areas, say), taken over all groups together: the equations of `sharePrior` about
 * the mean of each group instead of the mean of all, summed over the groups, S_g = sum n_i (p_i - m_g)² and w_g = m_g (1 - m_g):
 * rho = (sum S_g - sum w_g sum(1 - n_i / N_g)) / sum w_g (sum n_i (1 - n_i / N_g) - sum(1 - n_i / N_g)). One group alone is
 * `sharePrior`. Null when no group holds two places that answer, or nobody answered otherwise than the rest.
 */
export function correlationWithin(groups: readonly (readonly Share[])[]): number | null {
  const parts = groups.map(partOf).filter((part) => part !== null);
  const room = parts.reduce((sum, { within, answers, places }) => sum + within * (answers - places), 0);
  if (!(room > 0)) return null;
  const excess = parts.reduce((sum, { within, spread, places }) => sum + spread - within * places, 0);
  return Math.min(Math.max(0, excess / room), 1 - 1e-9);
}

/** What one group adds to the equations: its mean, its binomial spread, and the sums over its places. */
function partOf(shares: readonly Share[]) {
  const used = shares.filter(({ n }) => n > 0);
  const total = used.reduce((sum, { n }) => sum + n, 0);
  const mean = used.reduce((sum, { hits }) => sum + hits, 0) / total;
  const within = mean * (1 - mean);
  if (used.length < 2 || !(within > 0)) return null;
  const spread = used.reduce((sum, { hits, n }) => sum + n * (hits / n - mean) ** 2, 0);
  const places = used.reduce((sum, { n }) => sum + (1 - n / total), 0);
  const answers = used.reduce((sum, { n }) => sum + n * (1 - n / total), 0);
  return { mean, within, spread, places, answers };
}
