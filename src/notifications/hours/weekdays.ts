import { addDays, type IsoDate, mondayOf } from '../../platform/dates.js';

export function isWeekend(date: IsoDate): boolean {
  return date >= addDays(mondayOf(date), 5);
}

/** The first Monday of a month, 1 to 12. */
export function mondayIn(year: number, month: number): IsoDate {
  return mondayOf(`${year}-${String(month).padStart(2, '0')}-07`);
}

/** The last Monday of a month that has 31 days. */
export function lastMondayIn(year: number, month: number): IsoDate {
  return mondayOf(`${year}-${String(month).padStart(2, '0')}-31`);
}
