import { permission } from '../../platform/permissions.js';

export const exportPermissions = {
  /** Everybody by name and address, and where they worked: as much as an import needs. */
  export: permission('network.export', 'administrator'),
};
