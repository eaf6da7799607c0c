import { AREA_AND_ABOVE, CX_TEAM, UNIT_LEADERS } from '../platform/actor.js';
import { permission } from '../platform/permissions.js';

export const dashboardPermissions = {
  /** A unit's page: everybody who has it in reach, and that is the own unit for a colleague at the counter. */
  readUnits: permission('dashboards.units', 'staff', 'champion', ...UNIT_LEADERS, ...AREA_AND_ABOVE, ...CX_TEAM),
  /** Pages of an area or a region: those who look after several units. */
  readAreas: permission('dashboards.areas', ...AREA_AND_ABOVE, ...CX_TEAM),
  /** The network as a whole, as a file. */
  readNetwork: permission('dashboards.network', ...CX_TEAM),
  /** Who finished what at a unit: whoever leads it, and its champion. Nobody's answers are part of that. */
  seeTeam: permission('dashboards.team', 'champion', ...UNIT_LEADERS, ...AREA_AND_ABOVE, ...CX_TEAM),
  /** Putting a card of one's own dashboard aside. */
  decideCards: permission('dashboards.cards', ...UNIT_LEADERS, ...AREA_AND_ABOVE, ...CX_TEAM),
  /** Writing to whoever leads a unit, an area or a region: whoever looks after it from above. */
  tellUnit: permission('dashboards.tellUnit', ...AREA_AND_ABOVE, ...CX_TEAM),
  tellArea: permission('dashboards.tellArea', 'regionalManager', ...CX_TEAM),
  tellRegion: permission('dashboards.tellRegion', ...CX_TEAM),
  /** Publishing a saved view for everybody with a place of its level. */
  publishViews: permission('dashboards.publishViews', ...CX_TEAM),
  /** Recording what else was changed at a unit: whoever leads it (`unitIdsLed` narrows to which). */
  recordActions: permission('dashboards.recordActions', ...UNIT_LEADERS, ...AREA_AND_ABOVE, ...CX_TEAM),
};
