import { EVERYONE, permission } from '../platform/permissions.js';

/** Anyone may learn; what comes of it is theirs alone. */
export const learn = permission('learning.learn', ...EVERYONE);

/** Progress and pass or fail of the people in reach, never their answers (product/people.md, "Privacy"). */
export const seeTeam = permission(
  'learning.seeTeam',
  'postmaster',
  'departmentManager',
  'champion',
  'areaManager',
  'regionalManager',
  'author',
  'administrator',
);
