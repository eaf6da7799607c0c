import { addDays, type IsoDate } from '../../platform/dates.js';
import type { Nation } from '../../network/imports/codes.js';
import { easterSunday } from './easter.js';
import { ADDED, MOVED } from './one-off-holidays.js';
import { isWeekend, mondayIn, lastMondayIn } from './weekdays.js';

/** The bank holidays of a year in a nation, in order (gov.uk/bank-holidays). Wales keeps England’s. */
export function bankHolidays(nation: Nation, year: number): IsoDate[] {
  const known = holidays.get(`${nation} ${year}`);
  if (known) return known;
  const found = computed(nation, year);
  holidays.set(`${nation} ${year}`, found);
  return found;
}

export function isBankHoliday(nation: Nation, date: IsoDate): boolean {
  return bankHolidays(nation, Number(date.slice(0, 4))).includes(date);
}

/** Asked for every message and every minute; a year of a nation is worked out once. */
const holidays = new Map<string, IsoDate[]>();

function computed(nation: Nation, year: number): IsoDate[] {
  const regular = [...MONDAYS[nation](year), ...EASTER[nation](year)].map((date) => MOVED[date] ?? date);
  const added = ADDED.filter((one) => one.nations.includes(nation) && one.date.startsWith(`${year}-`));
  return [
    ...regular,
    ...withSubstitutes(FIXED[nation].map((day) => `${year}-${day}`)),
    ...added.map((one) => one.date),
  ].sort();
}

/** Christmas Day 2027 is a Saturday and Boxing Day a Sunday: Monday 27 and Tuesday 28 stand in for them. */
function withSubstitutes(dates: readonly IsoDate[]): IsoDate[] {
  const kept = dates.filter((date) => !isWeekend(date));
  for (const date of dates.filter(isWeekend)) {
    let substitute = date;
    while (isWeekend(substitute) || kept.includes(substitute)) substitute = addDays(substitute, 1);
    kept.push(substitute);
  }
  return kept;
}

const CHRISTMAS = ['12-25', '12-26'];

const FIXED: Record<Nation, readonly string[]> = {
  england: ['01-01', ...CHRISTMAS],
  wales: ['01-01', ...CHRISTMAS],
  scotland: ['01-01', '01-02', '11-30', ...CHRISTMAS],
  northernIreland: ['01-01', '03-17', '07-12', ...CHRISTMAS],
};

const goodFriday = (year: number) => addDays(easterSunday(year), -2);
const easterMonday = (year: number) => addDays(easterSunday(year), 1);
const bothDays = (year: number) => [goodFriday(year), easterMonday(year)];

const EASTER: Record<Nation, (year: number) => IsoDate[]> = {
  england: bothDays,
  wales: bothDays,
  scotland: (year) => [goodFriday(year)],
  northernIreland: bothDays,
};

const inMay = (year: number) => [mondayIn(year, 5), lastMondayIn(year, 5)];
const mayAndLateAugust = (year: number) => [...inMay(year), lastMondayIn(year, 8)];

const MONDAYS: Record<Nation, (year: number) => IsoDate[]> = {
  england: mayAndLateAugust,
  wales: mayAndLateAugust,
  scotland: (year) => [...inMay(year), mondayIn(year, 8)],
  northernIreland: mayAndLateAugust,
};
