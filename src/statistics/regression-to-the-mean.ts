/**
 * What a group chosen on its score does next by itself. Low scores are low partly by chance, and chance does not come twice:
 * a group chosen for low scores rises without any training (Galton 1886, "Regression towards mediocrity in hereditary
 * stature", Journal of the Anthropological Institute 15). Whoever shows before and after has to say how much.
 *
 * Model: a unit's own level has mean mu and variance tau² between units, its score is the mean of n answers of variance
 * sigma² about that level, and nothing else changes. Worked example: true shares of 80 % give or take 5 points, 28 answers
 * each; r = 0.0025 / (0.0025 + 0.16 / 28) = 0.30, the weakest quarter scores 68.5 %, and rises by 0.70 x 11.5 = 8 points.
 */
import { CONFIDENCE, type Estimate } from './interval.js';
import type { Moments } from './mean.js';
import type { Share } from './proportion.js';
import { sharePrior } from './shrinkage.js';
import { criticalT } from './student-t.js';

/** How units differ, in the unit of the score: their mean (mu), tau² between their levels, sigma² of one answer about its own. */
export interface Spread {
  mean: number;
  between: number;
  within: number;
}

/** What is known of a unit before: at least its answers. */
interface Answered {
  n: number;
}

/** A kind of score: what it is of one unit, and how units that have answers differ; null when there is nothing to learn from. */
export interface ScoreKind<T extends Answered> {
  score: (unit: T) => number;
  spread: (units: readonly T[]) => Spread | null;
}

/** Shares from 0 to 1, as in shrinkage.ts: tau² = m (1 - m) rho and sigma² = m (1 - m) (1 - rho), so that r = n / (n + k). */
export const SHARES: ScoreKind<Share> = {
  score: ({ hits, n }) => hits / n,
  spread: (units) => {
    const prior = sharePrior(units);
    if (prior === null) return null;
    const { mean, correlation } = prior;
    const all = mean * (1 - mean);
    return { mean, between: all * correlation, within: all * (1 - correlation) };
  },
};

/**
 * Means of answers in any unit (net emotion has answers of +1, 0 and -1), by the analysis of variance with unequal numbers
 * (Searle, Casella and McCulloch 1992, "Variance components", chapter 3), with I units and N answers:
 * sigma² = sum of squares within / (N - I), tau² = (sum n (m_i - m)² - (I - 1) sigma²) / (N - sum n² / N), not below zero.
 */
export const MEANS: ScoreKind<Moments> = {
  score: ({ sum, n }) => sum / n,
  spread: (units) => {
    const total = units.reduce((all, { n }) => all + n, 0);
    const mean = units.reduce((all, { sum }) => all + sum, 0) / total;
    const room = total - units.reduce((all, { n }) => all + n * n, 0) / total;
    if (!(room > 0) || total <= units.length) return null;
    const squares = units.reduce((all, { n, sum, sumOfSquares }) => all + sumOfSquares - (sum * sum) / n, 0);
    const within = Math.max(0, squares) / (total - units.length);
    const apart = units.reduce((all, { n, sum }) => all + n * (sum / n - mean) ** 2, 0);
    const between = Math.max(0, (apart - (units.length - 1) * within) / room);
    return within + between > 0 ? { mean, between, within } : null;
  },
};

/** A unit of the group: its place among all units, how much it counts in the group's score, and how many answers came after. */
export interface Chosen {
  unit: number;
  weight: number;
  later: number;
}

/** r = tau² / (tau² + sigma² / n): how much of a difference between scores of n answers is one between units; from 0 to 1. */
export function reliability(n: number, { between, within }: Spread): number {
  return between / (between + within / n);
}

/**
 * By how much the group's score changes when nothing was done, in the unit of the score: the sum of v (1 - r) (mu - score) over
 * its units, v their share of the weight. `n` is the units of the group that have answers on both sides; the others are left
 * out. The interval is where the change that is then seen lies with this confidence, which has two sources of error:
 * what stays open about levels and later answers, sum v² (tau² (1 - r) + sigma² / later), and that mu, tau² and sigma² are
 * estimated, by the jackknife over up to 20 groups of units (Efron 1982, "The jackknife, the bootstrap and other resampling
 * plans"), with Student's t on groups - 1 degrees of freedom.
 * Null when nobody of the group has answers on both sides, or the units do not tell how units differ.
 */
export function expectedRebound<T extends Answered>(
  kind: ScoreKind<T>,
  units: readonly T[],
  group: readonly Chosen[],
  confidence = CONFIDENCE,
): Estimate | null {
  const used = group.filter(({ unit, later, weight }) => units[unit]!.n > 0 && later > 0 && weight > 0);
  const answered = units.filter(({ n }) => n > 0);
  const spread = kind.spread(answered);
  if (used.length === 0 || spread === null) return null;
  const value = reboundOf(kind, units, used, spread);
  const parts = Math.min(JACKKNIFE_GROUPS, answered.length);
  const others = Array.from({ length: parts }, (_, part) =>
    kind.spread(answered.filter((_, at) => at % parts !== part)),
  )
    .filter((other) => other !== null)
    .map((other) => reboundOf(kind, units, used, other));
  if (others.length < 2) return null;
  const error = Math.sqrt(openVariance(units, used, spread) + jackknifeVariance(others));
  const half = criticalT(confidence, others.length - 1) * error;
  return { value, low: value - half, high: value + half, n: used.length };
}

const JACKKNIFE_GROUPS = 20;

function reboundOf<T extends Answered>(
  kind: ScoreKind<T>,
  units: readonly T[],
  group: readonly Chosen[],
  spread: Spread,
): number {
  const weight = group.reduce((sum, one) => sum + one.weight, 0);
  return group.reduce((sum, one) => {
    const unit = units[one.unit]!;
    return sum + (one.weight / weight) * (1 - reliability(unit.n, spread)) * (spread.mean - kind.score(unit));
  }, 0);
}

/** Of the change that is seen: what the scores before leave open about the levels, and the chance of the answers after. */
function openVariance(units: readonly Answered[], group: readonly Chosen[], spread: Spread): number {
  const weight = group.reduce((sum, one) => sum + one.weight, 0);
  return group.reduce((sum, one) => {
    const level = spread.between * (1 - reliability(units[one.unit]!.n, spread));
    return sum + (one.weight / weight) ** 2 * (level + spread.within / one.later);
  }, 0);
}

function jackknifeVariance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return ((values.length - 1) / values.length) * squares;
}
