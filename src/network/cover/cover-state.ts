import { addDays, type IsoDate } from '../../platform/dates.js';
import type { CoverDays } from './cover-rules.js';

export interface CoverFacts extends CoverDays {
  /** The first day without it, when somebody ended it early. */
  endedOn: IsoDate | null;
  /** The last day on which the manager holds the post it stands for; null while that is open. */
  holderUntil: IsoDate | null;
}

/** `off` never began. */
export type CoverState = 'off' | 'coming' | 'running' | 'over';

/** Its last day in the end: the one agreed, the one before somebody ended it, or the manager's own last; null for none. */
export function lastDayOf({ lastOn, endedOn, holderUntil }: CoverFacts): IsoDate | null {
  const days = [lastOn, endedOn && addDays(endedOn, -1), holderUntil].filter((day) => day !== null);
  return days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first));
}

export function coverState(facts: CoverFacts, today: IsoDate): CoverState {
  const last = lastDayOf(facts);
  if (last !== null && last < facts.startsOn) return 'off';
  if (last !== null && last < today) return 'over';
  return facts.startsOn > today ? 'coming' : 'running';
}

/** Whether it can still be ended or given another last day. */
export function isOpen(facts: CoverFacts, today: IsoDate): boolean {
  return ['coming', 'running'].includes(coverState(facts, today));
}
