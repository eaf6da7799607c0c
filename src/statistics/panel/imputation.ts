/**
 * The imputation estimator for staggered starts (Borusyak, Jaravel and Spiess 2024, "Revisiting event-study designs: robust and
 * efficient estimation", Review of Economic Studies; Gardner 2022, "Two-stage differences in differences"): effects of units and
 * times from untreated rows alone say what treated rows would have been, and the difference is averaged. Unlike two-way fixed
 * effects it never takes a treated row for a comparison.
 */
import type { Interval } from '../interval.js';
import { clusterErrors } from './cluster-error.js';
import { type Adjustment, adjustmentFor } from './imputation-covariates.js';
import {
  clusterNumbers,
  clustersWith,
  count,
  firstTreated,
  isImputed,
  type Staggered,
  untreatedFit,
} from './staggered.js';
import { timeEffects } from './time-effects.js';
import type { Dropped } from './two-way-estimate.js';
import { effectsOf, type TwoWay } from './two-way.js';

/** Weeks since the start that are told apart go from 0 to this one. */
export const LAST_WEEK = 26;
/** A week since the start is shown while at least so many clusters have a row in it. */
export const LEAST_CLUSTERS = 30;

/** An average of effects with its error by cluster, and the treated rows, their units and clusters that it is an average of. */
export interface ImputedEffect extends Interval {
  estimate: number;
  se: number;
  p: number;
  rows: number;
  units: number;
  clusters: number;
}

/** The effect in one week since the start; 0 is the week of the start. */
export interface WeekEffect extends ImputedEffect {
  week: number;
}

export interface Imputation {
  /** Untreated rows, from which the effects of units and times are known. */
  rows: number;
  /** Clusters with an untreated row or a treated one that is used. */
  clusters: number;
  /** Treated rows left out because nothing says what they would have been. */
  dropped: number;
  /** The average over all treated rows; null without such rows, or with one cluster only. */
  att: ImputedEffect | null;
  /** By week since the start, ascending. */
  weeks: WeekEffect[];
  /** The slopes of covariates on untreated rows, by the places of their columns, and those without. */
  slopes: { column: number; estimate: number }[];
  droppedColumns: Dropped[];
  /** How the errors were made, in a sentence; or why there are none. */
  convention: string;
}

export interface ImputationOptions {
  /** `untreatedFit` of the same panel, when it is there already or leaves rows before the start out. */
  fit?: TwoWay;
  /** Columns, a number a row, with the same slope for all untreated rows. Overwritten, to save memory. */
  covariates?: readonly Float64Array[];
  /** In place of LEAST_CLUSTERS. */
  leastClusters?: number;
}

/**
 * a_b + l_t (+ x'g) by weighted least squares on untreated rows; tau = y - a - l (- x'g) on treated rows; the average effect is
 * S w tau / S w over all treated rows, or over those of one week since the start. Treated rows whose a_b or l_t is not known
 * are dropped and counted. With z = 1 on the rows of an average, S = sum of w z, h = X (X_u'W X_u)^-1 X'W z and e the
 * residuals of untreated rows, psi = [w z (tau - average) - 1(untreated) w e h] / S and Var = sum over clusters of
 * (sum of psi)², conservative where effects differ; interval and p by t with clusters - 1 degrees of freedom.
 * All averages are made together in three passes over the rows, and no column of rows is kept.
 */
