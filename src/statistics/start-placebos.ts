/**
 * What an estimator says where nothing had happened: the start of every unit is moved back, and the rows from its true start on
 * are left out, so that all that is left was untreated. An estimator that sees an effect there saw something else than the
 * treatment: units that were moving already, or that were chosen after a bad month.
 */
import { type Panel, rowsOf } from './panel/panel.js';

/** By so many weeks starts are moved back unless a study says otherwise: a quarter and half a year. */
export const WEEKS_BACK: readonly number[] = [13, 26];

/** What the estimator said of starts moved back by so many weeks. */
export interface StartPlacebo<T> {
  weeks: number;
  result: T;
}

/**
 * The estimate for each move. Rows from the true start on have weight 0 in the panel that the estimator gets; units that never
 * start never do; a unit moved to before the first time is treated at all times that are left. Moves are left out for which no
 * row, or every row, would count as treated, and those of which the estimator says nothing (null).
 * Worked example: with its start in week 40 a unit counts as treated in weeks 27 to 39 when moved by 13.
 * @param start the first treated time of each unit; `panel.times` when it is never treated
 * @throws RangeError unless moves are whole numbers above zero
 */
export function startPlacebos<T>(
  panel: Panel,
  start: Int32Array,
  estimate: (panel: Panel, start: Int32Array) => T | null,
  weeksBack: readonly number[] = WEEKS_BACK,
): StartPlacebo<T>[] {
  if (!weeksBack.every((weeks) => Number.isInteger(weeks) && weeks > 0))
    throw new RangeError('A start is moved back by a whole number of weeks.');
  const untreated: Panel = { ...panel, weight: weightBefore(panel, start) };
  return weeksBack.flatMap((weeks) => {
    const moved = start.map((own) => (own >= panel.times ? panel.times : Math.max(0, own - weeks)));
    const left = [true, false].every((treated) => hasRow(untreated, moved, treated));
    const result = left ? estimate(untreated, moved) : null;
    return result === null ? [] : [{ weeks, result }];
  });
}

/** The panel's weights, 0 from a unit's start on. */
function weightBefore(panel: Panel, start: Int32Array): Float64Array {
  const weight = new Float64Array(rowsOf(panel));
  for (let unit = 0; unit < panel.units; unit += 1)
    for (let row = panel.from[unit]!; row < panel.from[unit + 1]!; row += 1)
      if (panel.time[row]! < start[unit]!) weight[row] = panel.weight[row]!;
  return weight;
}

/** Whether a row that counts is treated, or is not. */
function hasRow({ units, from, time, weight }: Panel, start: Int32Array, treated: boolean): boolean {
  for (let unit = 0; unit < units; unit += 1)
    for (let row = from[unit]!; row < from[unit + 1]!; row += 1)
      if (weight[row]! > 0 && time[row]! >= start[unit]! === treated) return true;
  return false;
}
