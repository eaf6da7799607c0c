/**
 * The estimators as functions of the starts, for lots drawn a thousand times on a small panel of clusters: only the estimates,
 * without errors, and what can be worked out once is (statistics/permutation.ts asks for the outcome and the treatment).
 */
import type { EstimateByStart } from '../permutation.js';
import { type Observation, type Panel, panelOf, rowsOf } from './panel.js';
import { effectsOf, isIdentified, residualsOf, type TwoWay, twoWay } from './two-way.js';

/** 1 on the rows of a unit from its start on, 0 before; a number a row, in `out` when it is given. */
export function treatedFrom(
  panel: Panel,
  start: Int32Array,
  out: Float64Array = new Float64Array(rowsOf(panel)),
): Float64Array {
  for (let unit = 0; unit < panel.units; unit += 1)
    for (let row = panel.from[unit]!; row < panel.from[unit + 1]!; row += 1)
      out[row] = panel.time[row]! >= start[unit]! ? 1 : 0;
  return out;
}

/**
 * The two-way coefficient S w d~ y~ / S w d~², d the treatment by the given starts and ~ what effects of units and times leave
 * of it (estimator 1). The effects are of all rows whatever the starts, so the panel is taken apart once. NaN where the effects say
 * all that the starts do (all start together, say).
 * @param y a number a row
 * @param start the true first treated time of each unit of the panel
 */
export function coefficientByStart(panel: Panel, y: Float64Array, start: Int32Array): EstimateByStart {
  const fit = twoWay(panel);
  const [outcome, treatment] = [residualsOf(fit, y), residualsOf(fit, treatedFrom(panel, start))];
  const [treated, left] = [new Float64Array(y.length), new Float64Array(y.length)];
  return (other) => {
    residualsOf(fit, treatedFrom(panel, other, treated), left);
    const room = product(panel.weight, left, treated);
    if (!(room > ABSORBED * product(panel.weight, treated, treated))) return { outcome: NaN, treatment: NaN };
    return {
      outcome: product(panel.weight, left, outcome) / room,
      treatment: product(panel.weight, left, treatment) / room,
    };
  };
}

/**
 * The imputed effect S w (y - a - l) / S w over rows treated by the given starts, a and l fitted on the others (estimator 2);
 * rows whose effects are not identified are left out. NaN where none is left.
 * @param y a number a row
 * @param start the true first treated time of each unit of the panel
 */
export function imputationByStart(panel: Panel, y: Float64Array, start: Int32Array): EstimateByStart {
  const { panel: turned, order } = fewerTimes(panel);
  const along = (column: Float64Array, out: Float64Array = new Float64Array(y.length)) => {
    for (let row = 0; row < out.length; row += 1) out[row] = column[order[row]!]!;
    return out;
  };
  const outcome = along(y);
  const treatment = along(treatedFrom(panel, start));
  // Filled anew for each start: a thousand columns a second are more than the memory is cleared of.
  const [dealt, treated, weight] = [new Float64Array(y.length), new Float64Array(y.length), new Float64Array(y.length)];
  return (other) => {
    along(treatedFrom(panel, other, dealt), treated);
    for (let row = 0; row < y.length; row += 1) weight[row] = treated[row] === 1 ? 0 : turned.weight[row]!;
    const fit = twoWay(turned, weight);
    return { outcome: meanEffect(fit, outcome, treated), treatment: meanEffect(fit, treatment, treated) };
  };
}

/**
 * The panel turned so that its times are the fewer: units and times are alike to their effects, and a fit takes as long as the
 * square of the times. `order` is the row of the panel that each row of the turned one is.
 */
function fewerTimes(panel: Panel): { panel: Panel; order: ArrayLike<number> } {
  const { units, times, from, time, weight } = panel;
  if (times <= units) return { panel, order: time.map((_, row) => row) };
  const rows: Observation[] = [];
  for (let unit = 0; unit < units; unit += 1)
    for (let row = from[unit]!; row < from[unit + 1]!; row += 1)
      rows.push({ unit: time[row]!, time: unit, weight: weight[row]! });
  return panelOf(rows, times, units);
}

/** Below this share of its sum of squares nothing but rounding is left of a treatment. */
const ABSORBED = 1e-10;

function product(weight: Float64Array, one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < weight.length; row += 1) if (weight[row]! > 0) sum += weight[row]! * one[row]! * other[row]!;
  return sum;
}

function meanEffect(fit: TwoWay, y: Float64Array, treated: Float64Array): number {
  const { panel } = fit;
  const effects = effectsOf(fit, y);
  let [total, sum] = [0, 0];
  for (let unit = 0; unit < panel.units; unit += 1)
    for (let row = panel.from[unit]!; row < panel.from[unit + 1]!; row += 1) {
      const [time, weight] = [panel.time[row]!, panel.weight[row]!];
      if (treated[row] === 0 || !(weight > 0) || !isIdentified(fit, unit, time)) continue;
      total += weight;
      sum += weight * (y[row]! - effects.unit[unit]! - effects.time[time]!);
    }
  return sum / total;
}
