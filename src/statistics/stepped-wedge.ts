/**
 * What a stepped-wedge trial can see: areas get a training in waves, everything is measured at every step, and the effect is
 * told from areas that have it beside areas that do not have it yet.
 *
 * Hussey and Hughes (2007), "Design and analysis of stepped wedge cluster randomized trials", Contemporary Clinical Trials
 * 28:182-191. Model of the mean of cluster i at step t: y_it = l_t + u_i + theta X_it + e_it, with a fixed effect of each step,
 * u_i of variance tau² between clusters, and e_it of variance sigma_i². Here sigma_i² may differ between clusters, so that
 * areas of unequal size need no average size.
 */
import { CONFIDENCE } from './interval.js';
import { criticalZ, normalCdf, normalQuantile } from './normal.js';

/** Chance of seeing an effect at which a plan is usually called large enough. */
export const USUAL_POWER = 0.8;

/** Who has the training when: 1 or 0 for each cluster and step, `clusters` x `steps`, cluster by cluster. */
export interface Design {
  clusters: number;
  steps: number;
  treated: Uint8Array;
}

/** Variances in the square of the outcome's unit. */
export interface Spread {
  /** Of a cluster's mean at one step about its own level (sigma_i²), a number a cluster; p (1 - p) / n for a share of n. */
  cell: Float64Array;
  /** Between the levels of clusters (tau²), at least 0. */
  between: number;
}

/**
 * The design of waves: nobody has the training at step 0, wave w (from 0) has it from step w + 1, and clusters of wave -1
 * never. There are as many steps as waves, and one.
 */
export function wedgeOf(wave: Int32Array, waves: number): Design {
  const steps = waves + 1;
  const treated = new Uint8Array(wave.length * steps);
  wave.forEach((own, cluster) => {
    if (own >= 0) treated.fill(1, cluster * steps + own + 1, (cluster + 1) * steps);
  });
  return { clusters: wave.length, steps, treated };
}

/**
 * The variance of the effect by generalised least squares, exactly. The covariance of a cluster's steps is
 * V_i = sigma_i² I + tau² J, so with g_i = tau² / (sigma_i² + T tau²) its inverse is (I - g_i J) / sigma_i². Eliminating the
 * effects of the steps leaves 1 / Var = c - (sum_t b_t² + k / d (sum_t b_t)²) / p, where c = sum_i X_i' V_i^-1 X_i,
 * b = sum_i V_i^-1 X_i, p = sum 1 / sigma_i², k = sum g_i / sigma_i² and d = sum 1 / (sigma_i² + T tau²).
 * With one sigma² for all it is the formula of Hussey and Hughes.
 * Infinity when the design cannot tell the effect from the steps (all start together, say).
 * @throws RangeError when a variance is no positive number (`between` may be 0), or shapes differ
 */
export function effectVariance(design: Design, spread: Spread): number {
  check(design, spread);
  const { clusters, steps, treated } = design;
  const pull = new Float64Array(steps);
  let [own, precision, shared, rest] = [0, 0, 0, 0];
  for (let cluster = 0; cluster < clusters; cluster += 1) {
    const cell = spread.cell[cluster]!;
    const whole = cell + steps * spread.between;
    const drawn = spread.between / whole;
    const row = treated.subarray(cluster * steps, (cluster + 1) * steps);
    const many = row.reduce((sum, x) => sum + x, 0);
    row.forEach((x, step) => (pull[step]! += (x - drawn * many) / cell));
    own += (many - drawn * many * many) / cell;
    precision += 1 / cell;
    shared += drawn / cell;
    rest += 1 / whole;
  }
  const squares = pull.reduce((sum, b) => sum + b * b, 0);
  const total = pull.reduce((sum, b) => sum + b, 0);
  const information = own - (squares + (shared / rest) * total * total) / precision;
  return information > NOTHING_LEFT * own ? 1 / information : Infinity;
}

/**
 * The chance that an effect of this size is told from none, two-sided: Phi(|theta| / se - z), as in the paper; the chance of
 * telling it with the wrong sign is left out. From 0 to 1.
 */
export function powerOf(effect: number, variance: number, confidence = CONFIDENCE): number {
  return normalCdf(Math.abs(effect) / Math.sqrt(variance) - criticalZ(confidence));
}

/** The smallest effect seen with this power, (z + z_power) se, in the unit of the outcome. */
export function smallestVisible(variance: number, power = USUAL_POWER, confidence = CONFIDENCE): number {
  return (criticalZ(confidence) + normalQuantile(power)) * Math.sqrt(variance);
}

/** Of the information about the effect so little may be rounding alone. */
const NOTHING_LEFT = 1e-10;

function check({ clusters, steps, treated }: Design, { cell, between }: Spread): void {
  if (treated.length !== clusters * steps) throw new RangeError('A design has one number for each cluster and step.');
  if (cell.length !== clusters) throw new RangeError('Each cluster has its own variance of a cell.');
  if (!cell.every((variance) => variance > 0 && Number.isFinite(variance)))
    throw new RangeError('The variance of a cell is a number above zero.');
  if (!(between >= 0 && Number.isFinite(between)))
    throw new RangeError('The variance between clusters is not negative.');
}
