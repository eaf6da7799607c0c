import { daysBetween, type IsoDate, londonDate } from '../../platform/dates.js';

/** Days from one nudge to the next, for one person and one assignment. */
export const DAYS_BETWEEN_NUDGES = 3;

export type LeftOut = 'finished' | 'settled' | 'onLeave' | 'nudgedLately';

export interface NudgeFacts {
  finished: boolean;
  /** Let off or taken as done by a manager. */
  settled: boolean;
  onLeave: boolean;
  nudgedAt: Date | null;
}

/** Why somebody is not nudged today; null when they are. Nudged on Monday, somebody may be nudged again on Thursday. */
export function whyLeftOut({ finished, settled, onLeave, nudgedAt }: NudgeFacts, today: IsoDate): LeftOut | null {
  if (finished) return 'finished';
  if (settled) return 'settled';
  if (onLeave) return 'onLeave';
  if (nudgedAt && daysBetween(londonDate(nudgedAt), today) < DAYS_BETWEEN_NUDGES) return 'nudgedLately';
  return null;
}
