import { daysBetween, type IsoDate } from '../../platform/dates.js';

/** Minutes of learning that fit into a week beside the counter. */
export const WEEKLY_BUDGET = 15;

const DAYS_A_WEEK = 7;

export interface LearningItem {
  minutes: number;
  dueOn: IsoDate;
}

/** Weeks left, at least one: what is due tomorrow, or is late, falls on this week. */
export function weeksLeft(dueOn: IsoDate, today: IsoDate): number {
  return Math.max(1, Math.ceil(daysBetween(today, dueOn) / DAYS_A_WEEK));
}

/** What the items ask of one week, each spread evenly until its date: 12 minutes due in a fortnight are 6 a week. */
export function weeklyMinutes(items: readonly LearningItem[], today: IsoDate): number {
  return items.reduce((sum, item) => sum + item.minutes / weeksLeft(item.dueOn, today), 0);
}

export function isAboveBudget(minutesAWeek: number): boolean {
  return minutesAWeek > WEEKLY_BUDGET;
}
