/** A range with its two ends, in the unit of whatever it is about. */
export interface Interval {
  low: number;
  high: number;
}

/** An estimate beside its interval and the number of observations behind it. */
export interface Estimate extends Interval {
  value: number;
  n: number;
}

/** Two-sided confidence that every interval of the product uses unless it says otherwise. */
export const CONFIDENCE = 0.95;

/** Whether an interval leaves no room for "no difference". */
export function excludesZero(interval: Interval): boolean {
  return interval.low > 0 || interval.high < 0;
}
