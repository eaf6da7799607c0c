/**
 * Whether units moved before they were treated: a column for each of the last weeks before the start, 1 on untreated rows of
 * that week and 0 elsewhere, beside effects of units and times. The columns are 1 on a row a unit at most, so they are never
 * written out: x~ = d - a_b - l_t with the effects of each column, and x~_j'W x~_k = x~_j'W d_k asks for the rows of d_k only.
 */
import { type Cholesky, cholesky, solve } from './cholesky.js';
import { type ClusterError, clusterCovariance, clusterErrors, smallSampleFactor } from './cluster-error.js';
import { clusterNumbers, clustersWith, count, type Staggered } from './staggered.js';
import { timeEffects } from './time-effects.js';
import { effectsOf, type TwoWay } from './two-way.js';

/** Columns by weeks before the start: column 0 is the last week before it, column j the one j weeks further back. */
export interface PreWeeks {
  columns: number;
  /** The effects of each column, units x columns and times x columns. */
  units: Float64Array;
  times: Float64Array;
  /** X~'W X~; columns that effects or nearer weeks say already are left out. */
  bread: Cholesky;
}

/** The coefficient of a week before the start (-1 and lower), with its rows, the units and clusters these belong to. */
export interface PreWeek {
  week: number;
  estimate: number;
  error: ClusterError;
  rows: number;
  units: number;
  clusters: number;
}

export interface PreWeekFit {
  preWeeks: PreWeeks;
  /** X~'W y, a number a column. */
  pull: Float64Array;
  /** The scores of the clusters, sum of w x~ e with e of the whole regression: cluster numbers x columns. */
  scores: Float64Array;
  /** Untreated rows, clusters with one, and K = slopes + times (units nest in clusters). */
  rows: number;
  clusters: number;
  parameters: number;
  /** By week, the nearest first; null when errors by cluster cannot be had. */
  weeks: PreWeek[] | null;
  /** Weeks without a coefficient: without rows, or not to be told from effects and nearer weeks. */
  dropped: number[];
}

/** The residual of an untreated row. */
export type Residual = (unit: number, row: number) => number;

/** A column of which less than this share of its weight is left is said by effects of units and times. */
const ABSORBED = 1e-9;

/** The column that a row is in; -1 when it is in none. */
export function columnOf({ panel, start }: Staggered, columns: number, unit: number, row: number): number {
  const before = start[unit]! - panel.time[row]! - 1;
  return start[unit]! < panel.times && before >= 0 && before < columns ? before : -1;
}

/** The regression on the last `columns` weeks before the start, by untreated rows, with errors by cluster (CR0 and CR1). */
export function preWeekFit(staggered: Staggered, fit: TwoWay, columns: number): PreWeekFit {
  const preWeeks = preWeeksOf(staggered, fit, columns);
  const { bread } = preWeeks;
  const residual = residualWithout(staggered, fit);
  const pull = pullOf(staggered, fit, columns, residual);
  const slopes = solve(bread, pull);
  const left = residualWith(staggered, preWeeks, slopes, residual);
  const scores = scoresOf(staggered, fit, preWeeks, left);
  const sizes = {
    rows: fit.weight.reduce((many, one) => (one > 0 ? many + 1 : many), 0),
    clusters: count(clustersWith(staggered, (_, row) => fit.weight[row]! > 0)),
    parameters: count(bread.independent) + fit.components.ofTime.reduce((many, one) => (one >= 0 ? many + 1 : many), 0),
  };
  const dropped = Array.from(bread.independent, (one, column) => (one === 1 ? 0 : -1 - column)).filter(
    (week) => week < 0,
  );
  const weeks = weeksOf(staggered, fit, { preWeeks, slopes, scores, ...sizes });
  return { preWeeks, pull, scores, ...sizes, weeks, dropped };
}

/** What is left of y on an untreated row when both effects are taken off. */
export function residualWithout({ panel, y }: Staggered, fit: TwoWay): Residual {
  const { unit: units, time: times } = effectsOf(fit, y);
  return (unit, row) => y[row]! - units[unit]! - times[panel.time[row]!]!;
}

/** x~ of a row in one column. */
export const columnLeft = (
  staggered: Staggered,
  preWeeks: PreWeeks,
  unit: number,
  row: number,
  column: number,
): number =>
  (columnOf(staggered, preWeeks.columns, unit, row) === column ? 1 : 0) -
  preWeeks.units[unit * preWeeks.columns + column]! -
  preWeeks.times[staggered.panel.time[row]! * preWeeks.columns + column]!;

/**
 * The sum of w x~ e over the rows of each cluster, cluster numbers x columns; 0 in columns left out. Residuals must add up to 0
 * within every unit: then the effects of units in x~ add nothing.
 */
export function scoresOf(staggered: Staggered, fit: TwoWay, preWeeks: PreWeeks, residual: Residual): Float64Array {
  const { panel, clusters } = staggered;
  const { columns, times, bread } = preWeeks;
  const scores = new Float64Array(clusterNumbers(clusters) * columns);
  forUntreated(staggered, fit, (unit, row, weight) => {
    const [pull, first] = [weight * residual(unit, row), clusters[unit]! * columns];
    const time = panel.time[row]! * columns;
    for (let column = 0; column < columns; column += 1) scores[first + column]! -= pull * times[time + column]!;
    const own = columnOf(staggered, columns, unit, row);
    if (own >= 0) scores[first + own]! += pull;
  });
  return scores.map((score, at) => (bread.independent[at % columns] === 1 ? score : 0));
}

