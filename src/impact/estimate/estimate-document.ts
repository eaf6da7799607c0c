/** What an estimator answers, for programs; say-estimates.ts has it for people. */
import type { ClusterError } from '../../statistics/panel/cluster-error.js';
import type { DropReason, Dropped } from '../../statistics/panel/two-way-estimate.js';

export interface StudyEstimate {
  /** The name of the column; `att` for the average effect on the treated; `week -3`. */
  name: string;
  /** Times since the start, below 0 before it; only of estimates by week. */
  week?: number;
  estimate: number;
  /** Without and with the factor for small samples; null where there is none to be had. */
  se: { cr0: number | null; cr1: number | null };
  low: number | null;
  high: number | null;
  p: number | null;
  /** What an effect stands on. */
  rows?: number;
  units?: number;
  clusters?: number;
}

/** A test of all weeks before the start together. */
export interface StudyTest {
  method: 'f' | 'wildBootstrap';
  statistic: number;
  freedom: [number, number];
  p: number;
  /** By F, whatever the method is. */
  pByF: number;
  draws: number;
}

export interface DroppedColumn {
  name: string;
  reason: DropReason;
}

export interface EstimateDocument {
  estimator: string;
  /** Rows that the estimates stand on, and clusters with one. */
  n: number;
  clusters: number;
  dropped: {
    /** Rows of weight 0, and treated rows of which nothing says what they would have been. */
    rows: number;
    columns: DroppedColumn[];
    /** Weeks since the start without a coefficient. */
    weeks: number[];
  };
  /** How the errors were made, in a sentence. */
  convention: string;
  estimates: StudyEstimate[];
  test?: StudyTest;
  /** Slopes of covariates where they are not estimates themselves. */
  covariates?: { name: string; estimate: number }[];
  /** What was dropped, in sentences. */
  messages: string[];
}

/** The figures of an estimate by its error; without one nothing but the estimate. */
export function figures(estimate: number, error: ClusterError | null): Omit<StudyEstimate, 'name'> {
  if (error === null) return { estimate, se: { cr0: null, cr1: null }, low: null, high: null, p: null };
  const { cr0, cr1, low, high, p } = error;
  return { estimate, se: { cr0, cr1 }, low, high, p };
}

/** Columns by their names rather than their places. */
export const namedDropped = (dropped: readonly Dropped[], names: readonly string[]): DroppedColumn[] =>
  dropped.map(({ column, reason }) => ({ name: names[column]!, reason }));

export function saysDropped({ name, reason }: DroppedColumn): string {
  return reason === 'absorbed'
    ? `“${name}” is dropped: effects of units and times say all that it says.`
    : `“${name}” is dropped: the columns before it say all that it says.`;
}
