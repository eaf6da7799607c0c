import { addDays, type IsoDate } from '../../platform/dates.js';

/** Days from the date on which somebody is due; the last one tells the manager as well. */
export const LADDER = [-7, -2, 0, 3] as const;

export type Step = (typeof LADDER)[number];

export interface Reminder {
  step: Step;
  on: IsoDate;
}

/** The reminders of a due date: 24 Feb has its own on 17, 22 and 24 Feb, and 27 Feb when it has passed. */
export function remindersOf(dueOn: IsoDate): Reminder[] {
  return LADDER.map((step) => ({ step, on: addDays(dueOn, step) }));
}

/** Those still to come for somebody who hears of it on a day: what one is told that day needs no reminder. */
export function remindersAfter(dueOn: IsoDate, toldOn: IsoDate): Reminder[] {
  return remindersOf(dueOn).filter(({ on }) => on > toldOn);
}

/** The manager hears of those who are still not done when the last step has come. */
export function tellsManager(step: Step): boolean {
  return step === LADDER.at(-1);
}
