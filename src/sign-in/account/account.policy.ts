import { EVERYONE, permission } from '../../platform/permissions.js';

export const accountPermissions = {
  /** One's own, and nobody else's. */
  own: permission('signIn.ownAccount', ...EVERYONE),
  /** Sign somebody else out everywhere, such as when a phone is lost. */
  signOutOthers: permission('signIn.signOutOthers', 'administrator'),
};
