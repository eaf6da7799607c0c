import { describe, expect, it } from '@jest/globals';
import { pageNumber, paginate, sayShowing } from './list-pages.js';

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
    expect(pages?.items.map(({ number, current }) => (current ? `[${number}]` : number))).toEqual([1, 4, '[5]', 6, 10]);
    expect(pages).toMatchObject({ previous: { href: '?page=4' }, next: { href: '?page=6' } });
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
