import { permission } from '../platform/permissions.js';

export const impactPermissions = {
  /** Completion against scores: network figures for all of these, names of units only in reach. */
  read: permission('impact.read', 'areaManager', 'regionalManager', 'author', 'analyst', 'administrator'),
};
