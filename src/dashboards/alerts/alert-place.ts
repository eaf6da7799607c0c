/** A place that somebody watches, with what stands above it. */
import type { Place } from '../../network/reach.js';
import type { ViewLevel, ViewPlace } from '../views/view-address.js';

/** A place that its reader may watch. */
export interface AlertPlace extends ViewPlace {
  /** Null for the whole network. */
  id: number | null;
  name: string | null;
  areaId: number | null;
  regionId: number | null;
}

/** Where it stands, for asking who may know what. */
export function standing(
  level: ViewLevel,
  { id, areaId, regionId }: Pick<AlertPlace, 'id' | 'areaId' | 'regionId'>,
): Place {
  return { regionId, areaId, unitId: level === 'unit' ? id : null };
}
