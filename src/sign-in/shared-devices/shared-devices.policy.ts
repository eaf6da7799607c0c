import { UNIT_LEADERS } from '../../platform/actor.js';
import { EVERYONE, permission } from '../../platform/permissions.js';

export const sharedDevicePermissions = {
  /** Make the browser one sits at a shared device of a unit one leads, name it, and take that back. */
  manage: permission('signIn.manageSharedDevices', ...UNIT_LEADERS, 'administrator'),
  /** See the shared devices of all units. */
  overview: permission('signIn.seeAllSharedDevices', 'administrator'),
  /** Lock, say that one is still there, and find again what one had typed. */
  use: permission('signIn.useSharedDevice', ...EVERYONE),
  /** Choose and forget one's own PIN. */
  ownPin: permission('signIn.chooseOwnPin', ...EVERYONE),
};
