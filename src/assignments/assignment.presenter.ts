import { coursePath } from '../courses/paths.js';
import { unitPath } from '../network/paths.js';
import { type IsoDate, londonDate } from '../platform/dates.js';
import { sayDate } from '../platform/say.js';
import { whyAsked } from './requirements/assigned-course.js';
import type { AssignmentRow, PersonProgress, UnitProgress } from './assignments.queries.js';
import { presentUnit, progressFacts } from './list.presenter.js';
import { assignmentsPath } from './paths.js';
import { requirementStatus, sayStatus, STATUS_TONE } from './requirements/requirement-status.js';

export interface AssignmentFacts {
  assignment: AssignmentRow;
  units: UnitProgress[];
  people: PersonProgress[];
  /** How many people the list may show. */
  limit: number;
}

export function presentAssignment({ assignment, units, people, limit }: AssignmentFacts, today: IsoDate) {
  const { courseTitle, dueOn, madeAt } = assignment;
  return {
    title: courseTitle,
    backPath: assignmentsPath,
    driver: assignment.driver,
    coursePath: coursePath(assignment.courseSlug),
    why: whyAsked({ by: assignment.madeBy, reason: assignment.reason }),
    dates: `Asked on ${sayDate(londonDate(madeAt), today)}, due ${sayDate(dueOn, today)}.`,
    facts: progressFacts(assignment),
    units: units.length > 1 ? units.map(presentUnit) : null,
    people: people.length > 0 ? people.map((person) => presentPerson(person, today)) : null,
    more:
      people.length >= limit && assignment.asked > limit
        ? `The first ${limit} of ${assignment.asked} people are shown.`
        : null,
    empty: { title: 'Nobody to show', text: 'The people who were asked have moved on or are on long leave.' },
  };
}

function presentPerson(person: PersonProgress, today: IsoDate) {
  return {
    name: person.name,
    unit: person.unitName,
    unitPath: unitPath(person.unitCode),
    status: sayStatus(person, today),
    tone: STATUS_TONE[requirementStatus(person, today)],
  };
}
