/** What somebody asked to see in a table: read from the address, so that a link shows a colleague the same. */
import { pageNumber } from '../../platform/web/list-pages.js';
import { type Driver, DRIVERS, isDriver } from '../../platform/drivers.js';
import { type Column, readColumns } from './columns.js';

/** What stands first. */
export const SHOWS = [
  'attention',
  'behind',
  'az',
  'ease',
  'fall',
  'responses',
  'overdue',
  'courses',
  'net',
  'comments',
  ...DRIVERS,
] as const;
export type Show = (typeof SHOWS)[number];

/** Which rows are left out. */
export const ONLYS = ['slipping', 'behind', 'week'] as const;
export type Only = (typeof ONLYS)[number];

export interface Filters {
  find: string;
  driver: Driver | null;
  show: Show;
  only: Only | null;
  /** In their own order; null for the usual ones. */
  columns: readonly Column[] | null;
  page: number;
}

const LONGEST_SEARCH = 80;

/** Anything that is not one of the choices is as if it had not been asked. */
export function readFilters(query: Record<string, unknown>): Filters {
  const { find, driver, show, only, columns, page } = query;
  return {
    find: typeof find === 'string' ? find.trim().slice(0, LONGEST_SEARCH) : '',
    driver: isDriver(driver) ? driver : null,
    show: SHOWS.find((one) => one === show) ?? 'attention',
    only: ONLYS.find((one) => one === only) ?? null,
    columns: readColumns(columns),
    page: pageNumber(page),
  };
}

/** The same choices for an address, without those that are the usual ones. */
export function writeFilters({ find, driver, show, only, columns, page }: Filters): [name: string, value: string][] {
  const written: [string, string][] = [];
  if (find) written.push(['find', find]);
  if (driver) written.push(['driver', driver]);
  if (show !== 'attention') written.push(['show', show]);
  if (only) written.push(['only', only]);
  if (columns) written.push(['columns', columns.join('.')]);
  if (page > 1) written.push(['page', String(page)]);
  return written;
}
