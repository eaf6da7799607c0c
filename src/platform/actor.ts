/** Who is asking: built once per request from postings, roles and cover, and handed to every service and query. */
import type { IsoDate } from './dates.js';

export const ROLES = [
  'staff',
  'postmaster',
  'champion',
  'departmentManager',
  'guest',
  'areaManager',
  'regionalManager',
  'author',
  'analyst',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];

/** Those who lead one unit. */
export const UNIT_LEADERS: readonly Role[] = ['postmaster', 'departmentManager'];

/** Those who look after several units. */
export const AREA_AND_ABOVE: readonly Role[] = ['areaManager', 'regionalManager'];

/** The small central team, each of whom works for the whole network. */
export const CX_TEAM: readonly Role[] = ['author', 'analyst', 'administrator'];

/**
 * The units whose pages an actor may open (product/people.md, "Reach"). The three lists add up; `network` stands for all.
 * Ids are those of `region`, `area` and `unit`.
 */
export interface Reach {
  network: boolean;
  regionIds: number[];
  areaIds: number[];
  unitIds: number[];
}

/** The place over which a post gives its role. Ids are those of `unit`, `area` and `region`. */
export type PostPlace = { kind: 'unit' | 'area' | 'region'; id: number } | { kind: 'network' };

/** One manager acting for another. `until` is its last day; null for a deputy, whose cover has no end. */
export interface CoverHeld {
  id: number;
  forPersonId: number;
  forName: string;
  until: IsoDate | null;
}

/** One role over one place in force today: of a posting, of a grant (then over the network) or under cover. */
export interface Post {
  role: Role;
  place: PostPlace;
  /** Null when held in one's own right. */
  cover: CoverHeld | null;
}

export interface Actor {
  personId: number;
  reference: string;
  name: string;
  language: 'en' | 'cy';
  /** Today's: the main posting first, then other postings, grants and covers. */
  posts: Post[];
  /** Those of the posts, each once. What a role may do where is asked of the posts (network/reach.ts, `reachAs`). */
  roles: Role[];
  /** All that the posts reach together. */
  reach: Reach;
  /** The unit of today's main posting; null for people posted over an area or a region. */
  unitId: number | null;
  /** The area in which the actor's main posting stands today; null where there is none. */
  areaId: number | null;
}
