import { cholesky, solve } from './cholesky.js';
import type { PreWeeks } from './pre-weeks.js';
import { count } from './staggered.js';

/**
 * Wald's statistic beta'V^-1 beta that all weeks before the start are as those further back. V = A^-1 M A^-1 without a factor
 * for small samples and A beta = X~'W y, so it is (X~'W y)' M^-1 X~'W y with M = sum over clusters of s s'.
 * Null when there is no week to test, or fewer clusters tell of them than there are weeks.
 * @param pull X~'W y, a number a column
 * @param scores s, clusters x columns, 0 in columns left out
 */
export function waldOf({ columns, bread }: PreWeeks, pull: Float64Array, scores: Float64Array): number | null {
  const meat = new Float64Array(columns * columns);
  for (let first = 0; first < scores.length; first += columns)
    for (let row = 0; row < columns; row += 1) {
      const own = scores[first + row]!;
      for (let column = 0; column <= row; column += 1) meat[row * columns + column]! += own * scores[first + column]!;
    }
  const found = cholesky(meat, columns);
  const weeks = count(bread.independent);
  if (weeks === 0 || count(found.independent) < weeks) return null;
  const solved = solve(found, pull);
  return pull.reduce((sum, one, column) => sum + one * solved[column]!, 0);
}
