import { reachAs } from '../network/reach.js';
import { type Actor, AREA_AND_ABOVE, type Reach, type Role, UNIT_LEADERS } from '../platform/actor.js';
import { EVERYONE, permission } from '../platform/permissions.js';

const MAY_ASSIGN: readonly Role[] = [...UNIT_LEADERS, ...AREA_AND_ABOVE, 'author', 'administrator'];

export const assignmentPermissions = {
  /** Who may ask people to take a course: each within the units they lead (network/reach.ts), the CX team anywhere. */
  assign: permission('assignments.assign', ...MAY_ASSIGN),
  /** What was asked of oneself. */
  learn: permission('assignments.learn', ...EVERYONE),
  /** Who may see what was asked and who finished, in the units they lead. A champion suggests but does not ask. */
  follow: permission('assignments.follow', ...MAY_ASSIGN, 'champion', 'analyst'),
};

/** Where somebody may ask people to take a course. */
export function assigningReach(actor: Pick<Actor, 'posts'>): Reach {
  return reachAs(actor, assignmentPermissions.assign.roles);
}
