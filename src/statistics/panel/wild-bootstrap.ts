/**
 * The wild cluster bootstrap of the test of weeks before the start, with the null imposed: y is drawn anew as the fit by effects
 * alone plus v_g e, where e are the residuals of that fit and v_g is one random number for all rows of a cluster (Cameron, Gelbach and
 * Miller 2008, "Bootstrap-based improvements for inference with clustered errors"). With few clusters an F distribution
 * rejects too often, and this does not.
 */
import { placeboInTime } from '../placebo.js';
import { seededRandom } from '../seeded-random.js';
import { solve } from './cholesky.js';
import { columnLeft, columnOf, forUntreated, type PreWeeks, residualWithout, scoresOf } from './pre-weeks.js';
import { clusterNumbers, clustersWith, count, type Staggered } from './staggered.js';
import type { TwoWay } from './two-way.js';
import { waldOf } from './wald.js';

/** Below so many clusters two points give too few different draws (2^11 = 2,048), and six are used. */
export const SIX_POINTS_BELOW = 12;

/** Rademacher's two points, and Webb's six (Webb 2014, "Reworking wild bootstrap based inference for clustered errors"). */
const TWO_POINTS = [-1, 1];
const SIX_POINTS = [-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)];

export interface WildBootstrap {
  p: number;
  draws: number;
  convention: string;
}

/**
 * p = (1 + number of draws whose statistic is at least as great) / (1 + draws).
 * Each draw is fitted anew on both effects and all weeks, exactly, but not row by row: effects of units stay taken off when
 * all rows of a cluster are multiplied alike, so only the effects of times are solved for (see `redrawn`).
 * @param wald the statistic of the panel itself
 */
export function wildBootstrap(
  staggered: Staggered,
  fit: TwoWay,
  preWeeks: PreWeeks,
  { wald, seed, draws }: { wald: number; seed: number; draws: number },
): WildBootstrap {
  const random = seededRandom(seed);
  const clusters = count(clustersWith(staggered, (_, row) => fit.weight[row]! > 0));
  const points = clusters < SIX_POINTS_BELOW ? SIX_POINTS : TWO_POINTS;
  const sums = clusterSums(staggered, fit, preWeeks);
  const v = new Float64Array(sums.numbers);
  const statistics = Array.from({ length: draws }, () => {
    for (let cluster = 0; cluster < v.length; cluster += 1) v[cluster] = points[Math.floor(random() * points.length)]!;
    const { pull, scores } = redrawn(fit, preWeeks, sums, v);
    // A draw that cannot be tested speaks for the null.
    return waldOf(preWeeks, pull, scores) ?? Infinity;
  });
  return {
    p: placeboInTime(wald, statistics).p,
    draws,
    convention:
      `p by the wild cluster bootstrap with the null imposed, ${draws} draws of ` +
      `${points === SIX_POINTS ? "Webb's six points" : "Rademacher's two points"}, seed ${seed}.`,
  };
}

/** What a draw needs of each cluster g, with e the residuals under the null and x~ the columns without both effects. */
export interface ClusterSums {
  /** How many numbers of clusters there are. */
  numbers: number;
  /** s_g = X~_g'W e_g: numbers x columns. */
  scores: Float64Array;
  /** Sums of w e by time: numbers x times. */
  residuals: Float64Array;
  /**
   * What effects of times and slopes take off the scores: for each number and column a line of times + columns numbers, C_g (sums of
   * w x~ by time) and A_g = X~_g'W X~_g.
   */
  lines: Float64Array;
}

export function clusterSums(staggered: Staggered, fit: TwoWay, preWeeks: PreWeeks): ClusterSums {
  const { panel, clusters } = staggered;
  const [numbers, k] = [clusterNumbers(clusters), preWeeks.columns];
  const [times, long] = [panel.times, panel.times + k];
  const residual = residualWithout(staggered, fit);
  const [residuals, lines] = [new Float64Array(numbers * times), new Float64Array(numbers * k * long)];
  forUntreated(staggered, fit, (unit, row, weight) => {
    const [cluster, time] = [clusters[unit]!, panel.time[row]!];
    const own = columnOf(staggered, k, unit, row);
    residuals[cluster * times + time]! += weight * residual(unit, row);
    for (let column = 0; column < k; column += 1) {
      const [left, line] = [weight * columnLeft(staggered, preWeeks, unit, row, column), (cluster * k + column) * long];
      lines[line + time]! += left;
      if (own >= 0) lines[line + times + own]! += left;
    }
  });
  takeOffTimes(lines, preWeeks, times);
  return { numbers, scores: scoresOf(staggered, fit, preWeeks, residual), residuals, lines };
}

/**
 * A_g from sum over rows of w x~_j d_k: x~_k is d_k less its effects, and w x~_j adds up to 0 within units, so that only the effects
 * of times are to be taken off, sum over times of C_g,j l_k.
 */
function takeOffTimes(lines: Float64Array, { columns: k, times: effects }: PreWeeks, times: number): void {
  for (let line = 0; line < lines.length; line += times + k)
    for (let time = 0; time < times; time += 1) {
      const left = lines[line + time]!;
      for (let other = 0; other < k; other += 1) lines[line + times + other]! -= left * effects[time * k + other]!;
    }
}

/**
 * The X~'W y and the scores of a draw v. Of v e the effects of units are 0 and those of times are b = L^+ (sum of v_g r_g),
 * where r_g are the sums of w e by time; X~'W y = sum of v_g s_g, beta = A^-1 X~'W y, and the scores at the residuals of the whole
 * regression are v_g s_g - C_g b - A_g beta.
 */
export function redrawn(
  fit: TwoWay,
  { columns: k, bread }: PreWeeks,
  { numbers, scores: drawnFrom, residuals, lines }: ClusterSums,
  v: Float64Array,
): { pull: Float64Array; scores: Float64Array } {
  const times = fit.panel.times;
  const [pull, side, scores] = [new Float64Array(k), new Float64Array(times), new Float64Array(numbers * k)];
  for (let cluster = 0; cluster < numbers; cluster += 1) {
    const own = v[cluster]!;
    for (let time = 0; time < times; time += 1) side[time]! += own * residuals[cluster * times + time]!;
    for (let column = 0; column < k; column += 1) pull[column]! += own * drawnFrom[cluster * k + column]!;
  }
  const taken = Float64Array.from([...solve(fit.times, side), ...solve(bread, pull)]);
  for (let cluster = 0; cluster < numbers; cluster += 1)
    for (let column = 0; column < k; column += 1) {
      if (bread.independent[column] === 0) continue;
      const [at, line] = [cluster * k + column, (cluster * k + column) * taken.length];
      let score = v[cluster]! * drawnFrom[at]!;
      for (let place = 0; place < taken.length; place += 1) score -= lines[line + place]! * taken[place]!;
      scores[at] = score;
    }
  return { pull, scores };
}
