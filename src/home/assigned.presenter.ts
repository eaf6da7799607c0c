import type { AssignedCourse } from '../assignments/requirements/assigned-course.js';
import { moreTimePath } from '../assignments/paths.js';
import {
  requirementStatus,
  type RequirementStatus,
  STATUS_TONE,
} from '../assignments/requirements/requirement-status.js';
import { sayWhy } from '../assignments/requirements/who-asked.js';
import { cataloguePath, coursePath } from '../courses/paths.js';
import { sayStep } from '../learning/steps.js';
import type { UnderWay } from '../learning/my-learning.queries.js';
import type { IsoDate } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import { sayDate } from '../platform/say.js';

const SHOWN = 4;

/** The earliest due first. The rest is behind one link: a phone shows four without scrolling for ever. */
export function presentAssigned(assigned: readonly AssignedCourse[], underWay: readonly UnderWay[], today: IsoDate) {
  const rows = assigned.map((course) => ({
    path: coursePath(course.slug),
    driver: course.driver,
    title: course.title,
    lang: course.language === 'cy' ? 'cy' : null,
    ...dueTag(course.dueOn, today),
    meta: metaOf(course, underWay),
    whys: course.reasons.map(sayWhy),
    moreTime: moreTimeOf(course, today),
  }));
  return {
    rows: rows.length > 0 ? rows.slice(0, SHOWN) : null,
    more:
      rows.length > SHOWN
        ? { text: t('Show {n} more', { n: String(rows.length - SHOWN) }), rows: rows.slice(SHOWN) }
        : null,
    empty: nothingDue(),
  };
}

/** With the weekday, as people plan their week; a late one only says when it was due. */
function dueTag(dueOn: IsoDate, today: IsoDate) {
  const status = requirementStatus({ dueOn, completedAt: null }, today);
  const day = sayDate(dueOn, today);
  return { tag: sayTag(status, day), tone: STATUS_TONE[status] };
}

function sayTag(status: RequirementStatus, day: string): string {
  if (status === 'dueToday') return t('Due today');
  return status === 'overdue' ? t('Was due {day}', { day }) : t('Due {day}', { day });
}

/** A way to say that the date will not do, or that one has said so. */
function moreTimeOf({ slug, wantedOn }: AssignedCourse, today: IsoDate) {
  if (wantedOn) return { path: null, text: t('You asked for time until {day}.', { day: sayDate(wantedOn, today) }) };
  return { path: moreTimePath(slug), text: t('Ask for more time') };
}

function metaOf(course: AssignedCourse, underWay: readonly UnderWay[]): string {
  const begun = underWay.find((one) => one.courseId === course.courseId);
  return begun
    ? sayStep(begun.step, begun.steps)
    : t('{n, plural, one {# minute} other {# minutes}}', { n: course.minutes });
}

const nothingDue = () => ({
  title: t('Nothing due'),
  text: t('Nobody has asked you for a course. Fancy a head start?'),
  action: { text: t('Find a course'), path: cataloguePath() },
});
