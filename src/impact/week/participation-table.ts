/** Who took part, as a table: places that add up, with the counts of small teams left out. */
import type { PlaceLevel, PlaceParticipation } from '../../campaigns/participation.queries.js';
import { hiddenBesideTotal } from '../../campaigns/small-teams.js';
import { areaPath, regionPath, unitPath } from '../../network/paths.js';
import type { Reach } from '../../platform/actor.js';
import { msg, t } from '../../platform/language/t.js';
import { sayNumber, sayPercent } from '../../platform/say.js';

/** Which places a reach may be shown by, the first unless asked: lists stay short enough to read. */
function levelsFor(reach: Reach): PlaceLevel[] {
  if (reach.network) return ['region', 'area'];
  return reach.regionIds.length > 0 ? ['area', 'unit'] : ['unit'];
}

export function levelAsked(asked: unknown, reach: Reach): PlaceLevel {
  const levels = levelsFor(reach);
  return levels.find((level) => level === asked) ?? levels[0] ?? 'unit';
}

/** 'By region', 'By area': nothing where there is nothing to choose. */
export function levelLinks(reach: Reach, chosen: PlaceLevel, path: string) {
  const levels = levelsFor(reach);
  if (levels.length < 2) return null;
  return levels.map((level) => ({
    text: t(BY[level]),
    href: `${path}?by=${level}#participation`,
    current: level === chosen,
  }));
}

const PATHS: Record<PlaceLevel, (code: string) => string> = { region: regionPath, area: areaPath, unit: unitPath };
const NAMES: Record<PlaceLevel, string> = { region: msg('Region'), area: msg('Area'), unit: msg('Unit') };
const BY: Record<PlaceLevel, string> = { region: msg('By region'), area: msg('By area'), unit: msg('By unit') };
const CAPTIONS: Record<PlaceLevel, string> = {
  region: msg('Who took part, by region'),
  area: msg('Who took part, by area'),
  unit: msg('Who took part, by unit'),
};
const NOT_SHOWN = '–';

export function participationTable(places: readonly PlaceParticipation[], level: PlaceLevel) {
  const hidden = hiddenBesideTotal(places.map((place) => place.people));
  const rows = places.map((place, at) => rowOf(place, level, hidden[at] ?? false));
  const total = places.length > 1 ? [totalRow(places, level)] : [];
  const joined = level === 'unit' ? [] : [t('Units joined')];
  const head = [t(NAMES[level]), ...joined, t('Colleagues'), t('Lessons'), t('Pledges')];
  return {
    caption: t(CAPTIONS[level]),
    head: head.map((text, at) => ({ text, numeric: at > 0 })),
    rows: [...rows, ...total],
    note: hidden.includes(true) ? t('Teams of fewer than five people show only that they have joined.') : null,
  };
}

function rowOf(place: PlaceParticipation, level: PlaceLevel, hidden: boolean) {
  const counts = hidden || place.people === 0 ? [joinedOnly(place), NOT_SHOWN, NOT_SHOWN] : countCells(place);
  return row(place.name, PATHS[level](place.code), [...joinedCells(place, level), ...counts]);
}

/** What a small team shows in the place of its counts. */
function joinedOnly({ people, joined }: PlaceParticipation): string {
  if (people === 0) return t('Nobody in post');
  return joined > 0 ? t('Joined') : t('Not yet');
}

function joinedCells({ units, joined }: { units: number; joined: number }, level: PlaceLevel): string[] {
  return level === 'unit' ? [] : [partOf(joined, units)];
}

function countCells({ people, took, lessons, pledges }: Totals) {
  const colleagues = people > 0 ? withShare(took, people) : partOf(took, people);
  return [colleagues, sayNumber(lessons), sayNumber(pledges)];
}

function partOf(part: number, whole: number): string {
  return t('{part} of {whole}', { part: sayNumber(part), whole: sayNumber(whole) });
}

function withShare(part: number, whole: number): string {
  const share = sayPercent(part / whole);
  return t('{part} of {whole} ({share})', { part: sayNumber(part), whole: sayNumber(whole), share });
}

type Totals = Omit<PlaceParticipation, 'code' | 'name'>;

function totalRow(places: readonly PlaceParticipation[], level: PlaceLevel) {
  const sum = (pick: (place: PlaceParticipation) => number) => places.reduce((total, place) => total + pick(place), 0);
  const total: Totals = {
    units: sum((place) => place.units),
    joined: sum((place) => place.joined),
    people: sum((place) => place.people),
    took: sum((place) => place.took),
    lessons: sum((place) => place.lessons),
    pledges: sum((place) => place.pledges),
  };
  return row(TOTALS[level](total), null, [...joinedCells(total, level), ...countCells(total)]);
}

const TOTALS: Record<PlaceLevel, (total: Totals) => string> = {
  region: () => t('Whole network'),
  area: () => t('All together'),
  unit: ({ units, joined }) =>
    t('All together: {part} of {whole} joined', { part: sayNumber(joined), whole: sayNumber(units) }),
};

function row(name: string, path: string | null, cells: string[]) {
  const numbers = cells.map((text) => ({ text, href: null, numeric: true }));
  return { cells: [{ text: name, href: path, numeric: false }, ...numbers] };
}
