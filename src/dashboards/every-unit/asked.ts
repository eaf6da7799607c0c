/** What somebody asked to see among all units: read from the address, so that a link shows a colleague the same. */
import { UNIT_KINDS, type UnitKind } from '../../network/imports/codes.js';
import { pageNumber } from '../../platform/web/list-pages.js';
import { type PeriodChoice, writePeriod } from '../period/choice.js';
import { type Column, COLUMNS } from '../table/columns.js';
import { everyUnitPath } from './paths.js';

export const ORDERS = ['low', 'high', 'fall', 'rise', 'behind', 'responses', 'fewest', 'az'] as const;
/** What stands first: the lowest or highest fair score, the largest fall or rise, least training done, most or fewest answers. */
export type Order = (typeof ORDERS)[number];

/** Course completion is left to pages of one area or region: it takes every completion of everybody. */
export const UNIT_COLUMNS: readonly Column[] = COLUMNS.filter((column) => column !== 'courses');
export const USUAL_UNIT_COLUMNS: readonly Column[] = ['completion', 'ease', 'fair', 'change', 'responses'];

export interface UnitsAsked {
  /** Part of a name, or the beginning of a code. */
  find: string;
  kind: UnitKind | null;
  /** Codes. */
  region: string | null;
  area: string | null;
  order: Order;
  /** In their own order; null for the usual ones. */
  columns: readonly Column[] | null;
  page: number;
}

const LONGEST_SEARCH = 80;

/** Anything that is not one of the choices is as if it had not been asked. */
export function readUnitsAsked(query: Record<string, unknown>): UnitsAsked {
  return {
    find: textOf(query.find).slice(0, LONGEST_SEARCH),
    kind: UNIT_KINDS.find((one) => one === query.kind) ?? null,
    region: codeOf(query.region),
    area: codeOf(query.area),
    order: ORDERS.find((one) => one === query.order) ?? 'low',
    columns: columnsOf(query.columns),
    page: pageNumber(query.page),
  };
}

/** The same for an address, without what is usual. */
export function writeUnitsAsked(asked: UnitsAsked): [name: string, value: string][] {
  const { find, kind, region, area, order, columns, page } = asked;
  const written: [string, string | null][] = [
    ['find', find || null],
    ['kind', kind],
    ['region', region],
    ['area', area],
    ['order', order === 'low' ? null : order],
    ['columns', columns && columns.join('.')],
    ['page', page > 1 ? String(page) : null],
  ];
  return written.filter((one): one is [string, string] => one[1] !== null);
}

/** '/dashboard/units?region=R1&weeks=13'. */
export function unitsAddress(asked: UnitsAsked, period: PeriodChoice): string {
  const query = new URLSearchParams([...writeUnitsAsked(asked), ...writePeriod(period)]).toString();
  return query === '' ? everyUnitPath : `${everyUnitPath}?${query}`;
}

function columnsOf(asked: unknown): readonly Column[] | null {
  const named = [asked].flat().flatMap((one) => (typeof one === 'string' ? one.split('.') : []));
  const chosen = UNIT_COLUMNS.filter((column) => named.includes(column));
  const usual = chosen.length === USUAL_UNIT_COLUMNS.length && chosen.every((one) => USUAL_UNIT_COLUMNS.includes(one));
  return chosen.length === 0 || usual ? null : chosen;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function codeOf(value: unknown): string | null {
  const text = textOf(value);
  return text === '' || text.length > 40 ? null : text;
}
