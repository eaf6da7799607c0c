import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Role, ROLES } from '../../platform/actor.js';
import { reachOf, reaches } from '../reach.js';
import { standsIn } from '../roles.js';
import { explain, type Held, type Target } from './explain.js';

const held = (role: Role, id: number, change: Partial<Held> = {}): Held => ({
  via: 'posting',
  role,
  kind: standsIn(role),
  id,
  code: `X${id}`,
  name: `Place ${id}`,
  from: '2021-04-01',
  to: null,
  forName: null,
  source: null,
  ...change,
});

/** Ashbridge: in area 10 of region 1 until March 2026, since then in area 11 of region 1. */
const ashbridge: Target = {
  kind: 'unit',
  id: 100,
  code: '000100',
  name: 'Ashbridge',
  stands: [
    { areaId: 10, areaName: 'Northmere', regionId: 1, regionName: 'North', from: '2021-04-01', to: '2026-03-31' },
    { areaId: 11, areaName: 'Coast', regionId: 1, regionName: 'North', from: '2026-04-01', to: null },
  ],
};

describe('why somebody sees a place', () => {
  it.each<[string, Held[], string, boolean, string | null]>([
    ['who works there', [held('staff', 100)], '2026-05-01', true, 'itself'],
    ['the area manager of the day', [held('areaManager', 10)], '2026-03-31', true, 'area'],
    ['the area manager after the move', [held('areaManager', 10)], '2026-04-01', false, null],
    ['the regional manager', [held('regionalManager', 1)], '2026-05-01', true, 'region'],
    ['an analyst', [held('analyst', 200)], '2026-05-01', true, 'network'],
    ['a guest', [held('guest', 100)], '2026-05-01', false, null],
    [
      'a grant without a posting',
      [held('analyst', 0, { via: 'grant', kind: 'network' })],
      '2026-05-01',
      false,
      'network',
    ],
    ['a cover', [held('staff', 200), held('areaManager', 11, { via: 'cover' })], '2026-05-01', true, 'area'],
  ])('%s', (_, all, day, allowed, through) => {
    const found = explain(all, ashbridge, null, day);
    expect([found.allowed, found.opens[0]?.through ?? null]).toEqual([allowed, through]);
  });

  it.each<[string, Held[], string]>([
    ['moved', [held('areaManager', 10)], 'moved'],
    ['over', [held('areaManager', 11, { to: '2026-04-30' })], 'over'],
    ['coming', [held('areaManager', 11, { from: '2026-06-01' })], 'coming'],
  ])('says what is missing: %s', (_, all, why) => {
    expect(explain(all, ashbridge, null, '2026-05-01').missing.map((one) => one.why)).toEqual([why]);
  });

  it('says that a page asks for another role', () => {
    const found = explain([held('staff', 100)], ashbridge, ['postmaster'], '2026-05-01');
    expect([found.allowed, found.missing.map(({ why }) => why)]).toEqual([false, ['role']]);
  });

  it('names the last posting of a leaver', () => {
    const found = explain(
      [held('staff', 100, { to: '2026-02-01' }), held('staff', 200, { to: '2025-02-01' })],
      ashbridge,
      null,
      '2026-05-01',
    );
    expect([found.posted, found.lastPosting?.to]).toEqual([false, '2026-02-01']);
  });

  it('agrees with the door for any posts on any side of the move', () => {
    const posts = fc.array(
      fc.tuple(fc.constantFrom(...ROLES), fc.integer({ min: 0, max: 2 })).map(([role, at]) => {
        const ids = { unit: [100, 101, 102], area: [10, 11, 12], region: [1, 2, 3] }[standsIn(role)];
        return held(role, ids[at]!);
      }),
    );
    fc.assert(
      fc.property(posts, fc.constantFrom('2026-03-31', '2026-04-01'), (all, day) => {
        const areaId = day < '2026-04-01' ? 10 : 11;
        const reach = reachOf(
          all.map(({ role, kind, id }) => ({ role, place: { kind: kind as 'unit', id: id! }, cover: null })),
        );
        expect(explain(all, ashbridge, null, day).allowed).toBe(reaches(reach, { unitId: 100, areaId, regionId: 1 }));
      }),
    );
  });
});
