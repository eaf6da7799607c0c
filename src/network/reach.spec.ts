import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Post, type PostPlace, type Reach, type Role, ROLES } from '../platform/actor.js';
import { FOLLOWS_UP, type Place, reachAs, reaches, reachOf } from './reach.js';
import { standsIn } from './roles.js';

const ownUnit: Place = { regionId: 1, areaId: 10, unitId: 100 };
const sameArea: Place = { regionId: 1, areaId: 10, unitId: 101 };
const sameRegion: Place = { regionId: 1, areaId: 11, unitId: 110 };
const elsewhere: Place = { regionId: 2, areaId: 20, unitId: 200 };

const OWN: Record<'unit' | 'area' | 'region', number> = { unit: 100, area: 10, region: 1 };

const posting = (role: Role): Post => {
  const kind = standsIn(role);
  return { role, place: { kind, id: OWN[kind] }, cover: null };
};

describe('who reaches what', () => {
  const cases: [Role, boolean, boolean, boolean, boolean][] = [
    // role, own unit, another unit of the area, another area of the region, another region
    ['staff', true, false, false, false],
    ['postmaster', true, false, false, false],
    ['champion', true, false, false, false],
    ['departmentManager', true, false, false, false],
    ['guest', false, false, false, false],
    ['areaManager', true, true, false, false],
    ['regionalManager', true, true, true, false],
    ['author', true, true, true, true],
    ['analyst', true, true, true, true],
    ['administrator', true, true, true, true],
  ];

  it.each(cases)('%s', (role, own, area, region, network) => {
    const reach = reachOf([posting(role)]);
    expect([ownUnit, sameArea, sameRegion, elsewhere].map((place) => reaches(reach, place))).toEqual([
      own,
      area,
      region,
      network,
    ]);
  });

  it('covers every role', () => expect(cases.map(([role]) => role).sort()).toEqual([...ROLES].sort()));

  it('is empty without a posting', () => {
    expect(reachOf([])).toEqual({ network: false, regionIds: [], areaIds: [], unitIds: [] });
  });

  it('an area page is open to its manager and upwards, not to its units’ people', () => {
    const areaPage: Place = { regionId: 1, areaId: 10 };
    expect(reaches(reachOf([posting('areaManager')]), areaPage)).toBe(true);
    expect(reaches(reachOf([posting('regionalManager')]), areaPage)).toBe(true);
    expect(reaches(reachOf([posting('postmaster')]), areaPage)).toBe(false);
  });

  it('never grows when a posting is taken away', () => {
    const anyPosting = fc.constantFrom(...ROLES).map(posting);
    const places = [ownUnit, sameArea, sameRegion, elsewhere];
    fc.assert(
      fc.property(fc.array(anyPosting), anyPosting, (postings, extra) => {
        const fewer: Reach = reachOf(postings);
        const more: Reach = reachOf([...postings, extra]);
        return places.every((place) => !reaches(fewer, place) || reaches(more, place));
      }),
    );
  });

  it('is the union of what each post reaches', () => {
    fc.assert(
      fc.property(fc.array(anyPost), fc.array(anyPost), (some, others) =>
        everywhere.every(
          (place) =>
            reaches(reachOf([...some, ...others]), place) ===
            (reaches(reachOf(some), place) || reaches(reachOf(others), place)),
        ),
      ),
    );
  });

  it('a grant reaches the network, and no unit by itself', () => {
    const grant: Post = { role: 'analyst', place: { kind: 'network' }, cover: null };
    expect(reachOf([grant])).toEqual({ network: true, regionIds: [], areaIds: [], unitIds: [] });
  });

  it('counter colleagues and guests follow nobody up', () => {
    expect(ROLES.filter((role) => !FOLLOWS_UP.includes(role))).toEqual(['staff', 'guest']);
  });
});

const everywhere = [ownUnit, sameArea, sameRegion, elsewhere, { regionId: 1, areaId: 10 }, { regionId: 1 }];

/** Any post: of every role, in the places of its kind. */
const anyPost: fc.Arbitrary<Post> = fc
  .tuple(fc.constantFrom(...ROLES), fc.nat(1), fc.boolean())
  .map(([role, which, granted]) => ({
    role,
    place:
      granted && ['author', 'analyst', 'administrator'].includes(role) ? { kind: 'network' } : placeOf(role, which),
    cover: null,
  }));

function placeOf(role: Role, which: number): PostPlace {
  const kind = standsIn(role);
  return { kind, id: { unit: [100, 110], area: [10, 11], region: [1, 2] }[kind][which]! };
}

describe('a right over one place', () => {
  const mix: Post[] = [
    { role: 'staff', place: { kind: 'unit', id: 100 }, cover: null },
    { role: 'champion', place: { kind: 'unit', id: 200 }, cover: null },
    { role: 'areaManager', place: { kind: 'area', id: 11 }, cover: null },
  ];

  it.each<[string, Role[], boolean[]]>([
    // own unit 100 (staff), 200 (champion), 110 (in area 11)
    ['what the champion leads', ['champion'], [false, true, false]],
    ['what the area manager leads', ['areaManager'], [false, false, true]],
    ['both', ['champion', 'areaManager'], [false, true, true]],
    ['what nobody of the roles is', ['postmaster', 'analyst'], [false, false, false]],
    ['all', [...ROLES], [true, true, true]],
  ])('%s', (_, roles, expected) => {
    const reach = reachAs({ posts: mix }, roles);
    expect([ownUnit, elsewhere, sameRegion].map((place) => reaches(reach, place))).toEqual(expected);
  });

  it('is never more than the whole reach, and all roles together are the whole of it', () => {
    fc.assert(
      fc.property(fc.array(anyPost), fc.subarray([...ROLES]), (posts, roles) => {
        expect(reachAs({ posts }, ROLES)).toEqual(reachOf(posts));
        return everywhere.every(
          (place) => !reaches(reachAs({ posts }, roles), place) || reaches(reachOf(posts), place),
        );
      }),
    );
  });

  it('adds up over roles', () => {
    fc.assert(
      fc.property(fc.array(anyPost), fc.subarray([...ROLES]), fc.subarray([...ROLES]), (posts, some, others) =>
        everywhere.every(
          (place) =>
            reaches(reachAs({ posts }, [...some, ...others]), place) ===
            (reaches(reachAs({ posts }, some), place) || reaches(reachAs({ posts }, others), place)),
        ),
      ),
    );
  });
});
