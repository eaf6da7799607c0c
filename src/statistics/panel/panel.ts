/**
 * A panel: units observed at times, not each at each time. It is kept unit-major, a row an observation, in typed arrays: an
 * estimator goes over the rows of a unit while they are at hand, and a column of three million rows is 24 MB.
 */

export interface Panel {
  /** How many units and times there are. */
  units: number;
  times: number;
  /** Rows of unit u: `from[u]` up to, not including, `from[u + 1]`; `units + 1` numbers. */
  from: Int32Array;
  /** The time of each row as its place, 0 to `times - 1`, ascending within a unit and each once. */
  time: Int32Array;
  /** How much each row counts, at least 0; a row of weight 0 takes no part. */
  weight: Float64Array;
}

/** How many rows a panel has. */
export const rowsOf = (panel: Panel): number => panel.time.length;

/** An observation before it is put in its place. */
export interface Observation {
  unit: number;
  time: number;
  weight: number;
}

/**
 * The panel of observations in any order, and for each of its rows the place that the observation had.
 * @throws RangeError when a unit is there twice at one time
 */
export function panelOf(observations: readonly Observation[], units: number, times: number) {
  const order = observations.map((_, at) => at);
  order.sort((a, b) => observations[a]!.unit - observations[b]!.unit || observations[a]!.time - observations[b]!.time);
  const sorted = order.map((at) => observations[at]!);
  sorted.forEach(({ unit, time }, row) => {
    const before = sorted[row - 1];
    if (before?.unit === unit && before.time === time) throw new RangeError('A unit has two rows at one time.');
  });
  const from = new Int32Array(units + 1);
  for (const { unit } of sorted) from[unit + 1]! += 1;
  for (let unit = 0; unit < units; unit += 1) from[unit + 1]! += from[unit]!;
  const panel: Panel = {
    units,
    times,
    from,
    time: Int32Array.from(sorted, ({ time }) => time),
    weight: Float64Array.from(sorted, ({ weight }) => weight),
  };
  return { panel, order };
}
