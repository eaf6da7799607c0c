import { slugOf } from '../../platform/slug.js';

const LONGEST = 70;

/** An address from a title: 'Love Your Customers Week', 2028 becomes 'love-your-customers-week-2028'. */
export function slugFor(title: string, year: number): string {
  const stem = slugOf(title, LONGEST).replace(/-?\b\d{4}$/, '');
  return `${stem || 'themed-week'}-${year}`;
}
