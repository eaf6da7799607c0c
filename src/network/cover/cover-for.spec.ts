import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CoverHeld, Post, Role } from '../../platform/actor.js';
import { type Place, reachAs, reaches, reachOf } from '../reach.js';
import { standsIn } from '../roles.js';
import { coverFor, coverForAll } from './cover-for.js';
import { COVERED_ROLES } from './managed-post.js';

const DAWNS: CoverHeld = { id: 7, forPersonId: 2, forName: 'Dawn Mercer', until: '2026-12-18' };
const post = (role: Role, id: number, cover: CoverHeld | null = null): Post => ({
  role,
  place: { kind: standsIn(role), id },
  cover,
});

const ashbridge: Place = { regionId: 1, areaId: 10, unitId: 100 };
const brackley: Place = { regionId: 1, areaId: 10, unitId: 101 };
const seahaven: Place = { regionId: 1, areaId: 11, unitId: 110 };

/** Priya: postmaster of Brackley in area 10, covering for its manager. */
const priya = { posts: [post('postmaster', 101), post('areaManager', 10, DAWNS)] };

describe('under which cover somebody acts', () => {
  it.each<[string, { posts: Post[] }, Place, number | null]>([
    ['in the place covered', priya, ashbridge, 7],
    ['not in one’s own branch, also within it', priya, brackley, null],
    ['not where there is no right at all', priya, seahaven, null],
    [
      'a colleague at the counter covering for the postmaster',
      { posts: [post('staff', 100), post('postmaster', 100, DAWNS)] },
      ashbridge,
      7,
    ],
    [
      'a champion covering for the postmaster',
      { posts: [post('champion', 100), post('postmaster', 100, DAWNS)] },
      ashbridge,
      7,
    ],
    [
      'not the manager of the area above',
      { posts: [post('areaManager', 10), post('postmaster', 100, DAWNS)] },
      ashbridge,
      null,
    ],
    ['the area itself', priya, { regionId: 1, areaId: 10 }, 7],
  ])('%s', (_, actor, place, id) => expect(coverFor(actor, place)?.id ?? null).toBe(id));

  it('asks about the roles of the right', () => {
    const analyst = { posts: [post('analyst', 101), post('areaManager', 10, DAWNS)] };
    expect(coverFor(analyst, ashbridge)).toBeNull();
    expect(coverFor(analyst, ashbridge, ['areaManager', 'regionalManager'])?.id).toBe(7);
  });

  it('is the first that any of several places needs', () => {
    expect(coverForAll(priya, [brackley, ashbridge])?.id).toBe(7);
    expect(coverForAll(priya, [brackley])).toBeNull();
    expect(coverForAll(priya, [])).toBeNull();
  });

  const anyPost = fc.tuple(fc.constantFrom(...COVERED_ROLES), fc.nat(1), fc.boolean()).map(([role, at, covered]) => {
    const id = { unit: [100, 110], area: [10, 11], region: [1, 2] }[standsIn(role)][at]!;
    return post(role, id, covered ? { ...DAWNS, id: id + 1 } : null);
  });
  const everywhere = [ashbridge, brackley, seahaven];

  it('a place reached in one’s own right needs none, one reached under cover alone names it', () => {
    fc.assert(
      fc.property(fc.array(anyPost), (posts) => {
        const own = posts.filter(({ cover }) => cover === null);
        return everywhere.every((place) => {
          const needs = reaches(reachOf(posts), place) && !reaches(reachOf(own), place);
          return (coverFor({ posts }, place) !== null) === needs;
        });
      }),
    );
  });

  it('without its covers somebody reaches what they reached before, role by role', () => {
    fc.assert(
      fc.property(fc.array(anyPost), fc.array(anyPost), (own, covers) => {
        const mine = own.map((one) => ({ ...one, cover: null }));
        const held = covers.map((one) => ({ ...one, cover: DAWNS }));
        const after = [...mine, ...held].filter(({ cover }) => cover === null);
        return COVERED_ROLES.every(
          (role) =>
            JSON.stringify(reachAs({ posts: after }, [role])) === JSON.stringify(reachAs({ posts: mine }, [role])),
        );
      }),
    );
  });
});
