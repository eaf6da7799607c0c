import type { Role } from '../platform/actor.js';

/** Roles for the whole network that need no posting of their own. */
export const GRANTED_ROLES = ['author', 'analyst', 'administrator'] as const satisfies readonly Role[];

export type GrantedRole = (typeof GRANTED_ROLES)[number];

export function isGrantedRole(role: string): role is GrantedRole {
  return (GRANTED_ROLES as readonly string[]).includes(role);
}
