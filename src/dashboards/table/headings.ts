/** The headings of a table of places: those that order it are links, and which one does stands in the address. */
import { type Driver, isDriver } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import { type Column, columnName } from './columns.js';
import type { Filters, Show } from './filters.js';

export interface Heading {
  label: string;
  path: string | null;
  sort: 'ascending' | 'descending' | null;
}

/** Every other order begins with the lowest. */
const HIGHEST_FIRST: readonly Show[] = ['responses', 'overdue', 'comments'];

const ORDERED_BY: Partial<Record<Exclude<Column, Driver>, Show>> = {
  completion: 'behind',
  overdue: 'overdue',
  courses: 'courses',
  ease: 'ease',
  fair: 'ease',
  change: 'fall',
  net: 'net',
  responses: 'responses',
  comments: 'comments',
};

/** The order that a column offers; null for one that has none. */
export const orderOf = (column: Column): Show | null => (isDriver(column) ? column : (ORDERED_BY[column] ?? null));

/** The name, then the columns. A second press on the heading that orders takes the order back. */
export function headings(columns: readonly Column[], show: Show, at: (change: Partial<Filters>) => string): Heading[] {
  const heading = (label: string, by: Show | null): Heading => {
    if (by === null) return { label, path: null, sort: null };
    const direction = HIGHEST_FIRST.includes(by) ? 'descending' : 'ascending';
    return { label, path: at({ show: show === by ? 'attention' : by }), sort: show === by ? direction : null };
  };
  return [heading(t('Name'), 'az'), ...columns.map((column) => heading(t(columnName(column)), orderOf(column)))];
}
