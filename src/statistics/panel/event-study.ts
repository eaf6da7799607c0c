/**
 * The difference week by week, from 12 weeks before the start to 26 after it: before it by a regression on untreated rows, after it
 * by imputation. The two are not on one scale by construction, each with its own baseline, and are said so.
 */
import { type Imputation, imputation, LEAST_CLUSTERS } from './imputation.js';
import type { Interval } from '../interval.js';
import { type PreWeek, type PreWeekFit, preWeekFit } from './pre-weeks.js';
import { type Staggered, untreatedFit } from './staggered.js';
import type { TwoWay } from './two-way.js';

/** Weeks before the start that are shown go back to this many. */
export const FIRST_WEEK = 12;

/** The difference in a week since the start, below 0 before it, with the rows, units and clusters it stands on. */
export interface EventWeek extends Interval {
  week: number;
  estimate: number;
  se: number;
  p: number;
  rows: number;
  units: number;
  clusters: number;
}

export interface EventStudy {
  /** Ascending by week. */
  weeks: EventWeek[];
  /** Weeks before the start without a coefficient. */
  dropped: number[];
  convention: string;
}

export interface EventStudyOptions {
  /** `untreatedFit`, `imputation` and `preWeekFit` (of FIRST_WEEK weeks) of the same panel, when they are there already. */
  fit?: TwoWay;
  imputed?: Imputation;
  before?: PreWeekFit;
  /** In place of LEAST_CLUSTERS: a week is shown while at least so many clusters have a row in it. */
  leastClusters?: number;
}

/**
 * Weeks -12 to -1: coefficients of a column for each on untreated rows, y = a_b + l_t + coefficients + e, with errors CR1
 * and t with G - 1 degrees of freedom. Their baseline is untreated rows further back and units not treated by then, or ever.
 * Week 0 and later: see `imputation` (Borusyak, Jaravel and Spiess 2024 keep the two apart for the same reason: a test of weeks
 * before the start then uses no treated row).
 */
export function eventStudy(staggered: Staggered, options: EventStudyOptions = {}): EventStudy {
  const { fit = untreatedFit(staggered), leastClusters = LEAST_CLUSTERS } = options;
  const { imputed = imputation(staggered, { fit, leastClusters }), before = preWeekFit(staggered, fit, FIRST_WEEK) } =
    options;
  const { rows, clusters, parameters, weeks, dropped } = before;
  const shown = (weeks ?? []).filter((week) => week.clusters >= leastClusters).map(eventWeek);
  return {
    weeks: [...shown.reverse(), ...imputed.weeks],
    dropped,
    convention:
      `Weeks before the start: regression on untreated rows, baseline rows more than ${FIRST_WEEK} weeks before the start and ` +
      `units never treated, CR1 with G = ${clusters}, N = ${rows}, K = ${parameters} (units nest in clusters, ` +
      `K = slopes + times). Since the start: imputation. ${imputed.convention}`,
  };
}

const eventWeek = ({ week, estimate, error, rows, units, clusters }: PreWeek): EventWeek => ({
  ...{ week, estimate, se: error.cr1, low: error.low, high: error.high, p: error.p },
  ...{ rows, units, clusters },
});
