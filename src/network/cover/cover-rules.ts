/**
 * What cover may be. Worked example: Dawn Mercer, area manager of A07, goes away from 7 to 18 December. She names Priya
 * Nair for these twelve days; on the 19th Priya reaches what she reached before, and nobody had to remember.
 */
import { addDays, daysBetween, type IsoDate, isIsoDate } from '../../platform/dates.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate } from '../../platform/say.js';
import { mayLast } from './gives-as.js';
import type { CoveredRole, ManagedPost } from './managed-post.js';

/** The longest cover with an end, in days, however often it is given longer. Beyond that a post is somebody else's job. */
export const LONGEST_DAYS = 90;

/** How far ahead a cover can begin. */
const AHEAD_DAYS = 365;

export interface CoverDays {
  startsOn: IsoDate;
  /** Its last day, inclusive; null for a deputy. */
  lastOn: IsoDate | null;
}

/** The last day that a cover beginning on a day may have. */
export function latestEnd(startsOn: IsoDate): IsoDate {
  return addDays(startsOn, LONGEST_DAYS - 1);
}

/** @throws RuleBroken for a day that cannot be the first, on the field `startsOn` */
export function checkStart(startsOn: string, today: IsoDate): IsoDate {
  if (!isIsoDate(startsOn)) throw new RuleBroken(t('Choose the first day of the cover.'), 'startsOn');
  if (startsOn < today) throw new RuleBroken(t('Cover begins today or later.'), 'startsOn');
  if (daysBetween(today, startsOn) > AHEAD_DAYS)
    throw new RuleBroken(t('Choose a first day within a year from today.'), 'startsOn');
  return startsOn;
}

/** @throws RuleBroken for a day that cannot be the last, on the field `lastOn` */
export function checkEnd(lastOn: string, startsOn: IsoDate): IsoDate {
  if (!isIsoDate(lastOn)) throw new RuleBroken(t('Choose the last day of the cover.'), 'lastOn');
  if (lastOn < startsOn) throw new RuleBroken(t('The last day cannot lie before the first.'), 'lastOn');
  if (lastOn > latestEnd(startsOn))
    throw new RuleBroken(
      t('Cover lasts up to {n} days: choose a last day up to {day}.', {
        n: String(LONGEST_DAYS),
        day: sayFullDate(latestEnd(startsOn)),
      }),
      'lastOn',
    );
  return lastOn;
}

/** @throws RuleBroken for a role that has no deputies */
export function checkLasting(role: CoveredRole): null {
  if (!mayLast(role)) throw new RuleBroken(t('Only areas and regions have deputies. Choose a last day.'), 'lastOn');
  return null;
}

/** The manager holds the post on every day of the cover, as far as is known. */
export function checkHolder({ personName, until }: ManagedPost, { startsOn, lastOn }: CoverDays): void {
  if (until === null) return;
  const values = { name: personName, day: sayFullDate(until) };
  if (startsOn > until) throw new RuleBroken(t('{name} holds this post until {day} only.', values), 'startsOn');
  if (lastOn !== null && lastOn > until)
    throw new RuleBroken(t('{name} holds this post until {day} only.', values), 'lastOn');
}

/** Somebody who could cover, with what they hold in their own right on its first day. */
export interface Colleague {
  personId: number;
  name: string;
  /** Whether they hold this very role in this very place themselves. */
  holdsIt: boolean;
}

/** @throws RuleBroken on the field `deputy` */
export function checkDeputy(colleague: Colleague, post: ManagedPost): void {
  const { name } = colleague;
  if (colleague.personId === post.personId)
    throw new RuleBroken(t('Nobody covers for themselves. Choose a colleague.'), 'deputy');
  if (colleague.holdsIt)
    throw new RuleBroken(t('{name} holds this post already, in their own right.', { name }), 'deputy');
}

/** A running or coming cover is given another last day. */
export function checkChange(days: CoverDays, lastOn: string, today: IsoDate): IsoDate {
  const end = checkEnd(lastOn, days.startsOn);
  if (end < today) throw new RuleBroken(t('Choose today or a later day, or end it now.'), 'lastOn');
  return end;
}
