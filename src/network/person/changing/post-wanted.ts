/** A post as it was asked for, checked against the days and the person. */
import { addDays, type IsoDate, isIsoDate } from '../../../platform/dates.js';
import { RuleBroken } from '../../../platform/errors.js';
import { t } from '../../../platform/language/t.js';
import { sayFullDate } from '../../../platform/say.js';
import { addBeside, type Days, type Held, type NewPost, overlaps, replaceJob } from './held.js';

const EARLIEST: IsoDate = '1990-01-01';
/** How far ahead something may be planned. */
const DAYS_AHEAD = 731;

/** First and last day as they were typed, the end as the first day after; '' is open. */
export function readDays(typed: { from: string; to: string }, today: IsoDate): Days {
  const from = readDay(typed.from, today, 'from');
  if (typed.to === '') return { from, to: null };
  const last = readDay(typed.to, today, 'to');
  if (last < from) throw new RuleBroken(t('The last day lies before the first one.'), 'to');
  return { from, to: addDays(last, 1) };
}

export function readDay(typed: string, today: IsoDate, field: string): IsoDate {
  const latest = addDays(today, DAYS_AHEAD);
  if (!isIsoDate(typed)) throw new RuleBroken(t('Choose a day that is on the calendar.'), field);
  if (typed < EARLIEST || typed > latest)
    throw new RuleBroken(
      t('Choose a day from {first} to {last}.', { first: sayFullDate(EARLIEST), last: sayFullDate(latest) }),
      field,
    );
  return typed;
}

/** The postings with the new one. */
export function withPost(held: readonly Held[], post: NewPost, how: 'instead' | 'beside'): Held[] {
  if (overlaps(held, post)) throw new RuleBroken(t('They hold this post on some of these days already.'), 'from');
  return how === 'instead' ? replaceJob(held, post) : addBeside(held, post);
}
