import type { IsoDate } from '../platform/dates.js';
import { londonDate } from '../platform/dates.js';
import { sayDate } from '../platform/say.js';

export type RequirementStatus = 'done' | 'doneLate' | 'overdue' | 'dueToday' | 'due';

export interface RequirementFacts {
  dueOn: IsoDate;
  /** Null while it is not finished. */
  completedAt: Date | null;
}

/** How one person's due item stands today. Finishing on the due day, to the last second in London, is on time. */
export function requirementStatus({ dueOn, completedAt }: RequirementFacts, today: IsoDate): RequirementStatus {
  if (completedAt) return londonDate(completedAt) <= dueOn ? 'done' : 'doneLate';
  if (dueOn < today) return 'overdue';
  return dueOn === today ? 'dueToday' : 'due';
}

/** Late is said without blame: what counts is that it is done. */
export function sayStatus(facts: RequirementFacts, today: IsoDate): string {
  const finished = facts.completedAt ? sayDate(londonDate(facts.completedAt), today) : '';
  const words: Record<RequirementStatus, string> = {
    done: `Finished ${finished}`,
    doneLate: `Finished ${finished}`,
    overdue: `Was due ${sayDate(facts.dueOn, today)}`,
    dueToday: 'Due today',
    due: `Due ${sayDate(facts.dueOn, today)}`,
  };
  return words[requirementStatus(facts, today)];
}

/** The tone of a tag; the words say the same. */
export const STATUS_TONE: Record<RequirementStatus, 'good' | 'bad' | 'today' | null> = {
  done: 'good',
  doneLate: 'good',
  overdue: 'bad',
  dueToday: 'today',
  due: null,
};
