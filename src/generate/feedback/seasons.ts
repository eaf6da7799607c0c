import { addDays, daysBetween, type IsoDate } from '../../platform/dates.js';

/** Customers answer this much more often in Love Your Customers Week, and rate no differently. */
const CAMPAIGN = 1.7;

/** How much busier a week is than an ordinary one: before Christmas, less in August, and in the week of 14 February. */
export function busyness(week: IsoDate): number {
  if (isCampaignWeek(week)) return CAMPAIGN;
  if (/-(11-2|12-0|12-1)/.test(week)) return 1.22;
  return /-08-/.test(week) ? 0.9 : 0.98;
}

/** Whether a week holds 14 February. */
export function isCampaignWeek(week: IsoDate): boolean {
  const valentine = `${addDays(week, 6).slice(0, 4)}-02-14`;
  return valentine >= week && valentine <= addDays(week, 6);
}

const YEAR = 365.25;
/** Log-odds a year by which everything gets better, and how far the whole network sways in the course of one. */
const TREND = 0.03;
const SWAY = 0.05;
const ORIGIN: IsoDate = '2024-07-01';

/** Where the whole network stands in a week, in log-odds of an easy visit. */
export function tideOf(week: IsoDate): number {
  const years = daysBetween(ORIGIN, week) / YEAR;
  return TREND * years + SWAY * Math.sin(2 * Math.PI * years);
}
