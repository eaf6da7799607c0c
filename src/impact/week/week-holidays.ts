/** Bank holidays in and beside a themed week: days on which fewer customers can answer. */
import { NATIONS } from '../../network/imports/codes.js';
import { isBankHoliday } from '../../notifications/hours/bank-holidays.js';
import { addDays, type IsoDate } from '../../platform/dates.js';

/** The days of the week from a Monday that are a bank holiday in any nation. */
export function holidaysIn(monday: IsoDate): IsoDate[] {
  const days = Array.from({ length: 7 }, (_, at) => addDays(monday, at));
  return days.filter((day) => NATIONS.some((nation) => isBankHoliday(nation, day)));
}
