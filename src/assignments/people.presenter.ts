import { unitPath } from '../network/paths.js';
import { type IsoDate, londonDate } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import { sayDate } from '../platform/say.js';
import { assignmentPersonPath, nudgesPath } from './paths.js';
import type { PersonProgress } from './people.queries.js';
import { requirementStatus, sayDay, sayStatus, STATUS_TONE } from './requirements/requirement-status.js';

/**
 * One person's row, on an assignment's page and in the list of people.
 *
 * @param acts the units whose people the reader may nudge and give time: a champion only looks
 */
export function presentPersonRow(person: PersonProgress, acts: ReadonlySet<number>, today: IsoDate) {
  const mayAct = acts.has(person.unitId);
  const open = person.completedAt === null && person.markedAt === null;
  return {
    name: person.name,
    reference: person.reference,
    path: mayAct ? assignmentPersonPath(person.assignmentId, person.reference) : null,
    unit: person.unitName,
    unitPath: unitPath(person.unitCode),
    course: person.courseTitle,
    ...statusOf(person, today),
    nudged: person.nudgedAt && open ? t('Nudged {day}', { day: sayDay(londonDate(person.nudgedAt), today) }) : null,
    wish: person.wantedOn ? presentWish(person, person.wantedOn, mayAct && open, today) : null,
    pickId: mayAct && open ? `pick-${person.reference.replace(/\W/g, '-')}` : null,
    nudgesPath: nudgesPath(person.assignmentId),
    nudgeHidden: ` (${person.name})`,
  };
}

function statusOf(person: PersonProgress, today: IsoDate) {
  if (person.markedAt && person.completedAt === null) return { status: t('Marked complete'), tone: 'good' };
  return { status: sayStatus(person, today), tone: STATUS_TONE[requirementStatus(person, today)] };
}

function presentWish({ assignmentId, reference }: PersonProgress, wantedOn: IsoDate, mayAct: boolean, today: IsoDate) {
  return {
    text: t('Asks for time until {day}', { day: sayDate(wantedOn, today) }),
    path: mayAct ? assignmentPersonPath(assignmentId, reference) : null,
    act: t('Answer'),
  };
}
