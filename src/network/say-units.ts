import { t } from '../platform/language/t.js';

/** '6 branches' when all of them are branches, otherwise '6 units'. */
export function sayUnits(units: readonly { kind: string }[]): string {
  return countUnits(
    units.length,
    units.every((unit) => unit.kind === 'branch'),
  );
}

export function countUnits(n: number, onlyBranches: boolean): string {
  return onlyBranches
    ? t('{n, plural, one {# branch} other {# branches}}', { n })
    : t('{n, plural, one {# unit} other {# units}}', { n });
}
