/**
 * Which themed week home speaks of: the one that runs today; else one whose days are still open to catch up; else the
 * next one, from a fortnight before it starts. Worked example: the week of 8 to 13 February 2027 is announced from
 * 25 January, runs from the 8th, and can be caught up until the 27th.
 */
import { type Week, weekPhase } from '../campaigns/opening.js';
import { addDays, type IsoDate } from '../platform/dates.js';

const ANNOUNCED_DAYS = 14;

export type WeekNow = 'running' | 'catchUp' | 'comingUp';

export function weekOfInterest<W extends Week>(weeks: readonly W[], today: IsoDate): { week: W; now: WeekNow } | null {
  const ordered = [...weeks].sort((a, b) => a.startsOn.localeCompare(b.startsOn));
  const inPhase = (phase: 'running' | 'catchUp') => ordered.find((week) => weekPhase(week, today) === phase);
  const running = inPhase('running');
  if (running) return { week: running, now: 'running' };
  const open = inPhase('catchUp');
  if (open) return { week: open, now: 'catchUp' };
  const next = ordered.find((week) => today < week.startsOn && today >= addDays(week.startsOn, -ANNOUNCED_DAYS));
  return next ? { week: next, now: 'comingUp' } : null;
}
