import type { IsoDate } from '../../platform/dates.js';
import { londonDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { dueMoment } from '../assigning/due-date.js';
import { sayShortDate } from '../../platform/say.js';

export type RequirementStatus = 'done' | 'doneLate' | 'overdue' | 'dueToday' | 'due';

export interface RequirementFacts {
  dueOn: IsoDate;
  /** Null while it is not finished. */
  completedAt: Date | null;
}

/** How one person's due item stands today. Finishing on the due day, to the last second in London, is on time. */
export function requirementStatus({ dueOn, completedAt }: RequirementFacts, today: IsoDate): RequirementStatus {
  if (completedAt) return completedAt <= dueMoment(dueOn) ? 'done' : 'doneLate';
  if (dueOn < today) return 'overdue';
  return dueOn === today ? 'dueToday' : 'due';
}

/** Late is said without blame: what counts is that it is done. */
export function sayStatus(facts: RequirementFacts, today: IsoDate): string {
  const finished = facts.completedAt ? sayDay(londonDate(facts.completedAt), today) : '';
  const words: Record<RequirementStatus, string> = {
    done: t('Finished {day}', { day: finished }),
    doneLate: t('Finished {day}', { day: finished }),
    overdue: t('Was due {day}', { day: sayDay(facts.dueOn, today) }),
    dueToday: t('Due today'),
    due: t('Due {day}', { day: sayDay(facts.dueOn, today) }),
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

/** '24 Feb', with the year when it is another one. */
export function sayDay(day: IsoDate, today: IsoDate): string {
  const year = day.slice(0, 4);
  return year === today.slice(0, 4) ? sayShortDate(day) : `${sayShortDate(day)} ${year}`;
}
