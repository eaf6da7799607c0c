/** The periods of a metric: where one begins and ends, and what it is called. */
import { addDays, type IsoDate, mondayOf } from '../../platform/dates.js';
import { msg, t } from '../../platform/language/t.js';
import { sayFullDate, sayMonth } from '../../platform/say.js';
import type { Grain } from './metric.js';

export const GRAIN_NAMES: Record<Grain, string> = {
  day: msg('Each day'),
  week: msg('Each week'),
  month: msg('Each month'),
  quarter: msg('Each quarter'),
  year: msg('Each year'),
};

/** The first day of the period that holds the day; weeks begin on Monday. */
export function startOfPeriod(grain: Grain, day: IsoDate): IsoDate {
  if (grain === 'day') return day;
  if (grain === 'week') return mondayOf(day);
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  if (grain === 'year') return `${year}-01-01`;
  const first = grain === 'month' ? month : month - ((month - 1) % 3);
  return `${year}-${String(first).padStart(2, '0')}-01`;
}

const LONGER_THAN: Record<Grain, number> = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };

/** The last day of the period that begins on `start`. */
export function endOfPeriod(grain: Grain, start: IsoDate): IsoDate {
  return addDays(startOfPeriod(grain, addDays(start, LONGER_THAN[grain])), -1);
}

/** The period that begins on `start`: '27 November 2026', 'Week of 23 November 2026', 'November 2026', '2026'. */
export function sayPeriod(grain: Grain, start: IsoDate): string {
  const year = start.slice(0, 4);
  if (grain === 'day') return sayFullDate(start);
  if (grain === 'week') return t('Week of {day}', { day: sayFullDate(start) });
  if (grain === 'month') return sayMonth(start);
  if (grain === 'year') return year;
  return t('Quarter {n} of {year}', { n: String((Number(start.slice(5, 7)) + 2) / 3), year });
}
