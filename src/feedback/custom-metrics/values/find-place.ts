/** Which place a value names, and where it counts: as for customers’ answers, a merged unit's in its successor. */
import type { UnitKind } from '../../../network/imports/codes.js';
import type { IsoDate } from '../../../platform/dates.js';
import { msg, t } from '../../../platform/language/t.js';
import { type KnownUnit, unitFinder } from '../../imports/unit-finder.js';
import { plain } from '../../imports/plain.js';
import { endOfPeriod } from '../grain.js';
import type { Metric, MetricLevel } from '../metric.js';

/** A place of the metric's level by code and name; a unit with its kind and its life. */
export interface KnownPlace {
  id: number;
  code: string;
  name: string;
  unit: (Pick<KnownUnit, 'places' | 'mergers'> & { kind: UnitKind }) | null;
}

export interface FoundPlace {
  placeId: number;
  unitId: number | null;
  areaId: number | null;
  regionId: number | null;
}

export type FindPlace = (text: string, startsOn: IsoDate) => FoundPlace | { reason: string };

const NETWORK: FoundPlace = { placeId: 0, unitId: null, areaId: null, regionId: null };

export function placeFinder(
  metric: Pick<Metric, 'level' | 'grain' | 'unitKinds'>,
  known: readonly KnownPlace[],
  match: 'code' | 'name',
): FindPlace {
  if (metric.level === 'network') return () => NETWORK;
  return metric.level === 'unit' ? ofUnits(metric, known, match) : ofOthers(metric.level, known, match);
}

function ofOthers(level: 'area' | 'region', known: readonly KnownPlace[], match: 'code' | 'name'): FindPlace {
  const places = new Map<string, KnownPlace[]>();
  for (const place of known) {
    const key = match === 'code' ? place.code : plain(place.name);
    places.set(key, [...(places.get(key) ?? []), place]);
  }
  return (text) => {
    const [place, another] = places.get(match === 'code' ? text : plain(text)) ?? [];
    if (another) return { reason: t('More than one place is called “{name}”. Use the codes.', { name: text }) };
    if (!place) return { reason: t(UNKNOWN[level], { text }) };
    const { id } = place;
    return { ...NETWORK, placeId: id, areaId: level === 'area' ? id : null, regionId: level === 'region' ? id : null };
  };
}

const UNKNOWN: Record<Exclude<MetricLevel, 'unit' | 'network'>, string> = {
  area: msg('No area is called “{text}”.'),
  region: msg('No region is called “{text}”.'),
};

function ofUnits(
  { grain, unitKinds }: Pick<Metric, 'grain' | 'unitKinds'>,
  known: readonly KnownPlace[],
  match: 'code' | 'name',
): FindPlace {
  const units = known.flatMap(({ unit, ...named }) => (unit ? [{ ...named, ...unit }] : []));
  const written = { column: '', match, aliases: new Map<string, string>(), zerosLost: false };
  const find = unitFinder(units, written);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  return (text, startsOn) => {
    const first = find(text, startsOn);
    const found = 'reason' in first ? (inThePeriod(find, text, endOfPeriod(grain, startsOn)) ?? first) : first;
    if ('reason' in found) return found;
    const named = found.merged ? byCode.get(found.merged.code) : byId.get(found.unitId);
    if (named && unitKinds.length > 0 && !unitKinds.includes(named.kind))
      return {
        reason: t('{name} ({code}) is not of a kind that has this number.', { name: named.name, code: named.code }),
      };
    return { ...NETWORK, placeId: named?.id ?? found.unitId, unitId: found.unitId };
  };
}

/** A unit that opens on a Wednesday has a number for that week. */
function inThePeriod(find: ReturnType<typeof unitFinder>, text: string, end: IsoDate) {
  const last = find(text, end);
  return 'reason' in last ? null : last;
}
