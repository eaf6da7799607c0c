/** The strip above a page that shows another day than today, and what a day in an address may be. */
import { addDays, type IsoDate, isIsoDate } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import { sayFullDate } from '../platform/say.js';

export interface AsOfBanner {
  text: string;
  back: { text: string; href: string };
}

/** How far ahead somebody may look: what is known of the future is what has been planned. */
const DAYS_AHEAD = 731;
/** No record is older. */
const FIRST_DAY: IsoDate = '1990-01-01';

/** 'As of 31 March 2026', with the way back to today; null on today itself. */
export function asOfBanner(on: IsoDate | null, today: IsoDate, at: (on: null) => string): AsOfBanner | null {
  if (on === null || on === today) return null;
  return { text: t('As of {day}', { day: sayFullDate(on) }), back: { text: t('Back to today'), href: at(null) } };
}

/** The day of `?on=`: null for today and for what cannot be, which `problem` says. */
export function readDay(typed: unknown, today: IsoDate): { on: IsoDate | null; problem: string | null } {
  const text = typeof typed === 'string' ? typed.trim() : '';
  if (text === '' || text === today) return { on: null, problem: null };
  const last = addDays(today, DAYS_AHEAD);
  if (isIsoDate(text) && text >= FIRST_DAY && text <= last) return { on: text, problem: null };
  const problem = isIsoDate(text)
    ? t('Choose a day from {first} to {last}.', { first: sayFullDate(FIRST_DAY), last: sayFullDate(last) })
    : t('Choose a day that is on the calendar.');
  return { on: null, problem };
}
