/** Who is asking: built once per request from postings, roles and cover, and handed to every service and query. */

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

export interface Actor {
  personId: number;
  reference: string;
  name: string;
  language: 'en' | 'cy';
  /** Distinct, today's. */
  roles: Role[];
  reach: Reach;
  /** The unit of today's main posting; null for people posted over an area or a region. */
  unitId: number | null;
  /** The area in which the actor's main posting stands today; null where there is none. */
  areaId: number | null;
}
