/** What posts reach, as a rule without places' names: the door (web/permission.guard.ts) asks it at every request. */
import { type Actor, CX_TEAM, type Post, type Reach, type Role } from './actor.js';

/** A guest sees only what was shared with them, never a place. */
const SEES_NO_PLACE: readonly Role[] = ['guest'];

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
 * another: Mix is staff at Millbridge and champion at Seahaven, and `reachAs(mix, ['champion'])` is Seahaven alone.
 */
export function reachAs(actor: Pick<Actor, 'posts'>, roles: readonly Role[]): Reach {
  return reachOf(actor.posts.filter((post) => roles.includes(post.role)));
}

/** The actor with the reach of these roles alone; roles and posts stay, so that a page may ask for other rights. */
export function actingAs(actor: Actor, roles: readonly Role[]): Actor {
  return { ...actor, reach: reachAs(actor, roles) };
}

function placesOf(posts: readonly Post[], kind: 'unit' | 'area' | 'region'): number[] {
  const ids = posts.map(({ place }) => (place.kind === kind ? place.id : null)).filter((id) => id !== null);
  return [...new Set(ids)].sort((a, b) => a - b);
}
