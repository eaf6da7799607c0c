import { count } from '../platform/say.js';

/** '6 branches' when all of them are branches, otherwise '6 units'. */
export function sayUnits(units: readonly { kind: string }[]): string {
  return countUnits(
    units.length,
    units.every((unit) => unit.kind === 'branch'),
  );
}

export function countUnits(n: number, onlyBranches: boolean): string {
  return onlyBranches ? count(n, 'branch', 'branches') : count(n, 'unit', 'units');
}
