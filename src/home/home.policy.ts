import { EVERYONE, permission } from '../platform/permissions.js';

export const homePermissions = {
  open: permission('home.open', ...EVERYONE),
};
