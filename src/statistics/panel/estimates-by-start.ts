/**
 * The estimators as functions of the starts, for lots drawn a thousand times on a small panel of clusters: only the estimates,
 * without errors, and what can be worked out once is (statistics/permutation.ts asks for the outcome and the treatment).
 */
import type { EstimateByStart } from '../permutation.js';
import { type Panel, rowsOf } from './panel.js';
import { type Effects, effectsOf, isIdentified, residualsOf, type TwoWay, twoWay } from './two-way.js';

/** 1 on the rows of a unit from its start on, 0 before; a number a row. */
export function treatedFrom(panel: Panel, start: Int32Array): Float64Array {
  const treated = new Float64Array(rowsOf(panel));
  for (let unit = 0; unit < panel.units; unit += 1)
    for (let row = panel.from[unit]!; row < panel.from[unit + 1]!; row += 1)
      treated[row] = panel.time[row]! >= start[unit]! ? 1 : 0;
  return treated;
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
  return (other) => {
    const treated = treatedFrom(panel, other);
    const left = residualsOf(fit, treated);
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
  const treatment = treatedFrom(panel, start);
  return (other) => {
    const treated = treatedFrom(panel, other);
    const fit = twoWay(
      panel,
      panel.weight.map((weight, row) => (treated[row] === 1 ? 0 : weight)),
    );
    return {
      outcome: meanEffect(fit, y, effectsOf(fit, y), treated),
      treatment: meanEffect(fit, treatment, effectsOf(fit, treatment), treated),
    };
  };
}

/** Below this share of its sum of squares nothing but rounding is left of a treatment. */
const ABSORBED = 1e-10;

function product(weight: Float64Array, one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < weight.length; row += 1) if (weight[row]! > 0) sum += weight[row]! * one[row]! * other[row]!;
  return sum;
}

function meanEffect(fit: TwoWay, y: Float64Array, effects: Effects, treated: Float64Array): number {
  const { panel } = fit;
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
