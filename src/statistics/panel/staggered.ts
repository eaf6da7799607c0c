/**
 * A panel whose units start to be treated at different times and stay treated. Rows before the start, and all rows of units
 * that never start, are untreated: on them alone every estimator for such panels learns the effects of units and times, so
 * their fit is worked out once and handed round.
 */
import { type Panel, rowsOf } from './panel.js';
import { isIdentified, type TwoWay, twoWay } from './two-way.js';

export interface Staggered {
  panel: Panel;
  /** The outcome, a number a row; of no meaning on rows of weight 0. */
  y: Float64Array;
  /** For each unit the place of its first treated time; `panel.times` when it is never treated. */
  start: Int32Array;
  /** To which cluster each unit belongs, numbers from 0. */
  clusters: Int32Array;
}

/** So many weeks before the start are left out when units may have moved before they were treated. */
export const DONUT_WEEKS = 4;

/**
 * The effects of units and times by the untreated rows alone.
 * @param leaveOut so many times before the start take no part either, for instance DONUT_WEEKS
 */
export function untreatedFit({ panel, start }: Staggered, leaveOut = 0): TwoWay {
  const weight = new Float64Array(rowsOf(panel));
  for (let unit = 0; unit < panel.units; unit += 1) {
    const until = start[unit]! < panel.times ? start[unit]! - leaveOut : panel.times;
    const end = panel.from[unit + 1]!;
    for (let row = panel.from[unit]!; row < end && panel.time[row]! < until; row += 1) weight[row] = panel.weight[row]!;
  }
  return twoWay(panel, weight);
}

/** The first row of a unit that is treated; the end of its rows when none is. */
export function firstTreated({ panel: { from, time }, start }: Staggered, unit: number): number {
  let row = from[unit + 1]!;
  while (row > from[unit]! && time[row - 1]! >= start[unit]!) row -= 1;
  return row;
}

/** Whether something can be said of what a treated row would have been: both effects are known from untreated rows. */
export const isImputed = (fit: TwoWay, unit: number, row: number): boolean =>
  fit.panel.weight[row]! > 0 && isIdentified(fit, unit, fit.panel.time[row]!);

/** Which clusters have a row that counts, a 1 for each. */
export function clustersWith(
  { panel, clusters }: Staggered,
  counts: (unit: number, row: number) => boolean,
): Uint8Array {
  const seen = new Uint8Array(clusterNumbers(clusters));
  for (let unit = 0; unit < panel.units; unit += 1)
    for (let row = panel.from[unit]!; row < panel.from[unit + 1]! && seen[clusters[unit]!] === 0; row += 1)
      if (counts(unit, row)) seen[clusters[unit]!] = 1;
  return seen;
}

/** How many numbers of clusters there are, used or not. */
export const clusterNumbers = (clusters: Int32Array): number =>
  1 + clusters.reduce((most, one) => Math.max(most, one), -1);

/** How many ones. */
export const count = (flags: Uint8Array): number => flags.reduce((many, one) => many + one, 0);
