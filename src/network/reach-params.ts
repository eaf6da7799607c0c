import type { Reach } from '../platform/actor.js';
import type { IsoDate } from '../platform/dates.js';

/** The five arguments of the SQL function `units_in_reach`, in its order. */
export function reachParams(reach: Reach, day: IsoDate): [boolean, number[], number[], number[], IsoDate] {
  return [reach.network, reach.regionIds, reach.areaIds, reach.unitIds, day];
}
