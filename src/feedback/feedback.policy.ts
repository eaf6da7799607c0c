import { permission } from '../platform/permissions.js';

/** The imports of the whole network, with file names and rejects: the CX team only. */
export const SEE_IMPORTS = permission('feedback.imports', 'analyst', 'author', 'administrator');

/** Single answers of a unit in reach: those who follow up, not every colleague at the counter. */
export const SEE_RESPONSES = permission(
  'feedback.responses',
  'postmaster',
  'departmentManager',
  'areaManager',
  'regionalManager',
  'author',
  'analyst',
  'administrator',
);
