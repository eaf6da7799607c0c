import { DateTime } from 'luxon';
import { addDays, type IsoDate, LONDON, londonDate } from '../dates.js';
import { sayTime } from '../say.js';
import type { Schedule } from './job.js';

/**
 * The key of the newest moment at which a schedule should have fired by `now`, or null before its first one today. Two
 * processes compute the same key, and the database keeps one job per key.
 */
export function slotOf(kind: string, schedule: Schedule, now: Date): string | null {
  if (schedule.daily !== undefined) return dailySlot(kind, schedule.daily, now);
  if (schedule.everyMinutes !== undefined) {
    return `${kind}@${Math.floor(now.getTime() / (schedule.everyMinutes * 60_000)) * schedule.everyMinutes}m`;
  }
  return null;
}

/** The next moment at which a schedule fires after `now`, or null for one that is empty. */
export function nextMoment(schedule: Schedule, now: Date): Date | null {
  if (schedule.daily !== undefined) {
    const today = momentOf(londonDate(now), schedule.daily);
    return today > now ? today : momentOf(addDays(londonDate(now), 1), schedule.daily);
  }
  if (schedule.everyMinutes === undefined) return null;
  const every = schedule.everyMinutes * 60_000;
  return new Date((Math.floor(now.getTime() / every) + 1) * every);
}

/** A time that the clock skips in spring is the one an hour later. */
function momentOf(date: IsoDate, time: string): Date {
  return DateTime.fromISO(`${date}T${time}`, { zone: LONDON }).toJSDate();
}

function dailySlot(kind: string, time: string, now: Date): string | null {
  const today: IsoDate = londonDate(now);
  return sayTime(now) >= time ? `${kind}@${today}` : null;
}
