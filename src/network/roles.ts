import { type Role, ROLES } from '../platform/actor.js';

export type PlaceKind = 'unit' | 'area' | 'region';

/** Where a posting with this role stands: an area manager over an area, a regional manager over a region, others in a unit. */
export function standsIn(role: Role): PlaceKind {
  if (role === 'areaManager') return 'area';
  if (role === 'regionalManager') return 'region';
  return 'unit';
}

/**
 * A job follows the job before it: a row for a new one ends the old one. Champion, guest and administrator are held
 * beside a job, so a champions' list never ends anybody's work at the counter.
 */
export const BESIDE_A_JOB: readonly Role[] = ['champion', 'guest', 'administrator'];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
