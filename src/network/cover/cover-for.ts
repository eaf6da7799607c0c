import { type Actor, AREA_AND_ABOVE, CX_TEAM, type CoverHeld, type Role, UNIT_LEADERS } from '../../platform/actor.js';
import { type Place, reaches, reachOf } from '../reach.js';

/** Roles in which somebody does something for a place, rather than working or looking there. */
const ACTS_FOR_A_PLACE: readonly Role[] = [...UNIT_LEADERS, ...AREA_AND_ABOVE, ...CX_TEAM];

/**
 * The cover under which somebody acts in a place: null in their own right, and where they have no right at all. Priya,
 * postmaster of Brackley, covers for Dawn in area A07: what she does at Ashbridge (A07) is done for Dawn, what she does at
 * Brackley is her own, even when Brackley is in A07 too.
 *
 * @param roles those in which the action may be done, as its permission lists them.
 */
export function coverFor(
  actor: Pick<Actor, 'posts'>,
  place: Place,
  roles: readonly Role[] = ACTS_FOR_A_PLACE,
): CoverHeld | null {
  const entitled = actor.posts.filter((post) => roles.includes(post.role) && reaches(reachOf([post]), place));
  return entitled.some((post) => post.cover === null) ? null : (entitled[0]?.cover ?? null);
}

/** The same for something done in several places at once: the first cover that any of them needs. */
export function coverForAll(
  actor: Pick<Actor, 'posts'>,
  places: readonly Place[],
  roles: readonly Role[] = ACTS_FOR_A_PLACE,
): CoverHeld | null {
  return places.map((place) => coverFor(actor, place, roles)).find((cover) => cover !== null) ?? null;
}
