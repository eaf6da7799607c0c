import { describe, expect, it } from '@jest/globals';
import { pageNumber, paginate, type Pagination, sayShowing } from './list-pages.js';

function shown(pages: Pagination | null): string | undefined {
  const words = pages?.items.map((item) =>
    'gap' in item ? '…' : item.current ? `[${item.number}]` : String(item.number),
  );
  return words?.join(' ');
}

describe('pages of a list', () => {
  it.each([
    ['3', 3],
    ['0', 1],
    ['-2', 1],
    ['1e3', 1],
    ['9999999', 1],
    [undefined, 1],
    [['2'], 1],
  ])('%p is page %d', (text, page) => expect(pageNumber(text)).toBe(page));

  it('link to the first, the last and the neighbours', () => {
    const pages = paginate({ at: 5, total: 181, each: 20 }, (page) => `?page=${page}`);
    expect(shown(pages)).toBe('1 … 4 [5] 6 … 10');
    expect(pages).toMatchObject({ previous: { href: '?page=4' }, next: { href: '?page=6' } });
  });

  it.each([
    [1, 4, '[1] 2 3 4'],
    [4, 4, '1 2 3 [4]'],
    [1, 5, '[1] 2 … 5'],
    [3, 5, '1 2 [3] 4 5'],
  ])('show page %d of %d as %s: a gap never hides a single page', (at, last, words) => {
    expect(shown(paginate({ at, total: last * 20, each: 20 }, String))).toBe(words);
  });

  it('are not offered for one page, and the ends have one neighbour', () => {
    expect(paginate({ at: 1, total: 20, each: 20 }, String)).toBeNull();
    expect(paginate({ at: 1, total: 21, each: 20 }, String)).toMatchObject({ previous: null, next: { href: '2' } });
    expect(paginate({ at: 2, total: 21, each: 20 }, String)).toMatchObject({ previous: { href: '1' }, next: null });
  });

  it('say what is shown', () => {
    expect(sayShowing({ at: 2, total: 1180, each: 50 })).toBe('Showing 51 to 100 of 1,180.');
    expect(sayShowing({ at: 4, total: 180, each: 50 })).toBe('Showing 151 to 180 of 180.');
    expect(sayShowing({ at: 9, total: 180, each: 50 })).toBeNull();
  });
});
