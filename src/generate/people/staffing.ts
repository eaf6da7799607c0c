import type { PlannedUnit } from '../network/network-plan.js';
import { shareOut } from '../share-out.js';

/**
 * How many colleagues each unit has ever had, besides those who lead it: the teams that stories need, one at least where
 * nobody leads, and the rest by staffing. Null when there are not enough people.
 */
export function shareOfUnits(units: readonly PlannedUnit[], people: number): number[] | null {
  const fixed = units.map((unit) => (unit.team !== null ? unit.team - leads(unit) : unit.kind === 'branch' ? 0 : 1));
  const left = people - fixed.reduce((sum, n) => sum + n, 0);
  if (left < 0) return null;
  const weights = units.map((unit) => (unit.team === null ? unit.staffing : 0));
  if (weights.every((weight) => weight === 0)) return left === 0 ? fixed : null;
  const shares = shareOut(left, weights);
  return fixed.map((n, index) => n + shares[index]!);
}

/** Only of units whose team is fixed: everybody else's leaders come on top. */
function leads(unit: PlannedUnit): number {
  return unit.kind === 'branch' ? 1 : 0;
}
