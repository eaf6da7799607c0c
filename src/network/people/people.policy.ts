import { AREA_AND_ABOVE, CX_TEAM, UNIT_LEADERS } from '../../platform/actor.js';
import { permission } from '../../platform/permissions.js';

export const peoplePermissions = {
  /** Who works where: whoever looks after people, each within the places they look after. */
  read: permission('network.people', ...UNIT_LEADERS, ...AREA_AND_ABOVE, ...CX_TEAM),
  /** Postings, long leave, extra time, name and e-mail by hand. */
  change: permission('network.changePeople', 'administrator'),
};
