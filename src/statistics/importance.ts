/**
 * How much of what customers answer to one question goes with each of several others: the share of explained variance that
 * each carries, when they go together among themselves.
 *
 * The measure is LMG (Lindeman, Merenda and Gold 1980, p. 119), the Shapley value of R²: what a predictor adds to R² of a
 * linear regression, averaged over all orders in which the predictors may enter. Grömping (2007), "Estimators of relative
 * importance in linear regression based on variance decomposition", The American Statistician 61, recommends it; Johnson's
 * relative weights come near it but change with the arbitrary rotation that they rest on (Thomas et al. 2014), and with six
 * predictors the 64 regressions of LMG are exact and cheap. It is an association and no cause.
 *
 * Everything is worked out from sums and sums of products, which add up over places.
 */

/** Of z = (1, x_1 ... x_k, y) the sums of all products z_i z_j with i <= j, row by row: (k + 2)(k + 3) / 2 numbers. */
export type ProductSums = ArrayLike<number>;

export interface Importance {
  /** Share of the variance of y that all predictors explain together, 0 to 1. */
  explained: number;
  /** What each carries of that share, in the order of the predictors; they add up to 1. */
  shares: number[];
}

/** How many sums there are for so many predictors. */
export const sumsFor = (predictors: number): number => ((predictors + 2) * (predictors + 3)) / 2;

/** Where the sum of z_i z_j stands, i <= j. */
export const placeOf = (i: number, j: number, predictors: number): number =>
  i * (predictors + 2) - (i * (i - 1)) / 2 + (j - i);

/**
 * LMG of `predictors` questions; null when y does not vary or nothing is explained. A predictor that does not vary, or that
 * others determine, adds nothing in the orders in which it comes after them.
 */
export function importanceOf(sums: ProductSums, predictors: number): Importance | null {
  const covariances = covariancesOf(sums, predictors);
  const total = covariances[predictors]?.[predictors] ?? 0;
  if (!(total > 1e-12)) return null;
  const sets = 2 ** predictors;
  const explained = Array.from({ length: sets }, (_, set) => explainedBy(set, covariances, predictors) / total);
  const all = explained[sets - 1] ?? 0;
  if (!(all > 1e-12)) return null;
  const weights = Array.from({ length: predictors }, (_, size) => 1 / (predictors * chosen(predictors - 1, size)));
  const added = weights.map(() => 0);
  for (let set = 0; set < sets; set += 1)
    for (let one = 0; one < predictors; one += 1)
      if (!(set & (1 << one))) added[one]! += weights[sizeOf(set)]! * (explained[set | (1 << one)]! - explained[set]!);
  return { explained: all, shares: added.map((share) => share / all) };
}

/** Covariances of (x_1 ... x_k, y), with n below the line. */
function covariancesOf(sums: ProductSums, predictors: number): number[][] {
  const n = sums[0] ?? 0;
  const at = (i: number, j: number) => sums[placeOf(Math.min(i, j), Math.max(i, j), predictors)] ?? 0;
  return Array.from({ length: predictors + 1 }, (_, i) =>
    Array.from({ length: predictors + 1 }, (_, j) => (at(i + 1, j + 1) - (at(0, i + 1) * at(0, j + 1)) / n) / n),
  );
}

/** The variance of y that the predictors in a set (as bits) explain, by elimination within that set. */
function explainedBy(set: number, covariances: readonly number[][], predictors: number): number {
  const used = Array.from({ length: predictors }, (_, one) => one).filter((one) => set & (1 << one));
  const rows = used.map((i) => [...used.map((j) => covariances[i]![j]!), covariances[i]![predictors]!]);
  let explained = 0;
  rows.forEach((row, pivot) => {
    const own = row[pivot]!;
    if (!(own > 1e-10 * covariances[used[pivot]!]![used[pivot]!]!)) return;
    explained += row[used.length]! ** 2 / own;
    for (const below of rows.slice(pivot + 1)) {
      const factor = below[pivot]! / own;
      for (let column = pivot; column <= used.length; column += 1) below[column]! -= factor * row[column]!;
    }
  });
  return explained;
}

const sizeOf = (set: number): number => (set === 0 ? 0 : (set & 1) + sizeOf(set >>> 1));

const chosen = (from: number, many: number): number =>
  Array.from({ length: many }, (_, k) => (from - k) / (k + 1)).reduce((product, factor) => product * factor, 1);
