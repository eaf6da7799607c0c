import { DateTime } from 'luxon';

/** A day people mean, `YYYY-MM-DD`, without a time or zone. Sorts as text. */
export type IsoDate = string;

/** The zone in which the network's days begin and end. */
export const LONDON = 'Europe/London';

const day = (date: IsoDate) => DateTime.fromISO(date, { zone: 'utc' });
const isoDate = (at: DateTime): IsoDate => at.toFormat('yyyy-MM-dd');

/** The day on the wall calendar in London at a moment. */
export function londonDate(at: Date): IsoDate {
  return isoDate(DateTime.fromJSDate(at, { zone: LONDON }));
}

/** Whether the text is a day on the calendar. The year 0000 is not: PostgreSQL, like history, has none. */
export function isIsoDate(text: string): boolean {
  return /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) && day(text).isValid;
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return isoDate(day(date).plus({ days }));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return day(to).diff(day(from), 'days').days;
}

/** The Monday of the ISO week (ISO 8601) that holds the day. */
export function mondayOf(date: IsoDate): IsoDate {
  return isoDate(day(date).startOf('week'));
}

/** The Monday of the last ISO week that has ended before `today`: the newest week a score may use. */
export function lastClosedWeek(today: IsoDate): IsoDate {
  return addDays(mondayOf(today), -7);
}

export function startOfLondonDay(date: IsoDate): Date {
  return DateTime.fromISO(date, { zone: LONDON }).startOf('day').toJSDate();
}

/** The last millisecond of the day in London: 23:59:59.999, also on the 23- and 25-hour days of clock changes. */
export function endOfLondonDay(date: IsoDate): Date {
  return DateTime.fromISO(date, { zone: LONDON }).endOf('day').toJSDate();
}
