/** Whoever has lost a place is not told about it any more. */
import { reaches, reachOf } from '../../network/reach.js';
import type { RunningAlert } from './alerts.queries.js';

export function actorPlaceReached(
  alert: Pick<RunningAlert, 'level' | 'posts' | 'placeId' | 'areaId' | 'regionId'>,
): boolean {
  const { level, posts, placeId, areaId, regionId } = alert;
  if (posts === null) return false;
  const reach = reachOf(posts);
  if (level === 'network') return reach.network;
  if (level !== 'region' && areaId === null) return false;
  return reaches(reach, { regionId, areaId, unitId: level === 'unit' ? placeId : null });
}
