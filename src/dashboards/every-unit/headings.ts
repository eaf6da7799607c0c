/** The headings of the table of all units: a press orders by the column, another one the other way round. */
import { t } from '../../platform/language/t.js';
import { type Column, columnName } from '../table/columns.js';
import type { Heading } from '../table/headings.js';
import type { Order, UnitsAsked } from './asked.js';

/** What a column offers first, and then. */
const ORDERED_BY: Partial<Record<Column, readonly [Order, Order]>> = {
  ease: ['low', 'high'],
  fair: ['low', 'high'],
  change: ['fall', 'rise'],
  completion: ['behind', 'low'],
  responses: ['responses', 'fewest'],
};

const DOWNWARDS: readonly Order[] = ['high', 'rise', 'responses'];

interface Shown {
  asked: Pick<UnitsAsked, 'order'>;
  byTraining: boolean;
}

export function headingsOf(
  columns: readonly Column[],
  { asked, byTraining }: Shown,
  at: (change: Partial<UnitsAsked>) => string,
): Heading[] {
  const heading = (label: string, orders: readonly [Order, Order] | undefined): Heading => {
    if (!orders || (orders[0] === 'behind' && !byTraining)) return { label, path: null, sort: null };
    const [first, then] = orders;
    const current = orders.includes(asked.order) && (first !== 'behind' || asked.order === 'behind');
    const sort = current ? (DOWNWARDS.includes(asked.order) ? 'descending' : 'ascending') : null;
    return { label, path: at({ order: asked.order === first ? then : first }), sort };
  };
  return [
    heading(t('Name'), ['az', 'low']),
    ...columns.map((column) => heading(t(columnName(column)), ORDERED_BY[column])),
  ].map((one, at_) => (at_ === 0 && asked.order !== 'az' ? { ...one, sort: null } : one));
}
