import { t } from '../platform/language/t.js';

/** '1 minute', '6 minutes'. */
export function sayMinutes(minutes: number): string {
  return t('{minutes, plural, one {# minute} other {# minutes}}', { minutes });
}
