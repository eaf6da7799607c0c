import type { Weeks } from '../../feedback/metrics/period.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate } from '../../platform/say.js';
import { trendWeeks } from '../period/stretches.js';
import { type Happened, within } from '../trend-marks.js';

/** The marks of the line over time in words, the newest first; null when nothing happened in its weeks. */
export function happenedRows(happened: readonly Happened[], now: Weeks) {
  const rows = within(happened, trendWeeks(now));
  if (rows.length === 0) return null;
  return {
    summary: t('What happened in these weeks ({n})', { n: rows.length }),
    rows: rows.map(({ on, words, path }) => ({ day: sayFullDate(on), words, path })),
  };
}
