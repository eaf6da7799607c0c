/** Weeks in words. */
import type { Weeks } from '../../feedback/metrics/period.js';
import { addDays } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayDate, sayFullDate } from '../../platform/say.js';
import type { PeriodChoice } from './choice.js';
import { type Stretches, weeksIn } from './stretches.js';

/** 'four weeks to Sunday 7 February 2027', for the line under a title. */
export function sayStretch(now: Weeks): string {
  const day = inSentence(sayDate(addDays(now.to, 6), ''));
  const n = weeksIn(now);
  return n === 4
    ? t('four weeks to {day}', { day })
    : t('{n, plural, one {one week} other {# weeks}} to {day}', { n, day });
}

/** The calendar library begins days of the week with a capital, which Welsh does at the head of a line only. */
const inSentence = (day: string): string => day.replace(/^Dydd /, 'dydd ');

/** At the head of a line. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** 'In the last four weeks', 'In the last 13 weeks' or 'In these 6 weeks', under a figure. */
export function sayWithin({ span }: PeriodChoice, now: Weeks): string {
  const n = weeksIn(now);
  if (span !== null && typeof span !== 'number')
    return t('{n, plural, one {In this week} other {In these # weeks}}', { n });
  return n === 4 ? t('In the last four weeks') : t('In the last {n, plural, other {# weeks}}', { n });
}

/** What the weeks are held against: 'Compared with the 13 weeks before.' */
export function sayAgainst({ against }: PeriodChoice, { earlier }: Stretches): string {
  if (!earlier) return t('Compared with nothing.');
  if (against === 'before') return t('Compared with the {n, plural, other {# weeks}} before.', { n: weeksIn(earlier) });
  return t('Compared with the same weeks a year earlier, to {day}.', { day: sayFullDate(addDays(earlier.to, 6)) });
}
