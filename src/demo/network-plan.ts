import type { IsoDate } from '../platform/dates.js';
import type { Chance } from '../generate/chance.js';
import { PlaceNames } from './place-names.js';
import { ASHBRIDGE, NORTHMERE } from './stories.js';

export interface PlannedRegion {
  code: string;
  name: string;
}

export interface PlannedArea {
  code: string;
  name: string;
  regionCode: string;
  nation: PlannedUnit['nation'];
}

export interface PlannedUnit {
  code: string;
  name: string;
  kind: 'branch' | 'paymentPoint' | 'contactCentre' | 'department';
  nation: 'england' | 'wales' | 'scotland' | 'northernIreland';
  areaCode: string;
  /** Where it stood until it moved, for the few that did. */
  earlier: { areaCode: string; until: IsoDate } | null;
  people: number;
  /** Customers' answers in an ordinary week; 0 for departments. */
  weight: number;
  /** Standard normal: how far the branch is above the average in what customers say. */
  quality: number;
  /** From 0 to 1: the inclination to finish what was asked for. Goes along with quality, so well-run branches do both. */
  keenness: number;
}

export interface NetworkPlan {
  regions: PlannedRegion[];
  areas: PlannedArea[];
  units: PlannedUnit[];
}

export const OPENED: IsoDate = '2021-04-01';
export const CENTRAL = 'A36';
export const LLANFELYN = '034518';

const REGIONS: PlannedRegion[] = [
  { code: 'R1', name: 'North' },
  { code: 'R2', name: 'West and Wales' },
  { code: 'R3', name: 'South and East' },
];
const WELSH_AREAS = ['A16', 'A17'];
const DEPARTMENTS = [
  'Digital',
  'Marketing',
  'Customer operations',
  'Customer experience',
  'Finance',
  'People team',
  'Property',
  'Technology',
];
const GEOGRAPHIC_UNITS = 310;

/** Three regions, 36 areas and 360 units, the same ones for the same seed. */
export function planNetwork(chance: Chance): NetworkPlan {
  const names = new PlaceNames(chance);
  names.take(ASHBRIDGE.name);
  const areas = planAreas(names);
  const units = [...northmere(chance, names), ...elsewhere(chance, names, areas), ...central(chance)];
  return { regions: REGIONS, areas, units: withMoves(chance, units) };
}

function planAreas(names: PlaceNames): PlannedArea[] {
  return Array.from({ length: 36 }, (_, index) => {
    const code = `A${String(index + 1).padStart(2, '0')}`;
    const nation = WELSH_AREAS.includes(code) ? 'wales' : 'england';
    const regionCode = index < 13 ? 'R1' : index < 24 ? 'R2' : 'R3';
    return { code, name: areaName(code, nation, names), regionCode, nation };
  });
}

function areaName(code: string, nation: PlannedArea['nation'], names: PlaceNames): string {
  if (code === NORTHMERE.code) return NORTHMERE.name;
  if (code === CENTRAL) return 'Central teams';
  if (nation === 'wales') return `${names.welshSettlement()} and district`;
  return `${names.settlement()} and ${names.settlement()}`;
}

function northmere(chance: Chance, names: PlaceNames): PlannedUnit[] {
  const others = Array.from({ length: NORTHMERE.branches - 1 }, (_, index) => {
    const code = String(21050 + index * 7).padStart(6, '0');
    const planned = unit(chance, { code, name: names.settlement(), areaCode: NORTHMERE.code });
    return { ...planned, quality: 0.25 + 0.7 * planned.quality };
  });
  const ashbridge = unit(chance, { code: ASHBRIDGE.code, name: ASHBRIDGE.name, areaCode: NORTHMERE.code });
  return [{ ...ashbridge, people: 9, weight: ASHBRIDGE.perWeek, quality: 0.4, keenness: 0.7 }, ...others];
}

function elsewhere(chance: Chance, names: PlaceNames, areas: PlannedArea[]): PlannedUnit[] {
  const open = areas.filter((area) => area.code !== NORTHMERE.code && area.code !== CENTRAL);
  return Array.from({ length: GEOGRAPHIC_UNITS }, (_, index) => {
    const area = open[index % open.length]!;
    return index === LLANFELYN_AT ? llanfelyn(chance, names, area) : geographic(chance, names, area, index);
  });
}

/** The place in the round of areas that falls into the first Welsh one. */
const LLANFELYN_AT = 14;

function llanfelyn(chance: Chance, names: PlaceNames, area: PlannedArea): PlannedUnit {
  const name = names.take('Llanfelyn') ? 'Llanfelyn' : names.quarterOf('Llanfelyn');
  const branch = unit(chance, { code: LLANFELYN, name, areaCode: area.code, nation: 'wales' });
  return { ...branch, people: 2, weight: 1.6, quality: 0.9, keenness: 0.85 };
}

function geographic(chance: Chance, names: PlaceNames, area: PlannedArea, index: number): PlannedUnit {
  const point = chance.happens(0.2);
  const name = area.nation === 'wales' ? names.welshSettlement() : names.settlement();
  const code = point ? `PP${String(4000 + index)}` : String(31004 + index * 11).padStart(6, '0');
  const planned = unit(chance, { code, name, areaCode: area.code, nation: area.nation });
  return point
    ? { ...planned, kind: 'paymentPoint', people: chance.between(1, 3), weight: planned.weight * 0.4 }
    : planned;
}

function central(chance: Chance): PlannedUnit[] {
  const departments = DEPARTMENTS.map((name, index) => ({
    ...unit(chance, { code: `HO-${index + 1}`, name, areaCode: CENTRAL }),
    kind: 'department' as const,
    people: chance.between(8, 18),
    weight: 0,
  }));
  const contactCentre = {
    ...unit(chance, { code: 'CC-1', name: 'Contact centre', areaCode: CENTRAL }),
    kind: 'contactCentre' as const,
    people: 64,
    weight: 34,
    quality: -0.6,
  };
  return [contactCentre, ...departments];
}

type Given = Pick<PlannedUnit, 'code' | 'name' | 'areaCode'> & Partial<PlannedUnit>;

function unit(chance: Chance, given: Given): PlannedUnit {
  const quality = chance.normal();
  const keenness = clamp(0.62 + 0.14 * quality + 0.12 * chance.normal(), 0.12, 0.97);
  const weight = Math.min(36, 2 + Math.exp(1.05 + 0.75 * chance.normal()));
  const people = Math.max(2, Math.round(3.3 + weight / 4 + chance.normal()));
  return { kind: 'branch', nation: 'england', earlier: null, people, weight, quality, keenness, ...given };
}

/** A few branches changed hands in June 2026, so that history is there to be read. */
function withMoves(chance: Chance, units: PlannedUnit[]): PlannedUnit[] {
  return units.map((planned, index) => {
    const moves = planned.areaCode === 'A08' && index % 3 === 0;
    return moves ? { ...planned, earlier: { areaCode: chance.pick(['A09', 'A10']), until: '2026-06-01' } } : planned;
  });
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
