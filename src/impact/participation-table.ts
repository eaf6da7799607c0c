/** Who took part, as a table: places that add up, with the counts of small teams left out. */
import type { PlaceLevel, PlaceParticipation } from '../campaigns/participation.queries.js';
import { hiddenBesideTotal } from '../campaigns/small-teams.js';
import { areaPath, regionPath, unitPath } from '../network/paths.js';
import type { Reach } from '../platform/actor.js';
import { sayNumber, sayPercent } from '../platform/say.js';

/** Which places a reach is shown by: the whole network by region, regions by area, anything smaller by unit. */
export function levelFor(reach: Reach): PlaceLevel {
  if (reach.network) return 'region';
  return reach.regionIds.length > 0 ? 'area' : 'unit';
}

const PATHS: Record<PlaceLevel, (code: string) => string> = { region: regionPath, area: areaPath, unit: unitPath };
const NAMES: Record<PlaceLevel, string> = { region: 'Region', area: 'Area', unit: 'Unit' };
const NOT_SHOWN = '–';

export function participationTable(places: readonly PlaceParticipation[], level: PlaceLevel) {
  const hidden = hiddenBesideTotal(places.map((place) => place.people));
  const rows = places.map((place, at) => rowOf(place, level, hidden[at] ?? false));
  const total = places.length > 1 ? [totalRow(places, level)] : [];
  const head = [
    NAMES[level],
    ...(level === 'unit' ? ['Joined'] : ['Units joined']),
    'Colleagues',
    'Lessons',
    'Pledges',
  ];
  return {
    caption: `Who took part, by ${NAMES[level].toLowerCase()}`,
    head: head.map((text, at) => ({ text, numeric: at > 0 })),
    rows: [...rows, ...total],
    note: hidden.includes(true) ? 'Teams of fewer than five people show only that they have joined.' : null,
  };
}

function rowOf(place: PlaceParticipation, level: PlaceLevel, hidden: boolean) {
  const counts = hidden || place.people === 0 ? [NOT_SHOWN, NOT_SHOWN, NOT_SHOWN] : countCells(place);
  return row(place.name, PATHS[level](place.code), [joinedCell(place, level), ...counts]);
}

function joinedCell({ units, joined }: PlaceParticipation, level: PlaceLevel): string {
  if (level === 'unit') return joined > 0 ? 'Joined' : 'Not yet';
  return `${sayNumber(joined)} of ${sayNumber(units)}`;
}

function countCells({
  people,
  took,
  lessons,
  pledges,
}: Pick<PlaceParticipation, 'people' | 'took' | 'lessons' | 'pledges'>) {
  const share = people > 0 ? ` (${sayPercent(took / people)})` : '';
  return [`${sayNumber(took)} of ${sayNumber(people)}${share}`, sayNumber(lessons), sayNumber(pledges)];
}

function totalRow(places: readonly PlaceParticipation[], level: PlaceLevel) {
  const sum = (pick: (place: PlaceParticipation) => number) => places.reduce((total, place) => total + pick(place), 0);
  const total = {
    people: sum((place) => place.people),
    took: sum((place) => place.took),
    lessons: sum((place) => place.lessons),
    pledges: sum((place) => place.pledges),
  };
  const units = `${sayNumber(sum((place) => place.joined))} of ${sayNumber(sum((place) => place.units))}`;
  return row(level === 'region' ? 'Whole network' : 'All together', null, [units, ...countCells(total)]);
}

function row(name: string, path: string | null, cells: string[]) {
  const numbers = cells.map((text) => ({ text, href: null, numeric: true }));
  return { cells: [{ text: name, href: path, numeric: false }, ...numbers] };
}
