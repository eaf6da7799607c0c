import { addDays, endOfLondonDay, type IsoDate, londonDate, startOfLondonDay } from '../../platform/dates.js';

/** Undoing is possible until 23:59:59 in London on the day on which the assignment was made. */
export function mayUndo(madeAt: Date, now: Date): boolean {
  return now <= endOfLondonDay(londonDate(madeAt));
}

/**
 * When people are told: the day after, so that what is undone was never said; at once when it is due today or tomorrow,
 * because waiting would cost them the time they need.
 */
export function tellAt(toldFrom: Date, dueOn: IsoDate): Date {
  const tomorrow = addDays(londonDate(toldFrom), 1);
  return dueOn <= tomorrow ? toldFrom : startOfLondonDay(tomorrow);
}
