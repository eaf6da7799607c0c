import { shareOut } from '../share-out.js';

export type Nation = 'england' | 'wales' | 'scotland' | 'northernIreland';

/** How many units of each kind an area has ever had. */
export interface AreaLayout {
  code: string;
  /** Null for an invented name. */
  name: string | null;
  nation: Nation;
  branches: number;
  paymentPoints: number;
  contactCentres: number;
  departments: number;
  /** Whether units have opened, closed, merged or moved here over the years. */
  restless: boolean;
}

export interface RegionLayout {
  code: string;
  name: string;
  areas: AreaLayout[];
}

/** The frame of a network: everything about it that is decided before anything is drawn. */
export type Layout = RegionLayout[];

export const FEWEST_UNITS = 3;

const BRANCHES_PER_AREA = 48;
const POINTS_PER_AREA = 220;
const BRANCH_AREAS_PER_REGION = 20;
const POINT_AREAS_PER_REGION = 16;

/** Of 24,900 units, 11,500 are branches and 13,400 payment points. */
const BRANCH_SHARE = 11_500 / 24_900;

/**
 * The frame for a number of units: branches in areas of about 48 with regions above them, payment points in larger areas
 * and regions of their own, and the contact centres and departments in one central area. 24,900 units make 301 areas.
 */
export function layoutOf(units: number): Layout {
  const departments = clamp(Math.round(units / 800), 1, 30);
  const contactCentres = units < 12 ? 0 : clamp(Math.round(units / 3000), 1, 8);
  const local = units - departments - contactCentres;
  const branches = Math.max(1, Math.round(local * BRANCH_SHARE));
  return [
    ...branchRegions(branches),
    ...pointRegions(local - branches),
    {
      code: 'RC',
      name: 'Central',
      areas: [area('C001', 'england', { name: 'Central teams', contactCentres, departments, restless: false })],
    },
  ];
}

function branchRegions(branches: number): RegionLayout[] {
  const counts = uneven(branches, BRANCHES_PER_AREA);
  const areas = counts.map((n, index) => area(`A${place(index)}`, nationAt(index / counts.length), { branches: n }));
  const names = new Map<string, number>();
  return inGroups(areas, BRANCH_AREAS_PER_REGION).map((group, index) => ({
    code: `R${String(index + 1).padStart(2, '0')}`,
    name: regionName(group, names),
    areas: group,
  }));
}

function pointRegions(points: number): RegionLayout[] {
  const counts = uneven(points, POINTS_PER_AREA);
  const areas = counts.map((n, index) =>
    area(`P${place(index)}`, nationAt(index / counts.length), { paymentPoints: n }),
  );
  return inGroups(areas, POINT_AREAS_PER_REGION).map((group, index) => ({
    code: `RP${index + 1}`,
    name: `Payment points ${POINT_REGIONS[index] ?? index + 1}`,
    areas: group,
  }));
}

function area(code: string, nation: Nation, given: Partial<AreaLayout>): AreaLayout {
  const nothing = { branches: 0, paymentPoints: 0, contactCentres: 0, departments: 0 };
  return { code, nation, name: null, restless: true, ...nothing, ...given };
}

/** Areas differ in size by up to a quarter. */
function uneven(units: number, perArea: number): number[] {
  const areas = Math.max(1, Math.round(units / perArea));
  return shareOut(
    units,
    Array.from({ length: areas }, (_, index) => 1 + 0.24 * Math.sin(index * 2.4)),
  );
}

function inGroups<T>(items: T[], about: number): T[][] {
  const groups = Math.max(1, Math.round(items.length / about));
  const sizes = shareOut(items.length, new Array<number>(groups).fill(1));
  let from = 0;
  return sizes.map((size) => items.slice(from, (from += size)));
}

/** Shares of the four nations, in the order in which areas are numbered. */
const NATIONS: [upTo: number, Nation][] = [
  [0.76, 'england'],
  [0.84, 'wales'],
  [0.96, 'scotland'],
  [1, 'northernIreland'],
];

function nationAt(share: number): Nation {
  return NATIONS.find(([upTo]) => share < upTo)![1];
}

const POINT_REGIONS = ['North', 'Midlands and East', 'South', 'Scotland, Wales and Northern Ireland'];
const ENGLAND = ['North', 'North West', 'Midlands', 'East', 'South East', 'South', 'South West', 'Pennines', 'Coast'];

function regionName(areas: AreaLayout[], used: Map<string, number>): string {
  const nations = new Set(areas.map(({ nation }) => nation));
  const times = (base: string) => used.set(base, (used.get(base) ?? 0) + 1).get(base)!;
  if (nations.size === 1 && nations.has('england')) {
    const number = times('england');
    return ENGLAND[number - 1] ?? `England ${number}`;
  }
  const base = [...nations].map((nation) => NATION_WORDS[nation]).join(', ');
  const number = times(base);
  return number === 1 ? base.replace(/, ([^,]*)$/, ' and $1') : `${base} ${number}`;
}

const NATION_WORDS: Record<Nation, string> = {
  england: 'West',
  wales: 'Wales',
  scotland: 'Scotland',
  northernIreland: 'Northern Ireland',
};

const place = (index: number) => String(index + 1).padStart(3, '0');
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
