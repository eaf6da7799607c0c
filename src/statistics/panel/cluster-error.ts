/**
 * Errors of coefficients when rows of the same cluster (a unit, an area) go together: the sandwich A^-1 M A^-1, where A is
 * X'WX of the residualised columns and M = sum over clusters of s_g s_g', s_g = sum over the cluster's rows of w x e (Liang and
 * Zeger 1986, "Longitudinal data analysis using generalized linear models").
 */
import { CONFIDENCE, type Interval } from '../interval.js';
import { criticalT, studentCdf } from '../student-t.js';
import { type Cholesky, solve } from './cholesky.js';
import { type Panel } from './panel.js';

/** To which cluster each unit belongs, when units nest in clusters, or each row, when they do not; numbers from 0. */
export interface Clusters {
  of: 'unit' | 'row';
  number: Int32Array;
}

/** The standard error of an estimate and, on t with clusters - 1 degrees of freedom, its interval and two-sided p. */
export interface ClusterError extends Interval {
  /** Without and with the factor for small samples. */
  cr0: number;
  cr1: number;
  p: number;
}

/** Each unit is a cluster of its own. */
export const clustersOfUnits = ({ units }: Panel): Clusters => ({
  of: 'unit',
  number: Int32Array.from({ length: units }, (_, unit) => unit),
});

/** How many clusters have a row of weight above 0. */
export function clusterCount(panel: Panel, { of, number }: Clusters): number {
  const seen = new Set<number>();
  for (let unit = 0; unit < panel.units; unit += 1)
    for (let row = panel.from[unit]!; row < panel.from[unit + 1]!; row += 1)
      if (panel.weight[row]! > 0) seen.add(number[of === 'unit' ? unit : row]!);
  return seen.size;
}

/**
 * The scores of the clusters, s_g, row by row: clusters x columns.
 * @param columns residualised on both effects, a number a row
 * @param residuals e of the whole regression, a number a row
 */
export function clusterScores(
  panel: Panel,
  columns: readonly Float64Array[],
  residuals: Float64Array,
  { of, number }: Clusters,
): Float64Array {
  const many = 1 + number.reduce((most, one) => Math.max(most, one), -1);
  const scores = new Float64Array(many * columns.length);
  columns.forEach((column, place) => {
    for (let unit = 0; unit < panel.units; unit += 1)
      for (let row = panel.from[unit]!; row < panel.from[unit + 1]!; row += 1) {
        const cluster = number[of === 'unit' ? unit : row]!;
        scores[cluster * columns.length + place]! += panel.weight[row]! * column[row]! * residuals[row]!;
      }
  });
  return scores;
}

/** The variances and covariances CR0 = A^-1 M A^-1 of all coefficients, `size` x `size` row by row; 0 for columns left out. */
export function clusterCovariance(bread: Cholesky, scores: Float64Array): Float64Array {
  const { size } = bread;
  const covariance = new Float64Array(size * size);
  for (let first = 0; first < scores.length; first += size) {
    const pull = solve(bread, scores.subarray(first, first + size));
    for (let row = 0; row < size; row += 1)
      for (let column = 0; column < size; column += 1) covariance[row * size + column]! += pull[row]! * pull[column]!;
  }
  return covariance;
}

/** The factor for small samples by which CR1 is greater than CR0: G / (G - 1) x (N - 1) / (N - K). */
export const smallSampleFactor = (clusters: number, rows: number, parameters: number): number =>
  (clusters / (clusters - 1)) * ((rows - 1) / (rows - parameters));

/** The error of one estimate by its variance CR0; `factor` turns that into CR1, which the interval and p stand on. */
export const clusterError = (
  estimate: number,
  variance: number,
  sizes: { factor: number; clusters: number },
): ClusterError => clusterErrors(sizes)(estimate, variance);

/** The same for many estimates that stand on the same clusters: the t of their intervals is looked up once. */
export function clusterErrors({ factor, clusters }: { factor: number; clusters: number }) {
  const critical = criticalT(CONFIDENCE, clusters - 1);
  return (estimate: number, variance: number): ClusterError => {
    const [cr0, cr1] = [Math.sqrt(variance), Math.sqrt(variance * factor)];
    const half = critical * cr1;
    // An exact fit leaves nothing to be uncertain about.
    const p = cr1 > 0 ? Math.min(1, 2 * studentCdf(-Math.abs(estimate) / cr1, clusters - 1)) : estimate === 0 ? 1 : 0;
    return { cr0, cr1, low: estimate - half, high: estimate + half, p };
  };
}
