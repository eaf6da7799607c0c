/**
 * When a themed week and its days are open. A day opens on its date in London and stays open for a fortnight after the
 * week, for people who work part of the week. From the Thursday before the week postmasters and managers may read and
 * print everything. Worked example: the week of Monday 8 to Saturday 13 February 2027 can be previewed from Thursday
 * 4 February; its Wednesday opens on 10 February; all of it stays open until Saturday 27 February.
 */
import { addDays, type IsoDate, mondayOf } from '../platform/dates.js';

const CATCH_UP_DAYS = 14;

export interface Week {
  startsOn: IsoDate;
  endsOn: IsoDate;
}

/** A theme day in its week. */
export interface HeldDay extends Week {
  heldOn: IsoDate;
}

/** `catchUp`: the week has ended, its days are still open. */
export type WeekPhase = 'before' | 'running' | 'catchUp' | 'closed';

export type DayState = 'locked' | 'preview' | 'today' | 'open' | 'closed';

export function weekPhase(week: Week, today: IsoDate): WeekPhase {
  if (today < week.startsOn) return 'before';
  if (today <= week.endsOn) return 'running';
  return today <= lastOpenDay(week) ? 'catchUp' : 'closed';
}

/** The last day on which lessons and pledges count for the week. */
export function lastOpenDay(week: Week): IsoDate {
  return addDays(week.endsOn, CATCH_UP_DAYS);
}

/** The Thursday of the ISO week before the one in which the themed week starts. */
export function previewFrom(week: Week): IsoDate {
  return addDays(mondayOf(week.startsOn), -4);
}

/** @param early whether the reader's role may preview (campaigns.policy.ts). */
export function dayState(heldOn: IsoDate, week: Week, today: IsoDate, early: boolean): DayState {
  if (today < heldOn) return early && today >= previewFrom(week) ? 'preview' : 'locked';
  if (today > lastOpenDay(week)) return 'closed';
  return today === heldOn ? 'today' : 'open';
}

/** What is done on a day counts for the week. */
export function countsNow(state: DayState): boolean {
  return state === 'today' || state === 'open';
}

/** Challenge, pledge prompt and huddle may be read. */
export function isReadable(state: DayState): boolean {
  return state !== 'locked';
}

/** From when a course may be started that serves as a theme day in one or more weeks (at least one day is given). */
export function earliestOpening(days: readonly HeldDay[], early: boolean): IsoDate {
  const openings = days.map((day) => (early ? previewFrom(day) : day.heldOn));
  return openings.reduce((first, day) => (day < first ? day : first));
}
