import { count } from '../platform/say.js';

/** '6 branches' when all of them are branches, otherwise '6 units'. */
export function sayUnits(units: readonly { kind: string }[]): string {
  const branches = units.every((unit) => unit.kind === 'branch');
  return branches ? count(units.length, 'branch', 'branches') : count(units.length, 'unit', 'units');
}
