import { type Actor, AREA_AND_ABOVE, CX_TEAM, type Reach, type Role, UNIT_LEADERS } from '../platform/actor.js';
import type { Permission } from '../platform/permissions.js';
import { reachAs } from '../platform/reach.js';

export { actingAs, reachAs, reachOf } from '../platform/reach.js';

/**
 * Roles that see who finished what in the places they hold it over. A colleague at the counter opens the page of the own
 * unit with its published figures, but never a colleague's progress: Sam (staff at Ashbridge) sees "7 of 9 finished",
 * not who, and with fewer than five colleagues not that either.
 */
export const FOLLOWS_UP: readonly Role[] = [...UNIT_LEADERS, 'champion', ...AREA_AND_ABOVE, ...CX_TEAM];

/** A place as it stands on a day: a unit with its area and region, or only the upper part of that. */
export interface Place {
  regionId: number | null;
  areaId?: number | null;
  unitId?: number | null;
}

/** The place of a unit as `network.queries` gives it. */
export function placeOf(unit: { id: number; areaId: number; regionId: number }): Place {
  return { unitId: unit.id, areaId: unit.areaId, regionId: unit.regionId };
}

/** Whether a place lies within a reach. A unit is reached through itself, its area, its region or the network. */
export function reaches(reach: Reach, place: Place): boolean {
  return (
    reach.network ||
    (place.regionId !== null && reach.regionIds.includes(place.regionId)) ||
    (place.areaId != null && reach.areaIds.includes(place.areaId)) ||
    (place.unitId != null && reach.unitIds.includes(place.unitId))
  );
}

/** Whether somebody holds a right over this very place, rather than somewhere. */
export function canAt(actor: Pick<Actor, 'posts'>, wanted: Permission, place: Place): boolean {
  return reaches(reachAs(actor, wanted.roles), place);
}
