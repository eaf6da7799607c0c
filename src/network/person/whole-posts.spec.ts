import { expect, it } from '@jest/globals';
import type { PostingHeld } from './person.queries.js';
import { wholePosts } from './whole-posts.js';

const post = (id: number, from: string, to: string | null, change: Partial<PostingHeld> = {}): PostingHeld => ({
  id,
  role: 'staff',
  main: true,
  from,
  to,
  place: { kind: 'unit', code: '021047', name: 'Ashbridge', areaName: null, open: true },
  ...change,
});
const said = (posts: PostingHeld[]) => posts.map(({ id, from, to }) => `${id} ${from}..${to ?? ''}`);

it('pieces of one post that follow each other are one line, the latest first', () => {
  const champion = { role: 'champion' as const };
  const held = [
    post(1, '2026-01-01', '2026-05-03'),
    post(2, '2026-02-01', '2026-05-03', { ...champion, main: false }),
    post(3, '2026-05-04', null, champion),
  ];
  expect(said(wholePosts(held))).toEqual(['3 2026-02-01..', '1 2026-01-01..2026-05-03']);
});

it('a gap between them, or another place, keeps them apart', () => {
  const elsewhere = post(3, '2026-07-01', '2026-07-31', { place: null });
  const held = [post(1, '2026-01-01', '2026-05-03'), post(2, '2026-05-05', '2026-06-30'), elsewhere];
  expect(said(wholePosts(held))).toEqual([
    '3 2026-07-01..2026-07-31',
    '2 2026-05-05..2026-06-30',
    '1 2026-01-01..2026-05-03',
  ]);
});