export function imputation(staggered: Staggered, options: ImputationOptions = {}): Imputation {
  const { fit = untreatedFit(staggered), covariates = [], leastClusters = LEAST_CLUSTERS } = options;
  const adjustment = adjustmentFor(staggered, fit, covariates);
  const left = leftOf(staggered, fit, adjustment);
  const averages = averagesOf(staggered, fit, left);
  const took = clustersWith(staggered, (unit, row) => fit.weight[row]! > 0 || isUsed(staggered, fit, unit, row));
  const clusters = count(took);
  const variances = variancesOf(staggered, fit, { left, averages, adjustment });
  const errorOf = clusters < 2 ? null : clusterErrors({ factor: 1, clusters });
  const effects = averages.map((average, place): ImputedEffect | null => {
    if (average.rows === 0 || errorOf === null) return null;
    const { rows, units, estimate } = average;
    const { cr0: se, low, high, p } = errorOf(estimate, variances[place]!);
    return { estimate, se, low, high, p, rows, units, clusters: count(average.clusters) };
  });
  return {
    rows: fit.weight.reduce((many, one) => (one > 0 ? many + 1 : many), 0),
    clusters,
    dropped: droppedOf(staggered, fit),
    att: effects[0] ?? null,
    weeks: effects
      .slice(1)
      .flatMap((effect, week) => (effect && effect.clusters >= leastClusters ? [{ week, ...effect }] : [])),
    slopes: adjustment.slopes,
    droppedColumns: adjustment.dropped,
    convention: conventionOf(clusters),
  };
}

/** What is left of a row when the effects of unit and time, and covariates, are taken off: tau or e. */
type Left = (unit: number, row: number) => number;

function leftOf({ panel, y }: Staggered, fit: TwoWay, { slopes, columns }: Adjustment): Left {
  const { unit: units, time: times } = effectsOf(fit, y);
  const plain: Left = (unit, row) => y[row]! - units[unit]! - times[panel.time[row]!]!;
  if (slopes.length === 0) return plain;
  return (unit, row) =>
    slopes.reduce((rest, { estimate }, at) => rest - estimate * columns[at]![row]!, plain(unit, row));
}

const isUsed = ({ panel, start }: Staggered, fit: TwoWay, unit: number, row: number): boolean =>
  panel.time[row]! >= start[unit]! && isImputed(fit, unit, row);

/** The place of an average: 0 is the one of all treated rows, 1 + w that of week w since the start; -1 for later weeks. */
const placeOf = (week: number) => (week <= LAST_WEEK ? 1 + week : -1);
const PLACES = 2 + LAST_WEEK;

/** An average before it has an error. */
interface Average {
  estimate: number;
  /** Sum of weights, S. */
  weight: number;
  rows: number;
  units: number;
  /** A 1 for each cluster with a row in it. */
  clusters: Uint8Array;
}

function averagesOf(staggered: Staggered, fit: TwoWay, left: Left): Average[] {
  const { panel, clusters } = staggered;
  const numbers = clusterNumbers(clusters);
  const averages = Array.from({ length: PLACES }, (): Average => ({
    estimate: 0,
    weight: 0,
    rows: 0,
    units: 0,
    clusters: new Uint8Array(numbers),
  }));
  for (let unit = 0; unit < panel.units; unit += 1) {
    const before = averages[0]!.rows;
    forImputed(staggered, fit, unit, (row, place) => {
      const average = averages[place]!;
      average.weight += panel.weight[row]!;
      // The running mean keeps its digits where a sum of millions would not.
      average.estimate += (panel.weight[row]! / average.weight) * (left(unit, row) - average.estimate);
      average.rows += 1;
      if (place > 0) average.units += 1;
      average.clusters[clusters[unit]!] = 1;
    });
    if (averages[0]!.rows > before) averages[0]!.units += 1;
  }
  return averages;
}

/** Calls with each treated row of a unit that is used, once for every average it is in. */
function forImputed(
  staggered: Staggered,
  fit: TwoWay,
  unit: number,
  visit: (row: number, place: number) => void,
): void {
  const { panel, start } = staggered;
  for (let row = firstTreated(staggered, unit); row < panel.from[unit + 1]!; row += 1) {
    if (!isImputed(fit, unit, row)) continue;
    visit(row, 0);
    const place = placeOf(panel.time[row]! - start[unit]!);
    if (place > 0) visit(row, place);
  }
}

