import { AREA_AND_ABOVE, UNIT_LEADERS } from '../../platform/actor.js';
import { EVERYONE, permission } from '../../platform/permissions.js';

export const coverPermissions = {
  /** One's own: what was given and what is held, also when it is over. The line above reads that of its places. */
  read: permission('network.cover', ...EVERYONE),
  /** Naming somebody; `givesAs` says for which posts. */
  give: permission('network.giveCover', ...UNIT_LEADERS, ...AREA_AND_ABOVE, 'administrator'),
};
