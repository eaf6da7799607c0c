import { permission } from '../../platform/permissions.js';

export const serviceAccountPermissions = {
  /** Let other software in, and shut it out again. */
  manage: permission('signIn.manageServiceAccounts', 'administrator'),
};
