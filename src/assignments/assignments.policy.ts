import { permission } from '../platform/permissions.js';

/** Who may ask people to take a course: each within the units they lead (network/reach.ts), the CX team anywhere. */
export const assign = permission(
  'assignments.assign',
  'postmaster',
  'departmentManager',
  'areaManager',
  'regionalManager',
  'author',
  'administrator',
);

/** Who may see what was asked and who finished, in the units they lead. A champion suggests but does not ask. */
export const follow = permission('assignments.follow', ...assign.roles, 'champion', 'analyst');
