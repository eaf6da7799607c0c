/**
 * The stretches of time of the link between completion and scores. Completion is taken before the scored window, so that
 * nothing done in it can count towards it. Worked example on Wednesday 10 February 2027 with 13 weeks: scored from the
 * week of 9 November to the week of 1 February, completion as it stood at the end of Sunday 8 November; the change is
 * against the 13 weeks before and completion at the end of 9 August.
 */
import { type Weeks, weeksUpTo } from '../feedback/metrics/period.js';
import { addDays, type IsoDate, lastClosedWeek } from '../platform/dates.js';

export interface LinkWindow {
  now: Weeks;
  before: Weeks;
  /** The day at whose end completion is read, for either window. */
  completedBy: IsoDate;
  completedByBefore: IsoDate;
}

export function linkWindow(today: IsoDate, weeks: number): LinkWindow {
  const last = lastClosedWeek(today);
  const [now, before] = [weeksUpTo(last, weeks), weeksUpTo(last, weeks, weeks)];
  return { now, before, completedBy: addDays(now.from, -1), completedByBefore: addDays(before.from, -1) };
}
