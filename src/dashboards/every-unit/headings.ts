/** The headings of the table of all units: a press orders by the column, another one the other way round. */
import { t } from '../../platform/language/t.js';
import { type Column, columnName } from '../table/columns.js';
import type { Stretches } from '../period/stretches.js';
import type { Heading } from '../table/headings.js';
import type { Order, UnitsAsked } from './asked.js';

/** What a press orders by, and a second one; without a way round, the second takes the order back. */
interface Orders {
  first: Order;
  reverse: Order | null;
}

const SCORES: Orders = { first: 'low', reverse: 'high' };

const ORDERED_BY: Partial<Record<Column, Orders>> = {
  change: { first: 'fall', reverse: 'rise' },
  completion: { first: 'behind', reverse: null },
  responses: { first: 'responses', reverse: 'fewest' },
};

const DOWNWARDS: readonly Order[] = ['high', 'rise', 'responses'];

interface Shown {
  asked: Pick<UnitsAsked, 'order'>;
  byTraining: boolean;
  stretches: Pick<Stretches, 'asNeeded'>;
}

export function headingsOf(
  columns: readonly Column[],
  shown: Shown,
  at: (change: Partial<UnitsAsked>) => string,
): Heading[] {
  const now = shown.asked.order;
  const heading = (label: string, orders: Orders | null): Heading => {
    if (!orders) return { label, path: null, sort: null };
    const { first, reverse } = orders;
    const sort = now === first || now === reverse ? (DOWNWARDS.includes(now) ? 'descending' : 'ascending') : null;
    return { label, path: at({ order: now === first ? (reverse ?? 'low') : first }), sort };
  };
  return [
    heading(t('Name'), { first: 'az', reverse: null }),
    ...columns.map((column) => heading(t(columnName(column)), ordersOf(column, shown))),
  ];
}

/** Fair scores are kept for the latest weeks; over weeks that were chosen the raw ones stand in their place. */
function ordersOf(column: Column, { byTraining, stretches }: Shown): Orders | null {
  if (column === (stretches.asNeeded ? 'fair' : 'ease')) return SCORES;
  return column === 'completion' && !byTraining ? null : (ORDERED_BY[column] ?? null);
}
