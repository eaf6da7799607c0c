import { DateTime } from 'luxon';
import { addDays, type IsoDate, LONDON, londonDate } from '../../platform/dates.js';
import { type Nation, NATIONS } from '../../network/imports/codes.js';
import { isBankHoliday } from './bank-holidays.js';
import { isWeekend } from './weekdays.js';

/** Mail goes out from 08:00 until 18:00 on the wall clock in London. */
export const OPENS = 8;
export const CLOSES = 18;

export function isWorkingDay(nation: Nation, date: IsoDate): boolean {
  return !isWeekend(date) && !isBankHoliday(nation, date);
}

/** Whether people of a nation may be written to at a moment: Monday to Friday, 08:00 to 17:59, no bank holiday of theirs. */
export function isWorkingTime(nation: Nation, at: Date): boolean {
  const { hour } = DateTime.fromJSDate(at, { zone: LONDON });
  return hour >= OPENS && hour < CLOSES && isWorkingDay(nation, londonDate(at));
}

/** The nations that may be written to at a moment. */
export function nationsAtWork(at: Date): Nation[] {
  return NATIONS.filter((nation) => isWorkingTime(nation, at));
}

/** The earliest moment from `at` on at which people of a nation may be written to. */
export function nextWorkingTime(nation: Nation, at: Date): Date {
  if (isWorkingTime(nation, at)) return at;
  const today = londonDate(at);
  let day = at < opening(today) ? today : addDays(today, 1);
  while (!isWorkingDay(nation, day)) day = addDays(day, 1);
  return opening(day);
}

/** The working hours of a day as moments at which each begins. No clock change falls into them. */
export function workingHoursOf(day: IsoDate): Date[] {
  return Array.from({ length: CLOSES - OPENS }, (_, hour) => new Date(opening(day).getTime() + hour * 3_600_000));
}

function opening(day: IsoDate): Date {
  return DateTime.fromISO(day, { zone: LONDON }).set({ hour: OPENS }).toJSDate();
}
