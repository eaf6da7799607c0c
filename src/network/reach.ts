import { CX_TEAM, type Reach, type Role, UNIT_LEADERS } from '../platform/actor.js';

/** A posting that is valid on the day asked about. Exactly one of the three places is set. */
export interface PostingToday {
  role: Role;
  unitId: number | null;
  areaId: number | null;
  regionId: number | null;
}

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
 * The places whose pages a person may open, from the postings valid today. Everything outside is "not found".
 *
 * | role | reach |
 * | --- | --- |
 * | staff, postmaster, champion, department manager | own unit |
 * | area manager | the area and its units |
 * | regional manager | the region, its areas and units |
 * | author, analyst, administrator | the network |
 * | guest | nothing |
 */
export function reachOf(postings: readonly PostingToday[]): Reach {
  const seeing = postings.filter((posting) => !SEES_NO_PLACE.includes(posting.role));
  return {
    network: seeing.some((posting) => CX_TEAM.includes(posting.role)),
    regionIds: ids(seeing.map((posting) => posting.regionId)),
    areaIds: ids(seeing.map((posting) => posting.areaId)),
    unitIds: ids(seeing.map((posting) => posting.unitId)),
  };
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

function ids(found: readonly (number | null)[]): number[] {
  return [...new Set(found.filter((id) => id !== null))].sort((a, b) => a - b);
}
