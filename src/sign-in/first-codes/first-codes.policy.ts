import { AREA_AND_ABOVE, type Role, UNIT_LEADERS } from '../../platform/actor.js';
import { permission } from '../../platform/permissions.js';

/** Those who hand codes to people of the units that they lead, and administrators. */
export const CODE_MAKERS: readonly Role[] = [...UNIT_LEADERS, ...AREA_AND_ABOVE, 'administrator'];

export const firstCodePermissions = {
  /** Print codes with which people of a unit choose their first password. */
  make: permission('signIn.makeFirstCodes', ...CODE_MAKERS),
};
