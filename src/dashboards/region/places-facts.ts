/** Areas or regions side by side, weighed together. */
import {
  emotionDifference,
  type MarkedDifference,
  markTogether,
  shareDifference,
} from '../../feedback/metrics/change.js';
import { addCounts, type Counts } from '../../feedback/metrics/counts.js';
import { NO_WINDOWS, type Windows } from '../../feedback/metrics/windows.js';
import type { IsoDate } from '../../platform/dates.js';
import { addAssigned, type Assigned, NOTHING_ASSIGNED } from '../assigned-completion.js';
import { isSlipping, type Standing, standingOf } from '../branch-standing.js';
import type { NamedPlace } from './places-facts.service.js';

export interface PlaceStanding {
  place: NamedPlace;
  standing: Standing;
  assigned: Assigned;
}

export interface PlacesFacts {
  lastWeek: IsoDate;
  places: PlaceStanding[];
  /** Everything together over the last four closed weeks: the sum of the places, weighted by responses. */
  recent: Counts;
  easeChange: MarkedDifference | null;
  emotionChange: MarkedDifference | null;
  assigned: Assigned;
}

export function weighPlaces(
  named: readonly NamedPlace[],
  windows: ReadonlyMap<number, Windows>,
  assigned: ReadonlyMap<number, Assigned>,
  lastWeek: IsoDate,
): PlacesFacts {
  const each = named.map(({ id }) => windows.get(id) ?? NO_WINDOWS);
  const recent = addCounts(each.map((one) => one[4]));
  const earlier = addCounts(each.map((one) => one.earlier));
  const [easeChange = null, emotionChange = null, ...changes] = markTogether([
    shareDifference(recent.ease, earlier.ease),
    emotionDifference(recent.emotion, earlier.emotion),
    ...each.map((one) => shareDifference(one[4].ease, one.earlier.ease)),
  ]);
  const places = named.map((place, at) => ({
    place,
    standing: standingOf(each[at] ?? NO_WINDOWS, changes[at] ?? null),
    assigned: assigned.get(place.id) ?? NOTHING_ASSIGNED,
  }));
  return {
    lastWeek,
    places: places.sort(slippingFirst),
    recent,
    easeChange,
    emotionChange,
    assigned: addAssigned(places.map((place) => place.assigned)),
  };
}

function slippingFirst(a: PlaceStanding, b: PlaceStanding): number {
  return (
    Number(isSlipping(b.standing)) - Number(isSlipping(a.standing)) || a.place.name.localeCompare(b.place.name, 'en-GB')
  );
}
