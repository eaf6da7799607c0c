import { describe, expect, it } from '@jest/globals';
import { readFilter } from './comment-filter.js';
import type { CommentPlace } from './comment-places.service.js';
import type { FoundComment } from './comment-search.queries.js';
import { COMMENTS_A_PAGE, type CommentsFound, commentsPage } from './comments.presenter.js';

const PLACE: CommentPlace = {
  level: 'area',
  name: 'Northmere',
  path: '/areas/A07',
  code: 'A07',
  scope: { unitId: null, areaIds: [7] },
};

const comment = (id: number): FoundComment => ({
  id,
  unitCode: '021047',
  unitName: 'Ashbridge',
  answeredAt: new Date('2027-02-03T12:00:00Z'),
  ease: 2,
  emotion: null,
  comment: 'Sent elsewhere',
  marked: null,
  themeIds: [],
  smallUnit: false,
});

const STOPPED = { id: 99, at: new Date('2026-07-01T00:00:00Z') };

const printed = (found: Partial<CommentsFound>) =>
  commentsPage(PLACE, readFilter({ q: '"sent elsewhere"' }), {
    found: [],
    total: 0,
    stopped: null,
    lost: false,
    themes: [],
    reading: { readAt: null, waiting: false },
    onlyCommon: false,
    ...found,
  });

describe('a search that gave up', () => {
  it('says after how many and where, counts what it found, and goes on after the last that it looked at', () => {
    const page = printed({ found: [comment(120), comment(110)], total: 2, stopped: STOPPED });
    expect(page.sub).toBe('At least 2 comments, newest first');
    expect(page.stopped).toContain('stopped after 3,000 comments that might have fitted, at those of July 2026');
    expect(page.older).toBe('/areas/A07/comments?q=%22sent+elsewhere%22&after=99');
  });

  it('does not say that nothing fits', () => {
    const page = printed({ stopped: STOPPED });
    expect([page.sub, page.none?.title, page.stopped]).toEqual(['None found yet', 'None found yet', null]);
    expect(page.none?.text).toContain('“Older comments” goes on from there.');
    expect(page.older).toContain('after=99');
  });

  it('asks for a word where none was typed, and for a rarer one where all are common', () => {
    const none = (q: string) => {
      const all = { found: [], total: 0, stopped: null, lost: false, themes: [], onlyCommon: true };
      return commentsPage(PLACE, readFilter({ q }), { ...all, reading: { readAt: null, waiting: false } }).none?.title;
    };
    expect(['!!!', '…', 'the', '7'].map(none)).toEqual([
      ...['There is no word to look for', 'There is no word to look for'],
      ...['Those words are in nearly every comment', 'Those words are in nearly every comment'],
    ]);
  });

  it('leafs on as usual when it has more than a page', () => {
    const found = Array.from({ length: COMMENTS_A_PAGE + 1 }, (_, n) => comment(200 - n));
    const page = printed({ found, total: 40, stopped: STOPPED });
    expect([page.sub, page.stopped]).toEqual(['At least 40 comments, newest first', null]);
    expect(page.older).toContain('after=176');
  });
});

it('says how many fit when it went through all', () => {
  expect(printed({ found: [comment(120)], total: 1 })).toMatchObject({ sub: '1 comment, newest first', older: null });
  expect(printed({ found: [comment(120)], total: 201 }).sub).toBe('More than 200 comments, newest first');
  expect(printed({}).none?.title).toBe('No comment fits');
});
