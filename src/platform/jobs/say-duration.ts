import { t } from '../language/t.js';
import { sayNumber } from '../say.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in its largest unit that is worth saying: '0.4 seconds', '12 seconds', '3 minutes', '26 hours'. */
export function sayDuration(seconds: number): string {
  const length = Math.max(0, seconds);
  if (length < 9.95) return t('{length} seconds', { length: sayNumber(length, 1) });
  if (length < MINUTE) return t('{n, plural, one {# second} other {# seconds}}', { n: Math.round(length) });
  if (length < 2 * HOUR) return t('{n, plural, one {# minute} other {# minutes}}', { n: Math.floor(length / MINUTE) });
  if (length < 2 * DAY) return t('{n, plural, one {# hour} other {# hours}}', { n: Math.floor(length / HOUR) });
  return t('{n, plural, one {# day} other {# days}}', { n: Math.floor(length / DAY) });
}

/** '3 minutes ago'. */
export function sayAgo(seconds: number): string {
  return t('{duration} ago', { duration: sayDuration(seconds) });
}
