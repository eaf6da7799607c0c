/**
 * How dates and numbers are printed, once for pages, mail and calendar files (design.md, "Numbers" and "Words"), in the
 * reader's language.
 */
import { DateTime } from 'luxon';
import { type IsoDate, LONDON } from './dates.js';
import { locale } from './language/language.js';
import { t } from './language/t.js';

const at = (date: IsoDate) => DateTime.fromISO(date, { zone: 'utc', locale: locale() });

/** 'Friday 27 November'; with the year when `today` is given and lies in another year. */
export function sayDate(date: IsoDate, today?: IsoDate): string {
  const withYear = today !== undefined && today.slice(0, 4) !== date.slice(0, 4);
  return at(date).toFormat(withYear ? 'cccc d LLLL yyyy' : 'cccc d LLLL');
}

/** '27 November 2026', for records that outlive the year. */
export function sayFullDate(date: IsoDate): string {
  return at(date).toFormat('d LLLL yyyy');
}

/** '27 Nov', for axes and tags. */
export function sayShortDate(date: IsoDate): string {
  return at(date).toFormat('d LLL');
}

/** 'February 2027', where the day would say too much. */
export function sayMonth(date: IsoDate): string {
  return at(date).toFormat('LLLL yyyy');
}

/** 'Friday'. */
export function sayWeekday(date: IsoDate): string {
  return at(date).toFormat('cccc');
}

/** 'Monday 8 to Saturday 13 February 2027'; months and years only as often as needed, and one day as itself. */
export function sayRange(from: IsoDate, to: IsoDate): string {
  if (from === to) return at(to).toFormat('cccc d LLLL yyyy');
  const start = at(from);
  const end = at(to);
  const format = start.year !== end.year ? 'cccc d LLLL yyyy' : start.month !== end.month ? 'cccc d LLLL' : 'cccc d';
  return t('{from} to {to}', { from: start.toFormat(format), to: end.toFormat('cccc d LLLL yyyy') });
}

/** '12:04', London. */
export function sayTime(moment: Date): string {
  return DateTime.fromJSDate(moment, { zone: LONDON }).toFormat('HH:mm');
}

/** '27 November 2026 at 12:04', London. */
export function sayMoment(moment: Date): string {
  const local = DateTime.fromJSDate(moment, { zone: LONDON }).setLocale(locale());
  return t('{date} at {time}', { date: local.toFormat('d LLLL yyyy'), time: local.toFormat('HH:mm') });
}

const MINUS = '−';

/** '2,400'; a true minus sign for negative numbers. */
export function sayNumber(value: number, decimals = 0): string {
  const text = numberFormat(decimals).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Made once: making one costs a hundred times what using it costs. */
function numberFormat(decimals: number): Intl.NumberFormat {
  const key = `${locale()} ${decimals}`;
  const known = numberFormats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(locale(), { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  numberFormats.set(key, format);
  return format;
}

/** A score in points out of 100, one decimal: '71.4'. */
export function sayScore(points: number): string {
  return sayNumber(points, 1);
}

/** A change in points, signed, one decimal: '+0.5', '−4.2', '0.0'. */
export function saySigned(points: number, decimals = 1): string {
  const text = sayNumber(points, decimals);
  return points > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A share from 0 to 1 as a whole percentage: '62%'. Never rounds an unfinished share up to 100 or a started one to 0. */
export function sayPercent(share: number): string {
  // Shares that were added up miss 1 by a hair: 0.1 ten times is 0.9999999999999999.
  const percent = Math.round(share * 1e11) / 1e9;
  if (percent > 99 && percent < 100) return '99%';
  if (percent > 0 && percent < 1) return t('under 1%');
  return `${sayNumber(Math.round(percent))}%`;
}

/** '1 branch', '6 branches'. */
export function count(n: number, one: string, many: string): string {
  return `${sayNumber(n)} ${n === 1 ? one : many}`;
}

/** 'a, b and c'. */
export function sayList(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return t('{items} and {last}', { items: items.slice(0, -1).join(', '), last: items.at(-1)! });
}

/** 'SK' for Sam Kaur. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
