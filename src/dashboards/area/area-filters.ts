/** What an area manager asked to see: read from the address, so that a link shows a colleague the same. */
import { type Driver, isDriver } from '../../platform/drivers.js';
import { pageNumber } from '../../feedback/list-pages.js';

export const SHOWS = ['attention', 'behind', 'az'] as const;
export type Show = (typeof SHOWS)[number];

export const SHOW_WORDS: Record<Show, string> = {
  attention: 'Needs attention first',
  behind: 'Behind on training first',
  az: 'All branches, A to Z',
};

export interface AreaFilters {
  find: string;
  driver: Driver | null;
  show: Show;
  page: number;
}

const LONGEST_SEARCH = 80;

/** Anything that is not one of the choices is as if it had not been asked. */
export function readFilters(query: Record<string, unknown>): AreaFilters {
  const { find, driver, show, page } = query;
  return {
    find: typeof find === 'string' ? find.trim().slice(0, LONGEST_SEARCH) : '',
    driver: isDriver(driver) ? driver : null,
    show: SHOWS.find((one) => one === show) ?? 'attention',
    page: pageNumber(page),
  };
}

/** The query string of the same choices on another page or in another order. */
export function writeFilters({ find, driver, show, page }: AreaFilters): string {
  const query = new URLSearchParams();
  if (find) query.set('find', find);
  if (driver) query.set('driver', driver);
  if (show !== 'attention') query.set('show', show);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `?${query.toString()}` : '';
}
