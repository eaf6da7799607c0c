import { EVERYONE, permission } from '../../platform/permissions.js';

export const heldPostPermissions = {
  /** The person whose answer it is; anybody else is told that there is nothing. */
  open: permission('signIn.seeHeldPost', ...EVERYONE),
};
