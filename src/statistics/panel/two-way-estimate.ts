/**
 * Two-way fixed effects, y_bt = a_b + l_t + beta' x_bt + e_bt, by weighted least squares on an unbalanced panel. An association:
 * where treatment starts at different times and its effect grows, beta is no average of effects (Goodman-Bacon 2021,
 * "Difference-in-differences with variation in treatment timing"), which is why the headline comes from imputation.
 */
import { type Cholesky, cholesky, solve } from './cholesky.js';
import {
  type ClusterError,
  clusterCount,
  clusterCovariance,
  clusterError,
  type Clusters,
  clusterScores,
  clustersOfUnits,
  smallSampleFactor,
} from './cluster-error.js';
import { type Panel } from './panel.js';
import { residualsOf, type TwoWay, twoWay } from './two-way.js';

/** Why a column has no coefficient: effects of units and times say all it says, or columns before it do. */
export type DropReason = 'absorbed' | 'collinear';

/** A column without a coefficient, by its place among those given. */
export interface Dropped {
  column: number;
  reason: DropReason;
}

/** A coefficient; `column` is the place of its column among those given. Without an error when there is one cluster only. */
export interface Slope {
  column: number;
  estimate: number;
  error: ClusterError | null;
}

export interface TwoWayEstimate {
  /** Rows of weight above 0. */
  rows: number;
  clusters: number;
  /** K of the factor for small samples. */
  parameters: number;
  slopes: Slope[];
  dropped: Dropped[];
  /** How the errors were made, in a sentence; or why there are none. */
  convention: string;
}

/** A column of which less than this share of its variance is left says nothing beyond effects of units and times. */
const ABSORBED = 1e-12;
/** Below this share of its sum of squares a number is but rounding. */
const ROUNDING = 1e-24;

/**
 * The coefficients of columns beside effects of units and times, with errors by cluster.
 * beta = (X~'W X~)^-1 X~'W y~, where ~ is what is left after both effects (Frisch and Waugh 1933); CR0 as in cluster-error.ts;
 * CR1 = CR0 x G/(G-1) x (N-1)/(N-K), with K = slopes + times when units nest in clusters and K = slopes + units + times -
 * connected components when they do not; interval and p by t with G - 1 degrees of freedom.
 * To save memory `y` is overwritten by the residuals e and each of `columns` by what is left of it.
 * @param y a number a row of the panel
 * @param columns the regressors, each a number a row; those that say nothing new are dropped and named
 */
export function twoWayEstimate(
  panel: Panel,
  y: Float64Array,
  columns: readonly Float64Array[],
  clusters: Clusters = clustersOfUnits(panel),
): TwoWayEstimate {
  const fit = twoWay(panel);
  const absorbed = columns.map((column) => isAbsorbed(fit, column));
  residualsOf(fit, y, y);
  const used = columns.map((_, column) => column).filter((column) => !absorbed[column]);
  const left = used.map((column) => columns[column]!);
  const bread = cholesky(crossProducts(panel, left), left.length);
  const slopes = solve(
    bread,
    left.map((column) => product(panel.weight, column, y)),
  );
  left.forEach((column, place) => {
    const slope = slopes[place]!;
    if (slope !== 0) for (let row = 0; row < y.length; row += 1) y[row]! -= slope * column[row]!;
  });
  const independent = used.filter((_, place) => bread.independent[place] === 1);
  const sizes = sizesOf(fit, clusters, independent.length);
  const errors = errorsOf(bread, slopes, () => clusterScores(panel, left, y, clusters), sizes);
  return {
    ...{ rows: sizes.rows, clusters: sizes.clusters, parameters: sizes.parameters },
    slopes: used
      .map((column, place) => ({ column, estimate: slopes[place]!, error: errors?.[place] ?? null }))
      .filter((_, place) => bread.independent[place] === 1),
    dropped: columns.flatMap((_, column): Dropped[] => {
      if (absorbed[column]) return [{ column, reason: 'absorbed' }];
      return independent.includes(column) ? [] : [{ column, reason: 'collinear' }];
    }),
    convention: conventionOf(sizes, clusters.of),
  };
}

interface Sizes {
  rows: number;
  clusters: number;
  parameters: number;
}

/** Takes both effects off a column, in place, and says whether nothing but rounding is left. */
function isAbsorbed(fit: TwoWay, column: Float64Array): boolean {
  const { weight } = fit;
  const total = weight.reduce((sum, one) => sum + one, 0);
  const squares = product(weight, column, column);
  let sum = 0;
  for (let row = 0; row < column.length; row += 1) if (weight[row]! > 0) sum += weight[row]! * column[row]!;
  const mean = total > 0 ? sum / total : 0;
  // About its mean first, so that a column of great numbers loses none of its digits.
  for (let row = 0; row < column.length; row += 1) column[row]! -= mean;
  const spread = product(weight, column, column);
  residualsOf(fit, column, column);
  return product(weight, column, column) <= ABSORBED * spread + ROUNDING * squares;
}

/** Both triangles of X'WX, row by row. */
function crossProducts({ weight }: Panel, columns: readonly Float64Array[]): Float64Array {
  const size = columns.length;
  const products = new Float64Array(size * size);
  columns.forEach((one, row) => {
    for (let column = 0; column <= row; column += 1)
      products[row * size + column] = products[column * size + row] = product(weight, one, columns[column]!);
  });
  return products;
}

function product(weight: Float64Array, one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < weight.length; row += 1) if (weight[row]! > 0) sum += weight[row]! * one[row]! * other[row]!;
  return sum;
}

function sizesOf({ panel, weight, components }: TwoWay, clusters: Clusters, slopes: number): Sizes {
  const rows = weight.reduce((many, one) => (one > 0 ? many + 1 : many), 0);
  const known = (of: Int32Array) => of.reduce((many, one) => (one >= 0 ? many + 1 : many), 0);
  const [units, times] = [known(components.ofUnit), known(components.ofTime)];
  const effects = clusters.of === 'unit' ? times : units + times - components.count;
  return { rows, clusters: clusterCount(panel, clusters), parameters: slopes + effects };
}

function errorsOf(
  bread: Cholesky,
  slopes: Float64Array,
  scores: () => Float64Array,
  sizes: Sizes,
): ClusterError[] | null {
  const { rows, clusters, parameters } = sizes;
  if (clusters < 2 || rows <= parameters) return null;
  const covariance = clusterCovariance(bread, scores());
  const factor = smallSampleFactor(clusters, rows, parameters);
  return Array.from(slopes, (slope, place) =>
    clusterError(slope, covariance[place * (bread.size + 1)]!, { factor, clusters }),
  );
}

function conventionOf({ rows, clusters, parameters }: Sizes, of: Clusters['of']): string {
  if (clusters < 2) return 'No standard errors: all rows are in one cluster, and errors by cluster need at least two.';
  if (rows <= parameters) return `No standard errors: ${rows} rows cannot tell ${parameters} parameters from chance.`;
  const counted =
    of === 'unit'
      ? 'units nest in clusters, K = slopes + times'
      : 'units do not nest in clusters, K = slopes + units + times - connected components';
  return (
    `CR1 = CR0 x G/(G-1) x (N-1)/(N-K) with G = ${clusters}, N = ${rows}, K = ${parameters} (${counted}); ` +
    `interval and p by Student's t with ${clusters - 1} degrees of freedom on CR1.`
  );
}
