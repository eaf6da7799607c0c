/** Covariates beside effects of units and times, with slopes that are learnt on untreated rows alone. */
import { type Cholesky, cholesky, solve } from './cholesky.js';
import { isIdentified, type TwoWay, effectsOf } from './two-way.js';
import type { Staggered } from './staggered.js';
import type { Dropped } from './two-way-estimate.js';

/** Slopes by the places of their columns, and what is left of these columns on all rows, in the same order. */
export interface Adjustment {
  slopes: { column: number; estimate: number }[];
  columns: readonly Float64Array[];
  dropped: Dropped[];
  /** (X~'W X~)^-1 q over untreated rows. */
  solved: (q: ArrayLike<number>) => Float64Array;
}

/** A column of which less than this share of its variance is left says nothing beyond effects of units and times. */
const ABSORBED = 1e-12;
/** Below this share of its sum of squares a number is but rounding. */
const ROUNDING = 1e-24;

/**
 * g = (X~'W X~)^-1 X~'W y over untreated rows, where x~ is what is left of x after effects of units and times that are learnt
 * there as well (Frisch and Waugh 1933); on treated rows x~ = x - a - l likewise. Each column is overwritten by its x~,
 * which is 0 on rows that say nothing.
 */
export function adjustmentFor(staggered: Staggered, fit: TwoWay, covariates: readonly Float64Array[]): Adjustment {
  const absorbed = covariates.map((column) => isAbsorbed(fit, column));
  const used = covariates.map((_, column) => column).filter((column) => !absorbed[column]);
  const found = cholesky(crossProducts(fit, at(covariates, used)), used.length);
  const kept = used.filter((_, place) => found.independent[place] === 1);
  const columns = at(covariates, kept);
  const bread: Cholesky = cholesky(crossProducts(fit, columns), kept.length);
  const slopes = solve(
    bread,
    columns.map((column) => product(fit.weight, column, staggered.y)),
  );
  return {
    slopes: kept.map((column, place) => ({ column, estimate: slopes[place]! })),
    columns,
    dropped: covariates.flatMap((_, column): Dropped[] => {
      if (absorbed[column]) return [{ column, reason: 'absorbed' }];
      return kept.includes(column) ? [] : [{ column, reason: 'collinear' }];
    }),
    solved: (q) => solve(bread, q),
  };
}

const at = (columns: readonly Float64Array[], places: readonly number[]) => places.map((place) => columns[place]!);

/** Takes both effects off a column, in place, and says whether nothing but rounding is left of it on untreated rows. */
function isAbsorbed(fit: TwoWay, column: Float64Array): boolean {
  const { panel, weight } = fit;
  const squares = product(weight, column, column);
  const mean = meanOf(weight, column);
  // About its mean first, so that a column of great numbers loses none of its digits.
  for (let row = 0; row < column.length; row += 1) column[row]! -= mean;
  const spread = product(weight, column, column);
  const effects = effectsOf(fit, column);
  for (let unit = 0; unit < panel.units; unit += 1)
    for (let row = panel.from[unit]!; row < panel.from[unit + 1]!; row += 1) {
      const time = panel.time[row]!;
      const known = panel.weight[row]! > 0 && isIdentified(fit, unit, time);
      column[row] = known ? column[row]! - effects.unit[unit]! - effects.time[time]! : 0;
    }
  return product(weight, column, column) <= ABSORBED * spread + ROUNDING * squares;
}

function meanOf(weight: Float64Array, column: Float64Array): number {
  let [sum, total] = [0, 0];
  for (let row = 0; row < weight.length; row += 1) {
    if (!(weight[row]! > 0)) continue;
    sum += weight[row]! * column[row]!;
    total += weight[row]!;
  }
  return total > 0 ? sum / total : 0;
}

/** Both triangles of X~'W X~ over untreated rows, row by row. */
function crossProducts({ weight }: TwoWay, columns: readonly Float64Array[]): Float64Array {
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
