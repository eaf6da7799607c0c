import { type Role, ROLES } from '../../platform/actor.js';
import { msg, t } from '../../platform/language/t.js';
import { isRole } from '../roles.js';
import { codeProblem, excerpt, nameProblem } from './codes.js';
import { readDays, type Days } from './days.js';
import { firstUnfit, type Unfit } from './unfit.js';

export const PERSON_COLUMNS = ['reference', 'name', 'email', 'unit_code', 'role', 'from', 'to'] as const;
export type PersonCells = Record<(typeof PERSON_COLUMNS)[number], string>;

/** One row of the people file: one posting. `placeCode` is an area's code for area managers, a region's for regional managers. */
export interface PersonRow {
  reference: string;
  name: string;
  email: string | null;
  placeCode: string;
  role: Role;
  days: Days;
}

export function readPersonRow(cells: PersonCells): { row: PersonRow } | Unfit {
  const { reference, name, role } = cells;
  const unfit = firstUnfit([
    ['reference', codeProblem('reference', reference)],
    ['name', nameProblem('name', name)],
    ['unit_code', codeProblem('unit_code', cells.unit_code)],
    ['reference', reference.includes('@') ? t(NOT_AN_ADDRESS) : null],
  ]);
  if (unfit) return unfit;
  if (!isRole(role))
    return {
      column: 'role',
      reason: t('“{text}” in role is not one of {roles}.', { text: excerpt(role), roles: ROLES.join(', ') }),
    };
  if (cells.email !== '' && !isEmail(cells.email)) {
    return {
      column: 'email',
      reason: t('“{text}” is not an e-mail address. Leave the column empty when there is none.', {
        text: excerpt(cells.email),
      }),
    };
  }
  const dated = readDays(cells.from, cells.to);
  if ('reason' in dated) return dated;
  return { row: { reference, name, email: cells.email || null, placeCode: cells.unit_code, role, days: dated.days } };
}

const NOT_AN_ADDRESS = msg('The reference is a payroll or branch user number, not an e-mail address.');

function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@"(),:;<>[\]\\]+@[^\s@.]+(\.[^\s@.]+)+$/u.test(text);
}
