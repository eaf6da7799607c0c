/** How long something lasts, in words. */
import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate } from '../../platform/say.js';

/** 'since 4 May 2026', 'from 4 May 2027', '4 May 2026 to 31 May 2026'. @param to the last day; null while it is open */
export function sayDays(from: IsoDate, to: IsoDate | null, today: IsoDate): string {
  if (to !== null) return t('{from} to {to}', { from: sayFullDate(from), to: sayFullDate(to) });
  return from > today ? t('from {day}', { day: sayFullDate(from) }) : t('since {day}', { day: sayFullDate(from) });
}
