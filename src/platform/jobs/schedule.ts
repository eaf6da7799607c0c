import { type IsoDate, londonDate } from '../dates.js';
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

function dailySlot(kind: string, time: string, now: Date): string | null {
  const today: IsoDate = londonDate(now);
  return sayTime(now) >= time ? `${kind}@${today}` : null;
}
