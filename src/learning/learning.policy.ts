import { EVERYONE, permission } from '../platform/permissions.js';

/** Anyone may learn; what comes of it is theirs alone. */
export const learn = permission('learning.learn', ...EVERYONE);
