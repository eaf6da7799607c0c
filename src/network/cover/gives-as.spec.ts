import { describe, expect, it } from '@jest/globals';
import type { Post, Role } from '../../platform/actor.js';
import { standsIn } from '../roles.js';
import { givesAs, lineReach, mayLast } from './gives-as.js';
import { COVERED_ROLES, type CoveredRole, postKey, readPostKey } from './managed-post.js';

const own = (role: Role, id: number): Post => ({ role, place: { kind: standsIn(role), id }, cover: null });
const covering = (role: Role, id: number): Post => ({
  ...own(role, id),
  cover: { id: 1, forPersonId: 9, forName: 'Dawn Mercer', until: null },
});
const someone = (personId: number, ...posts: Post[]) => ({ personId, posts });

/** Person 1's post in unit 100 of area 10 of region 1, or over that area or region. */
const post = (role: CoveredRole) => {
  const kind = standsIn(role);
  return {
    personId: 1,
    role,
    kind,
    unitId: kind === 'unit' ? 100 : null,
    areaId: kind === 'region' ? null : 10,
    regionId: 1,
  };
};

describe('who may delegate what', () => {
  it.each<[string, ReturnType<typeof someone>, CoveredRole, string | null]>([
    ['the manager', someone(1, own('areaManager', 10)), 'areaManager', 'self'],
    ['the postmaster', someone(1, own('postmaster', 100)), 'postmaster', 'self'],
    ['somebody else in the same post', someone(2, own('postmaster', 100)), 'postmaster', null],
    ['a colleague at the counter', someone(2, own('staff', 100)), 'postmaster', null],
    ['the area manager above', someone(2, own('areaManager', 10)), 'postmaster', 'above'],
    ['the area manager beside', someone(2, own('areaManager', 11)), 'postmaster', null],
    ['an area manager for another’s area', someone(2, own('areaManager', 10)), 'areaManager', null],
    ['the regional manager, a branch', someone(2, own('regionalManager', 1)), 'departmentManager', 'above'],
    ['the regional manager, an area', someone(2, own('regionalManager', 1)), 'areaManager', 'above'],
    ['the regional manager, a region', someone(2, own('regionalManager', 1)), 'regionalManager', null],
    ['the regional manager, the own region', someone(1, own('regionalManager', 1)), 'regionalManager', 'self'],
    ['a deputy of the region', someone(2, own('staff', 100), covering('regionalManager', 1)), 'regionalManager', null],
    ['a deputy of the region, in an area', someone(2, covering('regionalManager', 1)), 'areaManager', null],
    ['an administrator', someone(2, own('administrator', 500)), 'regionalManager', 'administrator'],
    ['an analyst', someone(2, own('analyst', 500)), 'areaManager', null],
    ['a deputy of the area', someone(2, own('staff', 100), covering('areaManager', 10)), 'areaManager', null],
    [
      'a deputy, in a branch of the area',
      someone(2, own('staff', 300), covering('areaManager', 10)),
      'postmaster',
      null,
    ],
    ['the manager whose post is only covered', someone(1, covering('areaManager', 10)), 'areaManager', null],
  ])('%s', (_, actor, role, expected) => expect(givesAs(actor, post(role))).toBe(expected));

  it('only areas and regions have deputies', () =>
    expect(COVERED_ROLES.filter(mayLast)).toEqual(['areaManager', 'regionalManager']));

  it('a line is looked at in one’s own right only', () => {
    expect(lineReach(someone(1, own('staff', 1), covering('areaManager', 10)))).toBeNull();
    expect(lineReach(someone(1, own('areaManager', 10), covering('areaManager', 11)))?.areaIds).toEqual([10]);
    expect(lineReach(someone(1, own('administrator', 5)))?.network).toBe(true);
  });
});

describe('the key of a post', () => {
  it('reads back, with slashes in a code', () => {
    for (const key of [
      { reference: '200001', kind: 'area', code: 'A/07' },
      { reference: 'x', kind: 'unit', code: '000001' },
    ] as const)
      expect(readPostKey(postKey(key))).toEqual(key);
  });

  it.each(['', 'x', 'x/y/z', 'x/area/', '/area/A07'])('is none: %s', (text) => expect(readPostKey(text)).toBeNull());
});
