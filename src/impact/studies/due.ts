/**
 * When a study is worked out by itself. Each look at data that are still coming in is one more chance to be fooled by them,
 * so it is not looked at every week: once to begin with, once there should be enough, every four weeks, and at its end.
 */
import { addDays, daysBetween, type IsoDate } from '../../platform/dates.js';

export interface SeenSoFar {
  /** Monday of the last week read by its latest result; null without one. */
  closedTo: IsoDate | null;
  /** When that result expected to have enough data; null when it had, or could not say. */
  enoughOn: IsoDate | null;
  /** Monday of the study's last week. */
  lastWeek: IsoDate;
}

export const WEEKS_BETWEEN_LOOKS = 4;

/** @param lastClosed Monday of the last week that is closed */
export function isDue({ closedTo, enoughOn, lastWeek }: SeenSoFar, lastClosed: IsoDate): boolean {
  const upTo = lastClosed < lastWeek ? lastClosed : lastWeek;
  if (closedTo === null) return true;
  if (upTo <= closedTo) return false;
  if (upTo === lastWeek) return true;
  if (enoughOn !== null) return addDays(lastClosed, 7) >= enoughOn;
  return daysBetween(closedTo, upTo) >= 7 * WEEKS_BETWEEN_LOOKS;
}
