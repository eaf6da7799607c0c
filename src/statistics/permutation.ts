/**
 * How an effect looks beside the lots that were not drawn. The waves of a study were dealt to its clusters by lot, so under no
 * effect any other deal of the same starts would have been as good: the estimate is worked out for 999 of them, and the lot itself
 * gives p and the range of effects, however few the clusters and whatever the errors (Wang and De Gruttola 2017, "The use of
 * permutation tests for the analysis of parallel and stepped-wedge cluster-randomized trials", Statistics in Medicine 36;
 * Thompson and others 2019, "swpermute: Permutation tests for Stepped-Wedge Cluster-Randomised Trials", Stata Journal 19).
 * Only for starts that were dealt by lot, or as a placebo for others: then p says how unusual the estimate is, not that it is
 * an effect.
 */
import { CONFIDENCE, type Interval } from './interval.js';
import { type Placebo, placeboInTime } from './placebo.js';
import { membersOf } from './random-waves.js';
import { seededRandom, shuffled } from './seeded-random.js';

/**
 * What an estimator that is linear in the outcome says when given starts are taken for the true ones: of the outcome, and of the
 * true treatment (1 from a cluster's true start on, 0 before) put in its place. NaN where it can say nothing.
 */
export interface Restarted {
  outcome: number;
  treatment: number;
}

export type EstimateByStart = (start: Int32Array) => Restarted;

/** How starts are dealt anew. */
export interface Lot {
  /** Of each cluster, where lots were drawn within strata; starts stay in their stratum. One for all when left out. */
  stratum?: Int32Array;
  draws?: number;
  seed: number;
}

/** An estimate among those of other lots; `low` and `high` may be without end where too few lots speak against an effect. */
export interface Permuted extends Interval, Placebo {
  value: number;
}

export const USUAL_DRAWS = 999;

/**
 * The estimate of the true starts, with p and range by lots of the same starts. Null when the estimator says nothing of them.
 * @param start the first treated time of each cluster
 */
export function permutationTest(
  estimate: EstimateByStart,
  start: Int32Array,
  lot: Lot,
  confidence = CONFIDENCE,
): Permuted | null {
  const own = estimate(start);
  if (!Number.isFinite(own.outcome) || !Number.isFinite(own.treatment)) return null;
  return amongLots(own, dealtAnew(start, lot).map(estimate), confidence);
}

/** The starts dealt to the clusters anew, so many times; each deal equally likely, the true one among them. */
export function dealtAnew(start: Int32Array, { stratum, draws = USUAL_DRAWS, seed }: Lot): Int32Array[] {
  const random = seededRandom(seed);
  const strata = membersOf(stratum ?? new Int32Array(start.length));
  return Array.from({ length: draws }, () => {
    const dealt = new Int32Array(start.length);
    for (const members of strata) shuffled(members, random).forEach((from, at) => (dealt[members[at]!] = start[from]!));
    return dealt;
  });
}

/**
 * p = (1 + #{|est*| >= |est|}) / (1 + M), and the range of effects that are not rejected. Under an effect of theta wherever a
 * cluster is treated, y - theta D is what would have been without; the estimator is linear, so of any lot it says
 * est* - theta est*_D and no lot is worked out twice. A lot is as far as the true one, |est* - theta est*_D| >= |est - theta est_D|,
 * between two values of theta on either side of est / est_D; an end of the range is the last theta up to which more
 * lots are as far than alpha allows. A lot that says nothing, or leans on the true treatment at least as much as the
 * true one does, is taken to be as far at all theta: that can only widen the range.
 */
export function amongLots(own: Restarted, lots: readonly Restarted[], confidence = CONFIDENCE): Permuted {
  const placebos = lots.map(({ outcome }) => (Number.isNaN(outcome) ? Infinity : outcome));
  const reaches = lots.map((lot) => asFarBetween(own, lot));
  // p > alpha when at least so many lots are as far.
  const needed = Math.floor((1 - confidence) * (1 + lots.length) + ROUNDING);
  const lows = Float64Array.from(reaches, ({ low }) => low).sort();
  const highs = Float64Array.from(reaches, ({ high }) => high).sort();
  return {
    value: own.outcome / own.treatment,
    ...placeboInTime(own.outcome, placebos),
    low: needed > 0 ? lows[needed - 1]! : -Infinity,
    high: needed > 0 ? highs[highs.length - needed]! : Infinity,
  };
}

/** Between which effects a lot is as far from none as the true one: the two roots of |est* - theta est*_D| = |est - theta est_D|. */
function asFarBetween(own: Restarted, lot: Restarted): Interval {
  const leansLess = Math.abs(lot.treatment) < Math.abs(own.treatment) * (1 - ROUNDING);
  if (!leansLess || Number.isNaN(lot.outcome)) return { low: -Infinity, high: Infinity };
  const one = (lot.outcome - own.outcome) / (lot.treatment - own.treatment);
  const other = (lot.outcome + own.outcome) / (lot.treatment + own.treatment);
  return { low: Math.min(one, other), high: Math.max(one, other) };
}

const ROUNDING = 1e-9;
