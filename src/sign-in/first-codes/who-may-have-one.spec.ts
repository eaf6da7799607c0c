import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Post, type Role, ROLES } from '../../platform/actor.js';
import { type Candidate, whyNoCode } from './who-may-have-one.js';

const HERE = 7;
const MAKER = { personId: 1 };
const post = (role: Role, id = HERE, cover: Post['cover'] = null): Post => ({
  role,
  place: { kind: 'unit', id },
  cover,
});
const covers: Post['cover'] = { id: 1, forPersonId: 9, forName: 'Dawn', until: '2027-03-01' };
const somebody = (posts: Post[], known: Partial<Candidate> = {}): Candidate => ({
  personId: 2,
  posts,
  hasPassword: false,
  hasEmail: false,
  ...known,
});

describe('who may have a code on paper', () => {
  it.each<[string, Role[], Candidate, string | null]>([
    ['a new colleague', ['postmaster'], somebody([post('staff')]), null],
    [
      'one who forgot the password and has no e-mail',
      ['postmaster'],
      somebody([post('staff')], { hasPassword: true }),
      null,
    ],
    ['a new one with an e-mail', ['postmaster'], somebody([post('staff')], { hasEmail: true }), null],
    [
      'one who can be sent a link',
      ['postmaster'],
      somebody([post('staff')], { hasPassword: true, hasEmail: true }),
      'byEmail',
    ],
    ['another postmaster', ['postmaster'], somebody([post('postmaster')]), 'morePower'],
    ['a champion', ['departmentManager'], somebody([post('staff'), post('champion')]), null],
    ['one who works elsewhere too', ['postmaster'], somebody([post('staff'), post('staff', 8)]), 'morePower'],
    [
      'one who covers for the area manager',
      ['postmaster'],
      somebody([post('staff'), { role: 'areaManager', place: { kind: 'area', id: 3 }, cover: covers }]),
      'morePower',
    ],
    [
      'one who covers for the postmaster',
      ['postmaster'],
      somebody([post('staff'), post('postmaster', HERE, covers)]),
      'morePower',
    ],
    [
      'one who is an administrator as well',
      ['areaManager'],
      somebody([post('staff'), { role: 'administrator', place: { kind: 'network' }, cover: null }]),
      'morePower',
    ],
    ['a new postmaster', ['areaManager'], somebody([post('postmaster')]), null],
    ['a new postmaster', ['postmaster', 'areaManager'], somebody([post('postmaster')]), null],
    ['an author', ['administrator'], somebody([post('author')], { hasPassword: true, hasEmail: true }), null],
    ['oneself', ['administrator'], somebody([post('author')], { personId: 1 }), 'self'],
    ['a colleague of a colleague', ['staff'], somebody([post('staff')]), 'morePower'],
  ])('%s, of %j', (_what, roles, candidate, why) => expect(whyNoCode(MAKER, roles, candidate, HERE)).toBe(why));

  it('is never somebody with a post that the maker, unless an administrator, does not lead', () => {
    const anyPost = fc.record({
      role: fc.constantFrom(...ROLES),
      place: fc.constantFrom<Post['place']>({ kind: 'unit', id: HERE }, { kind: 'unit', id: 8 }, { kind: 'network' }),
      cover: fc.constantFrom(null, covers),
    });
    const leader = fc.constantFrom<Role>('postmaster', 'departmentManager', 'areaManager', 'regionalManager');
    fc.assert(
      fc.property(leader, fc.array(anyPost, { minLength: 1 }), (role, posts) => {
        const refused = whyNoCode(MAKER, [role], somebody(posts), HERE) !== null;
        const outside = posts.some(({ place }) => place.kind !== 'unit' || place.id !== HERE);
        const atOrAbove = posts.some((one) =>
          ['areaManager', 'regionalManager', 'author', 'analyst', 'administrator'].includes(one.role),
        );
        return refused || (!outside && !atOrAbove);
      }),
    );
  });
});
