import { addDays, daysBetween, type IsoDate } from '../../platform/dates.js';

/** Long leave from a day to the day before `to`. */
export interface Leave {
  from: IsoDate;
  /** The first day back. */
  to: IsoDate;
}

/**
 * Long leave stops the clock: the days away between `since` and the date are added to it, also when that reaches into the
 * next leave. Ten days away before a date of 10 June make it 20 June. The SQL function due_after_leave says the same.
 * @param leaves those with a known end, the earliest first
 */
export function dueAfterLeave(leaves: readonly Leave[], since: IsoDate, due: IsoDate): IsoDate {
  return leaves
    .filter(({ to }) => to > since)
    .reduce(
      (day, { from, to }) => (from > day ? day : addDays(day, daysBetween(from > since ? from : since, to))),
      due,
    );
}
