import { sayMaker } from '../network/cover/say-cover.js';
import { unitPath } from '../network/paths.js';
import { type Actor } from '../platform/actor.js';
import { type IsoDate, londonDate } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import { can } from '../platform/permissions.js';
import { sayPercent } from '../platform/say.js';
import { assignmentPermissions } from './assignments.policy.js';
import type { AssignmentRow, Progress, UnitProgress } from './assignments.queries.js';
import { assignmentPath, newAssignmentPath, peoplePath, unitsCsvPath } from './paths.js';
import { sayDay } from './requirements/requirement-status.js';
import { countUnits } from '../network/say-units.js';

export interface ListFacts {
  total: Progress;
  assignments: AssignmentRow[];
  units: UnitProgress[];
}

export function presentList({ total, assignments, units }: ListFacts, actor: Actor, today: IsoDate) {
  const newPath = can(actor, assignmentPermissions.assign) ? newAssignmentPath() : null;
  return {
    title: t('Assigned courses'),
    peoplePath: peoplePath({ show: 'todo' }),
    action: newPath ? { text: t('Assign a course'), path: newPath } : null,
    facts:
      total.asked > 0
        ? progressFacts(total, { todo: peoplePath({ show: 'todo' }), overdue: peoplePath({ show: 'overdue' }) })
        : null,
    assignments: assignments.length > 0 ? assignments.map((row) => presentRow(row, today)) : null,
    units: units.length > 1 ? units.map(presentUnit) : null,
    unitsCsv: unitsCsvPath(),
    empty: {
      title: t('Nothing assigned yet'),
      text: t('When you ask a branch to take a course, you’ll see here who has finished it.'),
      action: newPath ? { text: t('Assign a course'), path: newPath } : null,
    },
  };
}

/** Assigned completion: requirements finished out of requirements made, of people in post. */
export function progressFacts(
  { asked, finished, overdue }: Progress,
  paths: { todo: string; overdue: string } | null = null,
) {
  const fact = (label: string, value: string, note: string | null, path: string | null = null) => ({
    label,
    value,
    note,
    path,
  });
  return [
    fact(t('Finished'), asked > 0 ? sayPercent(finished / asked) : '–', sayProgress({ asked, finished })),
    fact(t('Still to do'), String(asked - finished), null, asked > finished ? (paths?.todo ?? null) : null),
    fact(t('Past the date'), String(overdue), null, overdue > 0 ? (paths?.overdue ?? null) : null),
  ];
}

export function presentUnit(unit: UnitProgress) {
  return {
    name: unit.name,
    code: unit.code,
    path: unitPath(unit.code),
    progress: sayProgress(unit),
    percent: unit.asked > 0 ? sayPercent(unit.finished / unit.asked) : '–',
    overdue: sayOverdue(unit.overdue),
  };
}

function presentRow(row: AssignmentRow, today: IsoDate) {
  return {
    path: assignmentPath(row.id),
    course: row.courseTitle,
    driver: row.driver,
    where: row.units === 1 && row.unitName ? row.unitName : countUnits(row.units, row.onlyBranches),
    asked: t('{by}, {day}', { by: sayMaker(row.madeBy, row.madeFor), day: sayDay(londonDate(row.madeAt), today) }),
    due: row.ended === 'withdrawn' ? t('Withdrawn') : sayDay(row.dueOn, today),
    progress: sayProgress(row),
    overdue: sayOverdue(row.overdue),
  };
}

/** '8 of 12 finished'. */
export function sayProgress({ asked, finished }: Pick<Progress, 'asked' | 'finished'>): string {
  return t('{finished} of {asked} finished', { finished: String(finished), asked: String(asked) });
}

function sayOverdue(overdue: number): string | null {
  return overdue > 0 ? t('{n} past the date', { n: String(overdue) }) : null;
}
