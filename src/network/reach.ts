import { type Actor, CX_TEAM, type Post, type Reach, type Role, UNIT_LEADERS } from '../platform/actor.js';

/** A guest sees only what was shared with them, never a place. */
const SEES_NO_PLACE: readonly Role[] = ['guest'];

/**
 * Roles that see who in their own unit finished what. A colleague at the counter opens the page of the own unit with
 * its published figures, but never a colleague's progress: Sam (staff at Ashbridge) sees "7 of 9 finished", not who.
 */
export const LEADS_OWN_UNIT: readonly Role[] = [...UNIT_LEADERS, 'champion'];

/** Of those, the roles that may also ask somebody to do something. A champion suggests, and leaves asking to the line. */
export const ASSIGNS_IN_OWN_UNIT: readonly Role[] = UNIT_LEADERS;

/**
 * The places whose pages a person may open, from the posts held today. Everything outside is "not found".
 *
 * | role | reach |
 * | --- | --- |
 * | staff, postmaster, champion, department manager | own unit |
 * | area manager | the area and its units |
 * | regional manager | the region, its areas and units |
 * | author, analyst, administrator | the network |
 * | guest | nothing |
 */
export function reachOf(posts: readonly Post[]): Reach {
  const seeing = posts.filter((post) => !SEES_NO_PLACE.includes(post.role));
  return {
    network: seeing.some((post) => CX_TEAM.includes(post.role)),
    regionIds: placesOf(seeing, 'region'),
    areaIds: placesOf(seeing, 'area'),
    unitIds: placesOf(seeing, 'unit'),
  };
}

/**
 * The reach that these roles alone give. A right is asked with it, so that one held over one place is never used in
 * another: Mix is staff at Millbridge and champion at Seahaven, and `reachAs(mix, LEADS_OWN_UNIT)` is Seahaven alone.
 */
export function reachAs(actor: Pick<Actor, 'posts'>, roles: readonly Role[]): Reach {
  return reachOf(actor.posts.filter((post) => roles.includes(post.role)));
}

/** A place as it stands on a day: a unit with its area and region, or only the upper part of that. */
export interface Place {
  regionId: number | null;
  areaId?: number | null;
  unitId?: number | null;
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

function placesOf(posts: readonly Post[], kind: 'unit' | 'area' | 'region'): number[] {
  const ids = posts.map(({ place }) => (place.kind === kind ? place.id : null)).filter((id) => id !== null);
  return [...new Set(ids)].sort((a, b) => a - b);
}
