/** How long something is kept, and from which moment on it has been kept long enough. */
import { DateTime } from 'luxon';
import { LONDON } from '../../platform/dates.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import type { Period } from '../../platform/privacy/retention.js';

/**
 * The moment before which something has outlived its period: so many months or days before `now`, by the calendar in
 * London. Example: 24 months before 29 February 2028 at 10:00 is 28 February 2026 at 10:00.
 */
export function startOfKeeping(now: Date, unit: Period['unit'], length: number): Date {
  return DateTime.fromJSDate(now, { zone: LONDON })
    .minus({ [unit]: length })
    .toJSDate();
}

/** '24 months', '7 days'. */
export function sayPeriod(unit: Period['unit'], length: number): string {
  return unit === 'months'
    ? t('{n, plural, one {# month} other {# months}}', { n: length })
    : t('{n, plural, one {# day} other {# days}}', { n: length });
}

/** @throws RuleBroken outside the bounds of the rule */
export function checkPeriod({ unit, least, most }: Period, length: number): void {
  if (Number.isInteger(length) && length >= least && length <= most) return;
  throw new RuleBroken(
    t('Choose from {least} to {most}.', { least: sayPeriod(unit, least), most: sayPeriod(unit, most) }),
    'length',
  );
}

/** What an administrator chose, while it fits the rule as it is today; the standard otherwise. */
export function lengthOf({ standard, least, most }: Period, chosen: unknown): number {
  return typeof chosen === 'number' && Number.isInteger(chosen) && chosen >= least && chosen <= most
    ? chosen
    : standard;
}
