/**
 * Effects of units and of times, y_bt = a_b + l_t, by weighted least squares on an unbalanced panel, exactly: the effects of
 * units are eliminated and the T x T system that remains for the times is solved once by Cholesky's decomposition, in each
 * connected component with its first time at zero (Abowd, Creecy and Kramarz 2002). Whatever the estimators of the panel need
 * is one or two passes over the rows with it: fitted effects, residuals, and solutions of the normal equations for any right side.
 */
import { type Cholesky, cholesky, solve } from './cholesky.js';
import { type Components, componentsOf } from './components.js';
import { type Panel, rowsOf } from './panel.js';
import { timeSystem } from './time-system.js';

/** The normal equations of both effects for one panel and one set of weights, ready to be solved. */
export interface TwoWay {
  panel: Panel;
  /** A row of weight 0 takes no part in the fit. */
  weight: Float64Array;
  components: Components;
  /** Sum of the weights of each unit. */
  unitWeight: Float64Array;
  times: Cholesky;
}

/** An effect for each unit and each time; 0 where there is none to be had (see `isIdentified`). */
export interface Effects {
  unit: Float64Array;
  time: Float64Array;
}

/** @param weight in place of the panel's own, for instance 0 on the rows to leave out */
export function twoWay(panel: Panel, weight = panel.weight): TwoWay {
  const components = componentsOf(panel, weight);
  const unitWeight = new Float64Array(panel.units);
  for (let unit = 0; unit < panel.units; unit += 1)
    for (let row = panel.from[unit]!; row < panel.from[unit + 1]!; row += 1) unitWeight[unit]! += weight[row]!;
  const system = timeSystem(panel, weight, unitWeight);
  ground(system, components.ofTime);
  return { panel, weight, components, unitWeight, times: cholesky(system, panel.times) };
}

/** Whether both effects of a row are known, and on one scale: its unit and time are linked by rows of weight above 0. */
export function isIdentified({ components: { ofUnit, ofTime } }: TwoWay, unit: number, time: number): boolean {
  return ofUnit[unit]! >= 0 && ofUnit[unit] === ofTime[time];
}

/** The effects that minimise the sum of w (y - a - l)². */
export function effectsOf(fit: TwoWay, y: Float64Array): Effects {
  const { panel, weight, unitWeight } = fit;
  const unitSums = new Float64Array(panel.units);
  const left = new Float64Array(panel.times);
  for (let unit = 0; unit < panel.units; unit += 1) {
    const [first, end] = [panel.from[unit]!, panel.from[unit + 1]!];
    let sum = 0;
    for (let row = first; row < end; row += 1) if (weight[row]! > 0) sum += weight[row]! * y[row]!;
    unitSums[unit] = sum;
    const mean = unitWeight[unit]! > 0 ? sum / unitWeight[unit]! : 0;
    for (let row = first; row < end; row += 1)
      if (weight[row]! > 0) left[panel.time[row]!]! += weight[row]! * (y[row]! - mean);
  }
  return withUnits(fit, unitSums, solve(fit.times, left));
}

/**
 * The solution of the normal equations for another right side: effects whose weighted sums over the rows of each unit and of
 * each time are the given ones. These must add up to the same over the units and the times of each component.
 */
export function effectsFromSums(fit: TwoWay, unitSums: Float64Array, timeSums: Float64Array): Effects {
  const { panel, weight, unitWeight } = fit;
  const left = Float64Array.from(timeSums);
  for (let unit = 0; unit < panel.units; unit += 1) {
    if (!(unitWeight[unit]! > 0)) continue;
    const mean = unitSums[unit]! / unitWeight[unit]!;
    if (mean === 0) continue;
    for (let row = panel.from[unit]!; row < panel.from[unit + 1]!; row += 1)
      left[panel.time[row]!]! -= weight[row]! * mean;
  }
  return withUnits(fit, unitSums, solve(fit.times, left));
}

/** What is left of y when both effects are taken off, a number a row; 0 on rows that take no part. `out` may be y itself. */
export function residualsOf(
  fit: TwoWay,
  y: Float64Array,
  out: Float64Array = new Float64Array(rowsOf(fit.panel)),
): Float64Array {
  const { panel, weight } = fit;
  const { unit: unitEffects, time: timeEffects } = effectsOf(fit, y);
  for (let unit = 0; unit < panel.units; unit += 1) {
    const own = unitEffects[unit]!;
    for (let row = panel.from[unit]!; row < panel.from[unit + 1]!; row += 1)
      out[row] = weight[row]! > 0 ? y[row]! - own - timeEffects[panel.time[row]!]! : 0;
  }
  return out;
}

function withUnits({ panel, weight, unitWeight }: TwoWay, unitSums: Float64Array, time: Float64Array): Effects {
  const unit = new Float64Array(panel.units);
  for (let one = 0; one < panel.units; one += 1) {
    if (!(unitWeight[one]! > 0)) continue;
    let sum = unitSums[one]!;
    for (let row = panel.from[one]!; row < panel.from[one + 1]!; row += 1)
      sum -= weight[row]! * time[panel.time[row]!]!;
    unit[one] = sum / unitWeight[one]!;
  }
  return { unit, time };
}

/** The first time of each component, and times without rows, are held at zero: their equation becomes x = 0. */
function ground(system: Float64Array, ofTime: Int32Array): void {
  const times = ofTime.length;
  const grounded = new Set<number>();
  for (let at = 0; at < times; at += 1) {
    const component = ofTime[at]!;
    if (component >= 0 && grounded.has(component)) continue;
    grounded.add(component);
    // A column without a pivot is left out of every solution.
    for (let other = 0; other < times; other += 1) system[Math.max(at, other) * times + Math.min(at, other)] = 0;
  }
}
