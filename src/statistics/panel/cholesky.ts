/** Symmetric positive definite systems of equations, by Cholesky's decomposition A = L L' (Golub and Van Loan, 4.2). */

/** A pivot below this share of its diagonal element is taken for zero: its column is a combination of those before it. */
export const ZERO_PIVOT = 1e-10;

export interface Cholesky {
  size: number;
  /** L row by row in the lower triangle, `size` x `size`. */
  lower: Float64Array;
  /** The columns that are no combination of those before them; the others are left out of every solution (their value is 0). */
  independent: Uint8Array;
}

/**
 * The decomposition of a symmetric matrix, `size` x `size` row by row, whose lower triangle is read and overwritten.
 * Columns that are combinations of those before them are found and left out.
 */
export function cholesky(matrix: Float64Array, size: number): Cholesky {
  const independent = new Uint8Array(size);
  const diagonal = Float64Array.from({ length: size }, (_, at) => matrix[at * size + at]!);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < row; column += 1) {
      const left = matrix[row * size + column]! - product(matrix, size, row, column, column);
      matrix[row * size + column] = independent[column] === 1 ? left / matrix[column * size + column]! : 0;
    }
    const pivot = matrix[row * size + row]! - product(matrix, size, row, row, row);
    independent[row] = pivot > ZERO_PIVOT * diagonal[row]! ? 1 : 0;
    matrix[row * size + row] = independent[row] === 1 ? Math.sqrt(pivot) : 0;
  }
  return { size, lower: matrix, independent };
}

/** The x with A x = b, in a new array; 0 for the columns that were left out. */
export function solve({ size, lower, independent }: Cholesky, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from({ length: size }, (_, at) => b[at]!);
  for (let row = 0; row < size; row += 1) {
    let left = x[row]!;
    for (let column = 0; column < row; column += 1) left -= lower[row * size + column]! * x[column]!;
    x[row] = independent[row] === 1 ? left / lower[row * size + row]! : 0;
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    if (independent[row] === 0) continue;
    const own = x[row]! / lower[row * size + row]!;
    x[row] = own;
    for (let column = 0; column < row; column += 1) x[column]! -= lower[row * size + column]! * own;
  }
  return x;
}

/** The sum of the products of the first `many` numbers of two rows. */
function product(matrix: Float64Array, size: number, one: number, other: number, many: number): number {
  let sum = 0;
  const [a, b] = [one * size, other * size];
  for (let at = 0; at < many; at += 1) sum += matrix[a + at]! * matrix[b + at]!;
  return sum;
}
