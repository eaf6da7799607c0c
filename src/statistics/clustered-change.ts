/**
 * How sure a change between two times is when places of one cluster move together: intervals from cluster totals alone.
 * Each cluster's pull on the figure (its linearised influence d_g, which sum to zero) gives
 * Var = G/(G-1) S d_g^2, and Student's t with G-1 degrees of freedom the interval.
 * Source: Taylor linearisation of a ratio with clusters as the sampling units, Cochran 1977, "Sampling Techniques", 3rd edition,
 * chapter 6. What moves all clusters at once is no part of it: that is what placebos in time are for.
 */
import { CONFIDENCE, type Interval } from './interval.js';
import { criticalT } from './student-t.js';
import type { BeforeAndAfter } from './within-and-mix.js';

export interface Change extends Interval {
  value: number;
}

/** One place and the number of its cluster, 0 to `clusters` - 1. */
export interface ClusteredPlace extends BeforeAndAfter {
  cluster: number;
}

export interface ClusteredChange {
  /** Sum of the two below. */
  total: Change;
  within: Change;
  mix: Change;
}

/**
 * R = S y_g / S m_g - 1, as a share, with its interval on the log scale, where a doubling and a halving lie equally far:
 * d_g = y_g / S y - m_g / S m for log(1 + R), and both ends are brought back by exp( ) - 1, so that none lies below -1.
 * @param after y, what each cluster counted after
 * @param before m, what it counted in an average earlier time; as long as `after`
 * @returns null with fewer than two clusters that counted anything, or nothing on one side
 */
export function ratioChange(after: Float64Array, before: Float64Array, confidence = CONFIDENCE): Change | null {
  const [y, m] = [sum(after), sum(before)];
  const clusters = after.reduce((count, own, g) => count + (own > 0 || before[g]! > 0 ? 1 : 0), 0);
  if (!(y > 0) || !(m > 0) || clusters < 2) return null;
  const pulls = after.map((own, g) => own / y - before[g]! / m);
  const half = halfWidth(pulls, clusters, confidence);
  const log = Math.log(y / m);
  return { value: y / m - 1, low: Math.exp(log - half) - 1, high: Math.exp(log + half) - 1 };
}

/**
 * The change of a share, and its two parts at fixed shares of places as `withinAndMix` defines them, each with its interval,
 * all as shares (0.01 is a point). With x hits of n answers, 0 before and 1 after, p = S x / S n:
 * total d_g = (x1_g - p1 n1_g) / S n1 - (x0_g - p0 n0_g) / S n0;
 * within d_g = S_(u in g) n0_u (c_u - within) / S n0 over places u that answered on both sides, c_u their change;
 * mix d_g = total d_g - within d_g.
 * @returns null with fewer than two clusters that answered, a side without answers, or no place with both
 */
export function clusteredWithinAndMix(
  places: readonly ClusteredPlace[],
  clusters: number,
  confidence = CONFIDENCE,
): ClusteredChange | null {
  const [n0, x0, n1, x1] = [0, 0, 0, 0].map(() => new Float64Array(clusters)) as [Totals, Totals, Totals, Totals];
  const [weights, moved] = [new Float64Array(clusters), new Float64Array(clusters)];
  for (const { cluster, before, after } of places) {
    n0[cluster]! += before.n;
    x0[cluster]! += before.hits;
    n1[cluster]! += after.n;
    x1[cluster]! += after.hits;
    if (before.n === 0 || after.n === 0) continue;
    weights[cluster]! += before.n;
    moved[cluster]! += before.n * (after.hits / after.n - before.hits / before.n);
  }
  const answered = n0.reduce((count, own, g) => count + (own + n1[g]! > 0 ? 1 : 0), 0);
  const [N0, N1, W] = [sum(n0), sum(n1), sum(weights)];
  if (answered < 2 || N0 === 0 || N1 === 0 || W === 0) return null;
  const [p0, p1, within] = [sum(x0) / N0, sum(x1) / N1, sum(moved) / W];
  const ofTotal = n0.map((own, g) => (x1[g]! - p1 * n1[g]!) / N1 - (x0[g]! - p0 * own) / N0);
  const ofWithin = weights.map((own, g) => (moved[g]! - within * own) / W);
  const around = (value: number, pulls: Totals): Change => {
    const half = halfWidth(pulls, answered, confidence);
    return { value, low: value - half, high: value + half };
  };
  return {
    total: around(p1 - p0, ofTotal),
    within: around(within, ofWithin),
    mix: around(
      p1 - p0 - within,
      ofTotal.map((pull, g) => pull - ofWithin[g]!),
    ),
  };
}

type Totals = Float64Array;

function halfWidth(pulls: Float64Array, clusters: number, confidence: number): number {
  const squares = pulls.reduce((total, pull) => total + pull * pull, 0);
  return criticalT(confidence, clusters - 1) * Math.sqrt((clusters / (clusters - 1)) * squares);
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
