import { addDays, type IsoDate } from '../../platform/dates.js';
import type { Chance } from '../chance.js';
import { grouped } from '../grouped.js';
import type { NetworkPlan } from '../network/network-plan.js';
import type { PlannedPerson, PlannedPlace } from './people-plan.js';

/** One manager acts for another: a deputy until further notice, somebody on holiday for a fortnight. */
export interface PlannedCover {
  forReference: string;
  deputyReference: string;
  role: 'areaManager' | 'regionalManager';
  place: PlannedPlace;
  startsOn: IsoDate;
  /** Its last day; null for a deputy. */
  lastOn: IsoDate | null;
}

const HAVE_DEPUTY = 0.7;
const ON_HOLIDAY = 0.15;

/** Managers of an area stand in for each other within their region, and one of them for whoever manages the region. */
export function coversOf(
  chance: Chance,
  network: NetworkPlan,
  people: readonly PlannedPerson[],
  until: IsoDate,
): PlannedCover[] {
  const managers = new Map(people.flatMap((person) => currentPlaces(person).map((code) => [code, person] as const)));
  const regions = grouped(network.areas, ({ regions: links }) => links.at(-1)!.regionCode);
  return [...regions].flatMap(([regionCode, areas]) => {
    const held = areas.flatMap(({ code }) => managers.get(code) ?? []);
    const above = managers.get(regionCode);
    const deputy =
      above === undefined || held.length === 0 ? [] : [{ of: above, by: chance.pick(held), code: regionCode }];
    const beside = areas.flatMap(({ code }, index) => {
      const [of, by] = [managers.get(code), managers.get(areas[(index + 1) % areas.length]!.code)];
      return of === undefined || by === undefined || of === by || !chance.happens(HAVE_DEPUTY)
        ? []
        : [{ of, by, code }];
    });
    const covers = [
      ...deputy.map((pair) => cover(pair, 'regionalManager', addDays(until, -chance.between(100, 500)), null)),
      ...beside.map((pair) => {
        const away = chance.happens(ON_HOLIDAY);
        const from = addDays(until, -chance.between(away ? 5 : 60, away ? 40 : 600));
        return cover(pair, 'areaManager', from, away ? addDays(from, chance.pick([4, 11, 13])) : null);
      }),
    ];
    return covers.filter(({ startsOn, lastOn }) => lastOn === null || lastOn >= startsOn);
  });
}

/** The areas or the region that somebody manages today. */
function currentPlaces(person: PlannedPerson): string[] {
  return person.postings.filter(({ place, to }) => place.kind !== 'unit' && to === null).map(({ place }) => place.code);
}

function cover(
  { of, by, code }: { of: PlannedPerson; by: PlannedPerson; code: string },
  role: PlannedCover['role'],
  startsOn: IsoDate,
  lastOn: IsoDate | null,
): PlannedCover {
  const begun = [of, by].map(({ postings }) => postings.at(-1)!.from).reduce((a, b) => (a > b ? a : b), startsOn);
  const place: PlannedPlace = { kind: role === 'areaManager' ? 'area' : 'region', code };
  return { forReference: of.reference, deputyReference: by.reference, role, place, startsOn: begun, lastOn };
}
