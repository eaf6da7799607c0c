/** Which branches of an area are listed, and in which order. The list is sorted, never numbered: intervals overlap. */
import type { UnitPlace } from '../../network/network.queries.js';
import { type Assigned, shareFinished } from '../assigned-completion.js';
import { driverToWorkOn, isSlipping, type Standing } from '../branch-standing.js';
import type { AreaFilters, Show } from './area-filters.js';

export interface Branch {
  unit: UnitPlace;
  standing: Standing;
  assigned: Assigned;
  /** Ease over the last weeks in points, oldest first, for the small line. */
  spark: (number | null)[];
}

export function choose(branches: readonly Branch[], { find, driver, show }: AreaFilters): Branch[] {
  const wanted = find.toLowerCase();
  return branches
    .filter(({ unit }) => unit.name.toLowerCase().includes(wanted) || unit.code.startsWith(wanted))
    .filter(({ standing }) => driver === null || driverToWorkOn(standing) === driver)
    .sort(ORDERS[show]);
}

type Order = (a: Branch, b: Branch) => number;

const byName: Order = (a, b) => a.unit.name.localeCompare(b.unit.name, 'en-GB');

/** Slipping first, the deepest fall on top; then firm scores from the lowest; then grey ones; then those without. */
const byAttention: Order = (a, b) => urgency(a) - urgency(b) || worth(a) - worth(b) || byName(a, b);

const byCompletion: Order = (a, b) =>
  (shareFinished(a.assigned) ?? 2) - (shareFinished(b.assigned) ?? 2) || byName(a, b);

const ORDERS: Record<Show, Order> = { attention: byAttention, behind: byCompletion, az: byName };

function urgency({ standing }: Branch): number {
  if (isSlipping(standing)) return 0;
  if (!standing.ease) return 3;
  return standing.ease.standing === 'firm' ? 1 : 2;
}

function worth({ standing }: Branch): number {
  return isSlipping(standing) ? (standing.change?.value ?? 0) : (standing.ease?.value ?? 0);
}
