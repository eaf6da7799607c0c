import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate, sayList, sayNumber } from '../../platform/say.js';
import { networkUnitPath, unitPath } from '../paths.js';
import type { UnitNode } from './tree.queries.js';
import { sayKind, sayStanding } from './unit-words.js';

/** One unit in a list of places. */
export function unitRow(unit: UnitNode, on: IsoDate | null) {
  const open = unit.standing === 'open';
  return {
    name: unit.name,
    code: unit.code,
    path: networkUnitPath(unit.code),
    kind: sayKind(unit.kind),
    area: unit.areaName,
    leaders: unit.leaders.length > 0 ? sayList(unit.leaders) : null,
    people: open ? sayNumber(unit.people) : null,
    note: sayStanding(unit) ?? t('here since {day}', { day: sayFullDate(unit.from) }),
    open,
    dashboardPath: open && on === null ? unitPath(unit.code) : null,
  };
}
