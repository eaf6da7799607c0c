/** The address of a dashboard as something to keep: which page it is, and the choices made on it, in one spelling. */
import { readUnitsAsked, writeUnitsAsked } from '../every-unit/asked.js';
import { everyUnitPath } from '../every-unit/paths.js';
import { areaPath, regionPath, unitPath } from '../../network/paths.js';
import { dashboardPath } from '../paths.js';
import { readFilters, writeFilters } from '../table/filters.js';

export const LEVELS = ['network', 'region', 'area', 'unit'] as const;
export type ViewLevel = (typeof LEVELS)[number];

export interface ViewPlace {
  level: ViewLevel;
  /** Null for the whole network. */
  code: string | null;
}

export interface ViewAddress extends ViewPlace {
  /** As it stands behind the question mark; empty for the usual page. For the table of all units it begins with LIST. */
  choices: string;
}

/** The table of all units is a page of no place: it shows what its reader reaches. It is kept under the network. */
const LIST = 'list=units';

export const isUnitsList = ({ choices }: Pick<ViewAddress, 'choices'>): boolean =>
  choices === LIST || choices.startsWith(`${LIST}&`);

const PATHS = { region: regionPath, area: areaPath, unit: unitPath };

export function pagePathOf({ level, code }: ViewPlace): string {
  return level === 'network' || code === null ? dashboardPath : PATHS[level as keyof typeof PATHS](code);
}

/** '/areas/A07?columns=net&weeks=13'. */
export function addressOfView(view: ViewAddress): string {
  const listed = isUnitsList(view);
  const path = listed ? everyUnitPath : pagePathOf(view);
  const choices = listed ? view.choices.slice(LIST.length + 1) : view.choices;
  return choices === '' ? path : `${path}?${choices}`;
}

const PAGES = /^\/(regions|areas|units)\/([^/?#]{1,40})$/;
const LEVEL_OF: Record<string, ViewLevel> = { regions: 'region', areas: 'area', units: 'unit' };
const OF_THE_PERIOD = ['weeks', 'from', 'to', 'against'];
const LONGEST = 600;

/** Null for anything that is not the address of a dashboard. Choices that no dashboard knows are left out. */
export function readViewAddress(text: unknown): ViewAddress | null {
  if (typeof text !== 'string' || !text.startsWith('/') || text.startsWith('//')) return null;
  const [path = '', query = ''] = text.split('#', 1)[0]!.split(/\?(.*)/s);
  const place = placeOf(path);
  if (place === null) return null;
  const choices = (path === everyUnitPath ? listChoices : choicesOf)(new URLSearchParams(query));
  return choices.length > LONGEST ? null : { ...place, choices };
}

function placeOf(path: string): ViewPlace | null {
  if (path === dashboardPath || path === everyUnitPath) return { level: 'network', code: null };
  const [, kind, code] = PAGES.exec(path) ?? [];
  if (kind === undefined || code === undefined || code.endsWith('.csv')) return null;
  try {
    return { level: LEVEL_OF[kind]!, code: decodeURIComponent(code) };
  } catch {
    return null;
  }
}

function choicesOf(query: URLSearchParams): string {
  const asked = { ...Object.fromEntries(query), columns: query.getAll('columns') };
  const filters = writeFilters({ ...readFilters(asked), page: 1 });
  return new URLSearchParams([...filters, ...periodIn(query)]).toString();
}

function listChoices(query: URLSearchParams): string {
  const asked = { ...Object.fromEntries(query), columns: query.getAll('columns') };
  const written = writeUnitsAsked({ ...readUnitsAsked(asked), page: 1 });
  return new URLSearchParams([['list', 'units'], ...written, ...periodIn(query)]).toString();
}

function periodIn(query: URLSearchParams): [string, string][] {
  return OF_THE_PERIOD.flatMap((name): [string, string][] => {
    const value = query.get(name)?.trim() ?? '';
    return value === '' ? [] : [[name, value]];
  });
}
