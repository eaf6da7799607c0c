/**
 * How dates and numbers are printed, once for pages, mail and calendar files (design.md, "Numbers" and "Words"), in the
 * reader's language.
 */
import { DateTime } from 'luxon';
import { type IsoDate, LONDON, londonDate } from './dates.js';
import { locale } from './language/language.js';
import { t } from './language/t.js';

/** 'Friday 27 November'; with the year when `today` is given and lies in another year. */
export function sayDate(date: IsoDate, today?: IsoDate): string {
  const withYear = today !== undefined && today.slice(0, 4) !== date.slice(0, 4);
  const words = `${sayWeekday(date)} ${dayOf(date)} ${monthOf(date)}`;
  return withYear ? `${words} ${yearOf(date)}` : words;
}

/** '27 November 2026', for records that outlive the year. */
export function sayFullDate(date: IsoDate): string {
  return `${dayOf(date)} ${sayMonth(date)}`;
}

/** '27 Nov', for axes and tags. */
export function sayShortDate(date: IsoDate): string {
  return `${dayOf(date)} ${calendarWords().shortMonths[monthNumber(date)]}`;
}

/** 'February 2027', where the day would say too much. */
export function sayMonth(date: IsoDate): string {
  return `${monthOf(date)} ${yearOf(date)}`;
}

/** 'Friday'. */
export function sayWeekday(date: IsoDate): string {
  return calendarWords().weekdays[new Date(date).getUTCDay()]!;
}

/** 'Monday 8 to Saturday 13 February 2027'; months and years only as often as needed, and one day as itself. */
export function sayRange(from: IsoDate, to: IsoDate): string {
  const end = `${sayDate(to)} ${yearOf(to)}`;
  if (from === to) return end;
  if (yearOf(from) !== yearOf(to)) return t('{from} to {to}', { from: `${sayDate(from)} ${yearOf(from)}`, to: end });
  const sameMonth = monthNumber(from) === monthNumber(to);
  return t('{from} to {to}', { from: sameMonth ? `${sayWeekday(from)} ${dayOf(from)}` : sayDate(from), to: end });
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: LONDON,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** '12:04', London. */
export function sayTime(moment: Date): string {
  return clock.format(moment);
}

/** '27 November 2026 at 12:04', London. */
export function sayMoment(moment: Date): string {
  return t('{date} at {time}', { date: sayFullDate(londonDate(moment)), time: sayTime(moment) });
}

const dayOf = (date: IsoDate) => Number(date.slice(8, 10));
const monthNumber = (date: IsoDate) => Number(date.slice(5, 7)) - 1;
const monthOf = (date: IsoDate) => calendarWords().months[monthNumber(date)]!;
const yearOf = (date: IsoDate) => date.slice(0, 4);

interface CalendarWords {
  months: string[];
  shortMonths: string[];
  /** Sunday first, as JavaScript counts. */
  weekdays: string[];
}

const wordsOf = new Map<string, CalendarWords>();

/** Asked of the calendar library once: pages say dates by the hundred. */
function calendarWords(): CalendarWords {
  const known = wordsOf.get(locale());
  if (known) return known;
  const said = (day: string, format: string) =>
    DateTime.fromISO(day, { zone: 'utc', locale: locale() }).toFormat(format);
  const months = (format: string) =>
    Array.from({ length: 12 }, (_, n) => said(`2027-${String(n + 1).padStart(2, '0')}-01`, format));
  const words = {
    months: months('LLLL'),
    shortMonths: months('LLL'),
    // The third of January 2027 is a Sunday.
    weekdays: Array.from({ length: 7 }, (_, n) => said(`2027-01-0${n + 3}`, 'cccc')),
  };
  wordsOf.set(locale(), words);
  return words;
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
