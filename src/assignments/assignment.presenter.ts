import { coursePath } from '../courses/paths.js';
import { sayMaker } from '../network/cover/say-cover.js';
import { type IsoDate, londonDate } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import { sayDate, sayMoment } from '../platform/say.js';
import { type Problem, presentProblems } from '../platform/web/form.js';
import { presentActions } from './assignment-actions.presenter.js';
import type { AssignmentRow, UnitProgress } from './assignments.queries.js';
import type { EndEffect } from './changing/changing.queries.js';
import type { CarryingOut } from './following/carry-out.queries.js';
import { errorsOf } from './form-errors.js';
import { presentUnit, progressFacts } from './list.presenter.js';
import {
  assignmentMessagesPath,
  assignmentPath,
  assignmentsPath,
  carryingPath,
  peopleCsvPath,
  unitsCsvPath,
} from './paths.js';
import type { PersonProgress } from './people.queries.js';
import { presentPersonRow } from './people.presenter.js';

export interface AssignmentFacts {
  assignment: AssignmentRow;
  units: UnitProgress[];
  people: PersonProgress[];
  /** A change that a job is carrying out. */
  carrying: CarryingOut | null;
  /** What ending it would do; null for those who may not. */
  effect: EndEffect | null;
  /** The units whose people the reader may act on. */
  acts: ReadonlySet<number>;
  /** Whether these are all the units that the page counts. */
  everybody: boolean;
  /** How many people the list may show. */
  limit: number;
  formToken: string;
  now: Date;
}

export function presentAssignment(facts: AssignmentFacts, problems: Problem[], today: IsoDate) {
  const { assignment, units, people, acts, carrying } = facts;
  const shown = presentProblems(problems);
  const title = assignment.courseTitle;
  return {
    title: shown ? t('Error: {title}', { title }) : title,
    heading: title,
    problems: shown,
    errors: errorsOf(shown, ['dueOn', 'reason']),
    backPath: assignmentsPath,
    path: assignmentPath(assignment.id),
    driver: assignment.driver,
    coursePath: coursePath(assignment.courseSlug),
    why: t('{by} asked: “{reason}”', {
      by: sayMaker(assignment.madeBy, assignment.madeFor),
      reason: assignment.reason,
    }),
    dates: sayDates(assignment, today),
    ended: sayEnded(assignment),
    facts: progressFacts(assignment),
    carrying: carrying && { ...presentCarrying(carrying), poll: carryingPath(assignment.id) },
    actions: presentActions(facts, shown?.by ?? {}, today),
    messagesPath: assignmentMessagesPath(assignment.id),
    csvPath: people.length > 0 ? peopleCsvPath({ assignment: assignment.id }) : null,
    units: units.length > 1 ? units.map(presentUnit) : null,
    unitsCsv: unitsCsvPath(assignment.id),
    people: people.length > 0 ? people.map((person) => presentPersonRow(person, acts, today)) : null,
    more: sayMore(facts),
    empty: emptyOf(assignment),
  };
}

function sayMore({ people, limit, assignment: { asked } }: AssignmentFacts): string | null {
  if (people.length < limit || asked <= limit) return null;
  return t('The first {limit} of {asked} people are shown.', { limit: String(limit), asked: String(asked) });
}

function sayDates({ madeAt, dueOn }: AssignmentRow, today: IsoDate): string {
  return t('Asked on {made}, due {due}.', { made: sayDate(londonDate(madeAt), today), due: sayDate(dueOn, today) });
}

function sayEnded({ ended, endedBy, endedFor, endedAt, endReason }: AssignmentRow): string | null {
  if (ended === null || endedAt === null) return null;
  const values = { by: sayMaker(endedBy ?? '', endedFor), when: sayMoment(endedAt), reason: endReason ?? '' };
  return ended === 'undone'
    ? t('{by} undid this on {when}. It asks nobody any more; what people finished stays in their records.', values)
    : t('{by} withdrew this on {when}: “{reason}” It asks nobody any more.', values);
}

/** `value` and `max` for a progress bar; the page renews itself while it is there. */
function presentCarrying({ done, total, stopped }: CarryingOut) {
  return {
    value: String(done),
    max: String(Math.max(1, total)),
    stopped,
    text: stopped
      ? t('This has stopped half-way and changed nothing. An administrator has it on the list of failed jobs.')
      : t('Working on it: {n, plural, one {# person} other {# people}} to go through.', { n: total }),
  };
}

/** The same for assets/js/progress.js. */
export function sayProgressOf(carrying: CarryingOut | null) {
  if (carrying === null) return { value: 1, max: 1, words: t('It is done.'), over: true };
  const { text } = presentCarrying(carrying);
  return { value: carrying.done, max: Math.max(1, carrying.total), words: text, over: carrying.stopped };
}

function emptyOf({ ended }: AssignmentRow) {
  return ended === null
    ? { title: t('Nobody to show'), text: t('The people who were asked have moved on or are on long leave.') }
    : { title: t('Nobody to show'), text: t('It asks nobody any more.') };
}