/** Calls with each untreated row and its weight. */
export function forUntreated(
  { panel }: Staggered,
  fit: TwoWay,
  visit: (unit: number, row: number, weight: number) => void,
): void {
  for (let unit = 0; unit < panel.units; unit += 1)
    for (let row = panel.from[unit]!; row < panel.from[unit + 1]!; row += 1)
      if (fit.weight[row]! > 0) visit(unit, row, fit.weight[row]!);
}

function preWeeksOf(staggered: Staggered, fit: TwoWay, columns: number): PreWeeks {
  const { panel } = staggered;
  const units = new Float64Array(panel.units * columns);
  const times = timeEffects(fit, columns, (unit, unitSums, timeSums) => {
    for (let row = panel.from[unit]!; row < panel.from[unit + 1]!; row += 1) {
      const column = columnOf(staggered, columns, unit, row);
      if (column < 0) continue;
      unitSums[column]! += fit.weight[row]!;
      timeSums[panel.time[row]! * columns + column]! += fit.weight[row]!;
    }
  });
  forUntreated(staggered, fit, (unit, row, weight) => {
    const [own, first, time] = [columnOf(staggered, columns, unit, row), unit * columns, panel.time[row]! * columns];
    const share = weight / fit.unitWeight[unit]!;
    for (let column = 0; column < columns; column += 1)
      units[first + column]! += share * ((own === column ? 1 : 0) - times[time + column]!);
  });
  const preWeeks = { columns, units, times };
  return { ...preWeeks, bread: breadOf(staggered, fit, preWeeks) };
}

function breadOf(staggered: Staggered, fit: TwoWay, preWeeks: Omit<PreWeeks, 'bread'>): Cholesky {
  const { columns } = preWeeks;
  const [products, weights] = [new Float64Array(columns * columns), new Float64Array(columns)];
  const whole = { ...preWeeks, bread: { size: 0, lower: products, independent: new Uint8Array(0) } };
  forUntreated(staggered, fit, (unit, row, weight) => {
    const own = columnOf(staggered, columns, unit, row);
    if (own < 0) return;
    weights[own]! += weight;
    for (let column = 0; column < columns; column += 1)
      products[own * columns + column]! += weight * columnLeft(staggered, whole, unit, row, column);
  });
  weights.forEach((weight, column) => {
    if (products[column * (columns + 1)]! > ABSORBED * weight) return;
    for (let other = 0; other < columns; other += 1)
      products[column * columns + other] = products[other * columns + column] = 0;
  });
  return cholesky(products, columns);
}

function pullOf(staggered: Staggered, fit: TwoWay, columns: number, residual: Residual): Float64Array {
  const pull = new Float64Array(columns);
  forUntreated(staggered, fit, (unit, row, weight) => {
    const column = columnOf(staggered, columns, unit, row);
    if (column >= 0) pull[column]! += weight * residual(unit, row);
  });
  return pull;
}

/** e of the whole regression. */
function residualWith(staggered: Staggered, preWeeks: PreWeeks, slopes: Float64Array, without: Residual): Residual {
  const { panel } = staggered;
  const { columns, units, times } = preWeeks;
  const along = (effects: Float64Array, many: number) =>
    Float64Array.from({ length: many }, (_, at) =>
      slopes.reduce((sum, slope, column) => sum + slope * effects[at * columns + column]!, 0),
    );
  const [ofUnit, ofTime] = [along(units, panel.units), along(times, panel.times)];
  return (unit, row) => {
    const column = columnOf(staggered, columns, unit, row);
    return without(unit, row) + ofUnit[unit]! + ofTime[panel.time[row]!]! - (column < 0 ? 0 : slopes[column]!);
  };
}

interface Solved {
  preWeeks: PreWeeks;
  slopes: Float64Array;
  scores: Float64Array;
  rows: number;
  clusters: number;
  parameters: number;
}

function weeksOf(staggered: Staggered, fit: TwoWay, solved: Solved): PreWeek[] | null {
  const { preWeeks, slopes, scores, rows, clusters, parameters } = solved;
  const { columns, bread } = preWeeks;
  if (clusters < 2 || rows <= parameters) return null;
  const covariance = clusterCovariance(bread, scores);
  const errorOf = clusterErrors({ factor: smallSampleFactor(clusters, rows, parameters), clusters });
  const numbers = clusterNumbers(staggered.clusters);
  const [many, seen] = [new Int32Array(columns), new Uint8Array(columns * numbers)];
  forUntreated(staggered, fit, (unit, row) => {
    const column = columnOf(staggered, columns, unit, row);
    if (column < 0) return;
    many[column]! += 1;
    seen[column * numbers + staggered.clusters[unit]!] = 1;
  });
  return Array.from(slopes, (estimate, column): PreWeek => {
    const error = errorOf(estimate, covariance[column * (columns + 1)]!);
    const with_ = count(seen.subarray(column * numbers, (column + 1) * numbers));
    // A unit has one row in a week.
    return { week: -1 - column, estimate, error, rows: many[column]!, units: many[column]!, clusters: with_ };
  }).filter((_, column) => bread.independent[column] === 1);
}
