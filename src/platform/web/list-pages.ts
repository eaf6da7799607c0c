/** Which page of a long list is shown, and the links to the others. */
import { t } from '../language/t.js';
import { sayNumber } from '../say.js';

export interface PageOfList {
  /** From 1. */
  at: number;
  total: number;
  /** Rows on a page. */
  each: number;
}

type PageLink = { number: number; href: string; current: boolean };

export interface Pagination {
  /** A gap stands for pages that are left out. */
  items: (PageLink | { gap: true })[];
  previous: { href: string } | null;
  next: { href: string } | null;
  label: string;
}

/** A page number from a query string; anything else than a whole number from 1 to a million is the first page. */
export function pageNumber(text: unknown): number {
  return typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

/** Links to the first and last page and the neighbours of this one; null when everything fits on one page. */
export function paginate({ at, total, each }: PageOfList, href: (page: number) => string): Pagination | null {
  const last = Math.max(1, Math.ceil(total / each));
  if (last === 1) return null;
  const near = [1, at - 1, at, at + 1, last].filter((number) => number >= 1 && number <= last);
  const numbers = [...new Set(near)].sort((a, b) => a - b);
  const link = (number: number): PageLink => ({ number, href: href(number), current: number === at });
  return {
    items: numbers.flatMap((number, index) => [...between(numbers[index - 1] ?? 0, number, link), link(number)]),
    previous: at > 1 ? { href: href(Math.min(at - 1, last)) } : null,
    next: at < last ? { href: href(at + 1) } : null,
    label: t('Pages'),
  };
}

/** One page that would be left out is shown; several become a gap. */
function between(before: number, after: number, link: (number: number) => PageLink): Pagination['items'] {
  if (after - before === 2) return [link(after - 1)];
  return after - before > 2 ? [{ gap: true }] : [];
}

/** 'Showing 51 to 100 of 180.'; null when there is nothing to show. */
export function sayShowing({ at, total, each }: PageOfList): string | null {
  const from = (at - 1) * each + 1;
  if (from > total) return null;
  return t('Showing {from} to {to} of {total}.', {
    from: String(from),
    to: String(Math.min(total, at * each)),
    total: sayNumber(total),
  });
}
