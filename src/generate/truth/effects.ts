import type { IsoDate } from '../../platform/dates.js';

/** What is planted in customers' answers, in log-odds of a good one; units by their place in the plan. */
export interface Effects {
  ease(unit: number, week: IsoDate): number;
  /** The driver by its place in DRIVERS. */
  driver(unit: number, week: IsoDate, driver: number): number;
}

export const NO_EFFECTS: Effects = { ease: () => 0, driver: () => 0 };
