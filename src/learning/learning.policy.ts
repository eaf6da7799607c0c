import { EVERYONE, permission } from '../platform/permissions.js';

export const learningPermissions = {
  /** Anyone may learn; what comes of it is theirs alone. */
  learn: permission('learning.learn', ...EVERYONE),
};
