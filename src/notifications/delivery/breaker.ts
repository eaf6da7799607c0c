/**
 * The breaker: a mistake of a rule must not write to sixty thousand people. What may leave in an hour is twice what the
 * evening before expected to have left by its end, less what has left already, and a floor for what a day brings by itself
 * (nudges, questions, new colleagues).
 */
export interface HourVolume {
  /** Messages that the forecast of the day expected by the end of this hour. */
  expectedByNow: number;
  /** Messages that left by e-mail today before this hour began. */
  leftBefore: number;
  /** Messages that have left in this hour. */
  leftInHour: number;
  /** Messages that are due and would leave now. */
  waiting: number;
  /** What an administrator let go on today: the volume at which it had stopped. Null when nobody did. */
  letGo: number | null;
}

export const FLOOR = 500;
const FACTOR = 2;

export interface HourLimit {
  /** What was to be expected of this hour: the day's forecast that has not left yet. */
  expected: number;
  allowed: number;
  /** What this hour would come to. */
  volume: number;
  stops: boolean;
}

/** An example: 9,000 were planned for eight o'clock and 9,200 are due: 18,500 are allowed. 40,000 are due: it stops. */
export function hourLimit({ expectedByNow, leftBefore, leftInHour, waiting, letGo }: HourVolume): HourLimit {
  const expected = Math.max(0, expectedByNow - leftBefore);
  const allowed = FACTOR * Math.max(expected, letGo ?? 0) + FLOOR;
  const volume = leftInHour + waiting;
  return { expected, allowed, volume, stops: volume > allowed };
}
