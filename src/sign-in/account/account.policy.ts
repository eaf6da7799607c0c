import { EVERYONE, permission } from '../../platform/permissions.js';

export const accountPermissions = {
  /** One's own, and nobody else's. */
  own: permission('signIn.ownAccount', ...EVERYONE),
};
