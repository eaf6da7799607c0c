import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { excerpt } from './codes.js';
import type { Unfit } from './unfit.js';

/** The first and last day of something; `last` is included, and null means that no end is known. */
export interface Days {
  first: IsoDate;
  last: IsoDate | null;
}

/** Reads the columns `from` and `to`. The unit or posting still holds on the day `to`. */
export function readDays(from: string, to: string): { days: Days } | Unfit {
  if (from === '') return { column: 'from', reason: t('The date in from is missing.') };
  for (const [column, text] of Object.entries({ from, to })) {
    if (text !== '' && !isDay(text)) {
      return {
        column,
        reason: t('“{text}” in {column} is not a date. Write it like 2026-04-01.', { text: excerpt(text), column }),
      };
    }
  }
  if (to !== '' && to < from)
    return { column: 'to', reason: t('It would end on {to}, before it begins on {from}.', { to, from }) };
  return { days: { first: from, last: to === '' ? null : to } };
}

/** A day of the calendar between 1900 and 2199, written year-month-day. */
export function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
