import { permission } from '../platform/permissions.js';

/** A unit's page: everybody who has it in reach, and that is the own unit for a colleague at the counter. */
export const SEE_UNITS = permission(
  'dashboards.units',
  'staff',
  'postmaster',
  'champion',
  'departmentManager',
  'areaManager',
  'regionalManager',
  'author',
  'analyst',
  'administrator',
);

/** Pages of an area or a region: those who look after several units. */
export const SEE_AREAS = permission(
  'dashboards.areas',
  'areaManager',
  'regionalManager',
  'author',
  'analyst',
  'administrator',
);

/** Recording what else was changed at a unit: whoever leads it (`unitIdsLed` narrows to which). */
export const RECORD_ACTIONS = permission(
  'dashboards.recordActions',
  'postmaster',
  'departmentManager',
  'areaManager',
  'regionalManager',
  'author',
  'analyst',
  'administrator',
);
