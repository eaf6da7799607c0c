/** Where what was told can be looked at, as it was then. */
import { writeFilter } from '../../feedback/comments/comment-filter.js';
import { commentsPath } from '../../feedback/paths.js';
import { addDays, type IsoDate } from '../../platform/dates.js';
import { comparePath } from '../compare/paths.js';
import { pagePathOf, type ViewPlace } from '../views/view-address.js';
import { keyOf, kindOf, type Measure } from './measure.js';
import type { Subject } from './subject.js';

/**
 * Answers: the page of the place over the four weeks to the end of a week. A theme: its comments of these weeks. Training and
 * numbers of longer periods: the page as it is, since they have no weeks. A comparison of several units: all of them.
 */
export function toldPath(measure: Measure, place: ViewPlace, week: IsoDate, subject: Subject | null): string {
  const days = { from: addDays(week, -21), to: addDays(week, 6) };
  const page = pagePathOf(place);
  const kind = kindOf(measure);
  if (kind === 'completion' || kind === 'course') return page;
  if (kind === 'theme' || kind === 'rising')
    return writeFilter(commentsPath(page), {
      theme: keyOf(measure),
      ...(kind === 'theme' ? { ...days, from: week } : days),
    });
  if (kind === 'number' && subject?.number?.grain !== 'week') return page;
  if (kind === 'funnel' && place.level !== 'unit') return comparePath({ level: place.level, code: place.code });
  return `${page}?${new URLSearchParams(days).toString()}`;
}
