/** The way from a figure or a quote to all that customers wrote in the same weeks. */
import { type CommentFilter, daysOfWeeks, writeFilter } from '../feedback/comments/comment-filter.js';
import type { Weeks } from '../feedback/metrics/period.js';
import { commentsPath } from '../feedback/paths.js';
import { type IsoDate, lastClosedWeek } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import { sayFullDate } from '../platform/say.js';
import { weeksIn } from './period/stretches.js';

/**
 * The comments of a place whose page is at `path`. A page about the latest weeks quotes what came since they closed as well,
 * so its link has no last day: otherwise a quote on the page would be missing behind it.
 */
export function commentsOfWeeks(path: string, weeks: Weeks, today: IsoDate, more: Partial<CommentFilter> = {}) {
  const latest = weeks.to === lastClosedWeek(today);
  const days = latest ? { from: weeks.from } : daysOfWeeks(weeks);
  return {
    text: latest
      ? t('All comments since {day}', { day: sayFullDate(weeks.from) })
      : t('{n, plural, one {All comments of this week} other {All comments of these # weeks}}', { n: weeksIn(weeks) }),
    path: writeFilter(commentsPath(path), { ...days, ...more }),
  };
}
