/** What several units together are called. */
import type { UnitPlace } from '../network/network.queries.js';
import { t } from '../platform/language/t.js';

/** '41 branches' when all of them are branches, else '12 places'. */
export function sayUnits(units: readonly { kind?: UnitPlace['kind'] }[]): string {
  const n = units.length;
  return units.every(({ kind }) => kind === 'branch')
    ? t('{n, plural, one {# branch} other {# branches}}', { n })
    : t('{n, plural, one {# place} other {# places}}', { n });
}
