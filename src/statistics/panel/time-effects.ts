import { solve } from './cholesky.js';
import type { TwoWay } from './two-way.js';

/**
 * The effects of times of many columns at once, which are given by their weighted sums over each unit and each time: what
 * `effectsFromSums` solves, for columns that are 1 on a few rows and 0 elsewhere, and of no interest but by their times.
 * An effect of a time is enough wherever it is multiplied by residuals, since these add up to 0 within every unit.
 * @param columns how many, k
 * @param add puts a unit's weighted sums into `unitSums` (k numbers, 0 before) and adds them at each time to `timeSums` (T x k)
 * @returns T x k numbers, the columns of a time beside each other
 */
export function timeEffects(
  { panel, weight, unitWeight, times }: TwoWay,
  columns: number,
  add: (unit: number, unitSums: Float64Array, timeSums: Float64Array) => void,
): Float64Array {
  const left = new Float64Array(panel.times * columns);
  const sums = new Float64Array(columns);
  for (let unit = 0; unit < panel.units; unit += 1) {
    sums.fill(0);
    add(unit, sums, left);
    const total = unitWeight[unit]!;
    if (!(total > 0) || sums.every((sum) => sum === 0)) continue;
    for (let row = panel.from[unit]!; row < panel.from[unit + 1]!; row += 1) {
      const share = weight[row]! / total;
      if (share === 0) continue;
      const first = panel.time[row]! * columns;
      for (let column = 0; column < columns; column += 1) left[first + column]! -= share * sums[column]!;
    }
  }
  const side = new Float64Array(panel.times);
  for (let column = 0; column < columns; column += 1) {
    for (let time = 0; time < panel.times; time += 1) side[time] = left[time * columns + column]!;
    solve(times, side).forEach((effect, time) => (left[time * columns + column] = effect));
  }
  return left;
}
