/**
 * Where a week goes when it is held again. Its weekdays stay: everything moves by whole weeks, to the ISO week (ISO 8601)
 * of the same number. A week around Valentine’s Day stays around it, because that is what it is about: the week of 8
 * to 13 February 2027 (ISO week 6, with 14 February as its Sunday) becomes 14 to 19 February 2028 (ISO week 7, with
 * 14 February as its Monday), not 7 to 12.
 */
import { addDays, daysBetween, type IsoDate, mondayOf } from '../../platform/dates.js';
import type { Week } from '../opening.js';
import type { DraftCampaign } from './draft.js';

/** Monday to Saturday of the ISO week that contains 14 February. */
export function loveWeekOf(year: number): Week {
  const startsOn = mondayOf(valentines(year));
  return { startsOn, endsOn: addDays(startsOn, 5) };
}

/** The Monday of that year's week like the one that holds the day. A 53rd week falls back to the 52nd. */
export function sameWeekIn(year: number, day: IsoDate): IsoDate {
  const monday = mondayOf(day);
  const heldIn = isoYearOf(monday);
  if (mondayOf(valentines(heldIn)) === monday) return mondayOf(valentines(year));
  const wanted = addDays(firstMonday(year), daysBetween(firstMonday(heldIn), monday));
  return isoYearOf(wanted) === year ? wanted : addDays(wanted, -7);
}

/** How many days, a multiple of seven, a week moves to be held again in that year. */
export function shiftTo(year: number, week: Week): number {
  return daysBetween(mondayOf(week.startsOn), sameWeekIn(year, week.startsOn));
}

export function shifted(draft: DraftCampaign, days: number): DraftCampaign {
  return {
    ...draft,
    startsOn: addDays(draft.startsOn, days),
    endsOn: addDays(draft.endsOn, days),
    days: draft.days.map((day) => ({ ...day, heldOn: addDays(day.heldOn, days) })),
  };
}

/** The year to which ISO 8601 counts the week: that of its Thursday. */
export function isoYearOf(day: IsoDate): number {
  return Number(addDays(mondayOf(day), 3).slice(0, 4));
}

/** The Monday of ISO week 1, which is the one that holds 4 January. */
function firstMonday(year: number): IsoDate {
  return mondayOf(`${text(year)}-01-04`);
}

const valentines = (year: number): IsoDate => `${text(year)}-02-14`;

const text = (year: number) => String(year).padStart(4, '0');