function droppedOf(staggered: Staggered, fit: TwoWay): number {
  const { panel } = staggered;
  let dropped = 0;
  for (let unit = 0; unit < panel.units; unit += 1)
    for (let row = firstTreated(staggered, unit); row < panel.from[unit + 1]!; row += 1)
      if (panel.weight[row]! > 0 && !isImputed(fit, unit, row)) dropped += 1;
  return dropped;
}

interface Parts {
  left: Left;
  averages: readonly Average[];
  adjustment: Adjustment;
}

/** The sum over clusters of (sum of psi)² for each average; h enters by its times (see `timeEffects`) and covariates. */
function variancesOf(staggered: Staggered, fit: TwoWay, { left, averages, adjustment }: Parts): Float64Array {
  const { panel, clusters } = staggered;
  const { weight, time } = panel;
  const h = timeEffects(fit, PLACES, (unit, unitSums, timeSums) =>
    forImputed(staggered, fit, unit, (row, place) => {
      unitSums[place]! += weight[row]!;
      timeSums[time[row]! * PLACES + place]! += weight[row]!;
    }),
  );
  const psi = new Float64Array(clusterNumbers(clusters) * PLACES);
  for (let unit = 0; unit < panel.units; unit += 1) {
    const own = psi.subarray(clusters[unit]! * PLACES, (clusters[unit]! + 1) * PLACES);
    for (let row = panel.from[unit]!; row < panel.from[unit + 1]!; row += 1) {
      if (!(fit.weight[row]! > 0)) continue;
      const [pull, first] = [fit.weight[row]! * left(unit, row), time[row]! * PLACES];
      for (let place = 0; place < PLACES; place += 1) own[place]! -= pull * h[first + place]!;
    }
    forImputed(staggered, fit, unit, (row, place) => {
      own[place]! += weight[row]! * (left(unit, row) - averages[place]!.estimate);
    });
  }
  if (adjustment.slopes.length > 0) takeOffCovariates(psi, staggered, fit, { left, averages, adjustment });
  const variances = new Float64Array(PLACES);
  psi.forEach((sum, at) => (variances[at % PLACES]! += (sum / averages[at % PLACES]!.weight) ** 2));
  return variances;
}

/** The part of h that covariates bring: x~'(X~'W X~)^-1 q, q = sum of w z x~ over the rows of an average. */
function takeOffCovariates(psi: Float64Array, staggered: Staggered, fit: TwoWay, { left, adjustment }: Parts): void {
  const { panel, clusters } = staggered;
  const { columns, solved } = adjustment;
  const size = columns.length;
  const pulls = new Float64Array(PLACES * size);
  const scores = new Float64Array(clusterNumbers(clusters) * size);
  for (let unit = 0; unit < panel.units; unit += 1) {
    const cluster = clusters[unit]!;
    for (let row = panel.from[unit]!; row < panel.from[unit + 1]!; row += 1) {
      if (!(fit.weight[row]! > 0)) continue;
      const pull = fit.weight[row]! * left(unit, row);
      for (let at = 0; at < size; at += 1) scores[cluster * size + at]! += pull * columns[at]![row]!;
    }
    forImputed(staggered, fit, unit, (row, place) => {
      for (let at = 0; at < size; at += 1) pulls[place * size + at]! += panel.weight[row]! * columns[at]![row]!;
    });
  }
  for (let place = 0; place < PLACES; place += 1) {
    const h = solved(pulls.subarray(place * size, (place + 1) * size));
    for (let at = place; at < psi.length; at += PLACES)
      for (let one = 0; one < size; one += 1) psi[at]! -= h[one]! * scores[((at - place) / PLACES) * size + one]!;
  }
}

const conventionOf = (clusters: number): string =>
  clusters < 2
    ? 'No standard errors: all rows are in one cluster, and errors by cluster need at least two.'
    : `Errors by the influence function, summed by cluster, without a factor for small samples (CR0), G = ${clusters}; ` +
      `interval and p by Student's t with ${clusters - 1} degrees of freedom.`;
