import type { IsoDate } from '../../platform/dates.js';
import { Chance } from '../chance.js';
import { holds, type Span } from '../days.js';
import { movesOfAreas, withHistory } from './history.js';
import type { AreaLayout, Layout, Nation, RegionLayout } from './layout.js';
import { DEPARTMENTS } from './place-parts.js';
import { PlaceNames } from './place-names.js';
import { type Character, characterOf } from './unit-character.js';

export type UnitKind = 'branch' | 'paymentPoint' | 'contactCentre' | 'department';

export interface PlannedRegion {
  code: string;
  name: string;
}

export interface PlannedArea {
  code: string;
  name: string;
  nation: Nation;
  /** The regions it has been in, one after the other. */
  regions: (Span & { regionCode: string })[];
}

export interface PlannedUnit extends Character {
  code: string;
  name: string;
  kind: UnitKind;
  nation: Nation;
  /** The areas it has been in, one after the other; it was closed in between and, when the last one has an end, is now. */
  stays: (Span & { areaCode: string })[];
  /** The unit that took over its customers and colleagues when it closed. */
  successorCode: string | null;
  /** Whether something may happen to it that was drawn rather than told. */
  restless: boolean;
}

export interface NetworkPlan {
  regions: PlannedRegion[];
  areas: PlannedArea[];
  units: PlannedUnit[];
}

export interface NetworkOrder {
  layout: Layout;
  seed: number;
  founded: IsoDate;
  until: IsoDate;
  /** Nothing has happened to any unit before this day; the day the network was founded when absent. */
  changesSince?: IsoDate;
  /** Names that stories need: nothing else is called so. */
  kept?: string[];
}

/** The area in which a unit stood last. */
export function homeAreaOf(unit: PlannedUnit): string {
  return unit.stays.at(-1)!.areaCode;
}

/** The area in which a unit stood on a day, or null when it was not open. */
export function areaOn(unit: PlannedUnit, day: IsoDate): string | null {
  return unit.stays.find((stay) => holds(stay, day))?.areaCode ?? null;
}

/** The whole network and what has happened to it over the years, the same for the same seed. */
export function planNetwork(order: NetworkOrder): NetworkPlan {
  const { layout, seed, founded } = order;
  const names = new PlaceNames(Chance.of(seed, 'place names'));
  for (const name of order.kept ?? []) names.take(name);
  const chance = Chance.of(seed, 'units');
  const codes = new Codes();
  const areas = layout.flatMap((region) => region.areas.map((area) => plannedArea(area, region, names, founded)));
  const units = layout.flatMap((region) =>
    region.areas.flatMap((area) => {
      names.enterArea();
      return unitsOf(area, { chance, names, codes, founded });
    }),
  );
  const history = Chance.of(seed, 'history');
  return {
    regions: layout.map(({ code, name }) => ({ code, name })),
    areas: movesOfAreas(history, areas, order),
    units: withHistory(history, units, order),
  };
}

function plannedArea(
  { code, name, nation }: AreaLayout,
  region: RegionLayout,
  names: PlaceNames,
  founded: IsoDate,
): PlannedArea {
  return {
    code,
    name: name ?? areaName(nation, names),
    nation,
    regions: [{ regionCode: region.code, from: founded, to: null }],
  };
}

function areaName(nation: Nation, names: PlaceNames): string {
  const first = names.settlement(nation);
  return nation === 'wales' ? `${first} and district` : `${first} and ${names.settlement(nation)}`;
}

interface Hand {
  chance: Chance;
  names: PlaceNames;
  codes: Codes;
  founded: IsoDate;
}

function unitsOf(area: AreaLayout, { chance, names, codes, founded }: Hand): PlannedUnit[] {
  const made = (kind: UnitKind, name: string): PlannedUnit => ({
    code: codes.next(kind),
    name,
    kind,
    nation: area.nation,
    stays: [{ areaCode: area.code, from: founded, to: null }],
    successorCode: null,
    restless: area.restless,
    ...characterOf(chance, kind),
  });
  return [
    ...times(area.branches, () => made('branch', names.settlement(area.nation))),
    ...times(area.paymentPoints, () => made('paymentPoint', names.shop(area.nation))),
    ...times(area.contactCentres, (n) => made('contactCentre', n === 0 ? 'Customer line' : `Customer line ${n + 1}`)),
    ...times(area.departments, (n) => made('department', DEPARTMENTS[n] ?? `Department ${n + 1}`)),
  ];
}

const times = <T>(n: number, make: (index: number) => T): T[] => Array.from({ length: n }, (_, index) => make(index));

/** Gives every unit a code of its kind that no other has; those of branches are six digits, one in ten with a leading zero. */
class Codes {
  private readonly given: Record<UnitKind, number> = { branch: 0, paymentPoint: 0, contactCentre: 0, department: 0 };

  next(kind: UnitKind): string {
    const n = (this.given[kind] += 1);
    if (kind === 'branch') return String((n * BRANCH_STRIDE) % LARGEST_PRIME).padStart(6, '0');
    if (kind === 'paymentPoint') return `PP${String(4000 + n).padStart(5, '0')}`;
    return kind === 'contactCentre' ? `CC-${n}` : `HO-${n}`;
  }
}

/** Multiples of a stride, modulo a prime, are all different: the largest prime below a million. */
const LARGEST_PRIME = 999_983;
const BRANCH_STRIDE = 31_013;
