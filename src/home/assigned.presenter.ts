import type { AssignedCourse } from '../assignments/requirements/assigned-course.js';
import { requirementStatus, STATUS_TONE } from '../assignments/requirements/requirement-status.js';
import { cataloguePath, coursePath } from '../courses/paths.js';
import { sayStep } from '../learning/steps.js';
import type { UnderWay } from '../learning/my-learning.queries.js';
import type { IsoDate } from '../platform/dates.js';
import { count, sayDate } from '../platform/say.js';
import { whyAssigned } from './why-assigned.js';

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
    why: whyAssigned(course),
  }));
  return {
    rows: rows.length > 0 ? rows.slice(0, SHOWN) : null,
    more: rows.length > SHOWN ? { text: `Show ${rows.length - SHOWN} more`, rows: rows.slice(SHOWN) } : null,
    empty: NOTHING_DUE,
  };
}

/** With the weekday, as people plan their week; a late one only says when it was due. */
function dueTag(dueOn: IsoDate, today: IsoDate) {
  const status = requirementStatus({ dueOn, completedAt: null }, today);
  const day = sayDate(dueOn, today);
  const tag = status === 'dueToday' ? 'Due today' : `${status === 'overdue' ? 'Was due' : 'Due'} ${day}`;
  return { tag, tone: STATUS_TONE[status] };
}

function metaOf(course: AssignedCourse, underWay: readonly UnderWay[]): string {
  const begun = underWay.find((one) => one.courseId === course.courseId);
  return begun ? sayStep(begun.step, begun.steps) : count(course.minutes, 'minute', 'minutes');
}

const NOTHING_DUE = {
  title: 'Nothing due',
  text: 'Nobody has asked you for a course. Fancy a head start?',
  action: { text: 'Find a course', path: cataloguePath() },
};
