import { type Actor, AREA_AND_ABOVE, type Post, type Reach } from '../../platform/actor.js';
import { reachOf } from '../../platform/reach.js';
import type { ManagedPost } from './managed-post.js';

/** In what right somebody gives cover: for their own post, as the line above it, or as an administrator. */
export type GivesAs = 'self' | 'above' | 'administrator';

type Giving = Pick<Actor, 'personId' | 'posts'>;
type Given = Pick<ManagedPost, 'personId' | 'role' | 'kind' | 'unitId' | 'areaId' | 'regionId'>;

/**
 * Whether somebody may name cover for a manager's post, and as what; null when not. Always in one's own right: who covers
 * for Dawn in A07 does not hand that on, and names no cover in her branches either.
 *
 * | who | for |
 * | --- | --- |
 * | the manager | the own post |
 * | an area manager | postmasters and department managers of the area's units |
 * | a regional manager | those, and area managers, of the region |
 * | an administrator | everybody |
 */
export function givesAs(actor: Giving, post: Given): GivesAs | null {
  const own = actor.posts.filter(({ cover }) => cover === null);
  if (post.personId === actor.personId && own.some((held) => isThat(held, post))) return 'self';
  if (own.some((held) => isAbove(held, post))) return 'above';
  return own.some(({ role }) => role === 'administrator') ? 'administrator' : null;
}

/** Only areas and regions have deputies: cover without an end. A unit's manager is away for some days. */
export function mayLast(role: ManagedPost['role']): boolean {
  return AREA_AND_ABOVE.includes(role);
}

/** The places under which somebody names cover as the line above or as an administrator; null for all others. */
export function lineReach({ posts }: Pick<Actor, 'posts'>): Reach | null {
  const line = posts.filter(
    ({ cover, role }) => cover === null && (AREA_AND_ABOVE.includes(role) || role === 'administrator'),
  );
  return line.length === 0 ? null : reachOf(line);
}

function isThat({ role, place }: Post, post: Given): boolean {
  return role === post.role && place.kind === post.kind && place.id === idOf(post);
}

function isAbove({ role, place }: Post, { kind, areaId, regionId }: Given): boolean {
  if (role === 'areaManager') return place.kind === 'area' && kind === 'unit' && place.id === areaId;
  if (role === 'regionalManager') return place.kind === 'region' && kind !== 'region' && place.id === regionId;
  return false;
}

function idOf(post: Given): number | null {
  return { unit: post.unitId, area: post.areaId, region: post.regionId }[post.kind];
}
