/** What several units together are called. */
import type { UnitPlace } from '../network/network.queries.js';
import { count } from '../platform/say.js';

/** '41 branches' when all of them are branches, else '12 places'. */
export function sayUnits(units: readonly Pick<UnitPlace, 'kind'>[]): string {
  const branches = units.every(({ kind }) => kind === 'branch');
  return branches ? count(units.length, 'branch', 'branches') : count(units.length, 'place', 'places');
}
