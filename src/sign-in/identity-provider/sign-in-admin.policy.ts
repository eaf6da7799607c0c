import { permission } from '../../platform/permissions.js';

export const signInAdminPermissions = {
  /** How people sign in: the settings without their secrets, the connection, and what was refused. */
  see: permission('signIn.seeSettings', 'administrator'),
};
