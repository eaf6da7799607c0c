import { AREA_AND_ABOVE, CX_TEAM, UNIT_LEADERS } from '../../platform/actor.js';
import { permission } from '../../platform/permissions.js';

export const metricsPermissions = {
  /** What other numbers there are, and where their values came from. */
  read: permission('metrics.read', ...CX_TEAM),
  /** Defining, changing and retiring a number, and giving it values. */
  manage: permission('metrics.manage', ...CX_TEAM),
  /** The rows behind a number of a place in reach; the number's own audience narrows it further (audience.ts). */
  seeRows: permission('metrics.rows', 'staff', 'champion', ...UNIT_LEADERS, ...AREA_AND_ABOVE, ...CX_TEAM),
};
