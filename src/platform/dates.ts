import { DateTime } from 'luxon';

/** A day people mean, `YYYY-MM-DD`, without a time or zone. Sorts as text. */
export type IsoDate = string;

/** The zone in which the network's days begin and end. */
export const LONDON = 'Europe/London';

const A_DAY_MS = 86_400_000;

/** Days since 1 January 1970, a Thursday. Pages reckon with days by the thousand, so no calendar library stands between. */
const epochDay = (date: IsoDate) => Date.parse(date) / A_DAY_MS;
function dayOfEpoch(n: number): IsoDate {
  const text = new Date(n * A_DAY_MS).toISOString();
  return text.length === USUAL_LENGTH ? text.slice(0, 10) : text.replace(/T.*$/, '').replace(/^\+0*/, '');
}

/** Of a moment in ISO 8601 with a year of four digits. */
const USUAL_LENGTH = '2027-02-10T10:00:00.000Z'.length;

/** Swedish writes the day as ISO 8601 does. */
const londonDay = new Intl.DateTimeFormat('sv-SE', { timeZone: LONDON });

const AN_HOUR_MS = 3_600_000;
const HOURS_KNOWN = 10_000;
const dayOfHour = new Map<number, IsoDate>();

/**
 * The day on the wall calendar in London at a moment. Days and clocks change there on the full hour (since 1847), so one
 * moment of an hour tells the day of all: the calendar is asked once an hour rather than a hundred times a page.
 */
export function londonDate(at: Date): IsoDate {
  const hour = Math.floor(at.getTime() / AN_HOUR_MS);
  const known = dayOfHour.get(hour);
  if (known !== undefined) return known;
  const day = londonDay.format(at);
  if (dayOfHour.size >= HOURS_KNOWN) dayOfHour.clear();
  if (hour > 0) dayOfHour.set(hour, day);
  return day;
}

/**
 * Whether the text is a day on the calendar, from 1000 to 2999. Any other year is a slip, and whoever reckons on from the
 * first or the last of them leaves the calendar: PostgreSQL, like history, has no year 0, and ISO 8601 none after 9999.
 */
export function isIsoDate(text: string): boolean {
  return /^[12]\d{3}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid;
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return dayOfEpoch(epochDay(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return epochDay(to) - epochDay(from);
}

/** The Monday of the ISO week (ISO 8601) that holds the day. */
export function mondayOf(date: IsoDate): IsoDate {
  const n = epochDay(date);
  return dayOfEpoch(n - ((((n + 3) % 7) + 7) % 7));
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
