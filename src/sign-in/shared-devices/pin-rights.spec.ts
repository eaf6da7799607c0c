import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Actor, type Post, type PostPlace, type Role, ROLES } from '../../platform/actor.js';
import { permission } from '../../platform/permissions.js';
import { reachOf } from '../../platform/reach.js';
import { asPinOpens, takesPassword, worksIn } from './pin-rights.js';

const unit = (id: number): PostPlace => ({ kind: 'unit', id });
const post = (role: Role, place: PostPlace): Post => ({ role, place, cover: null });

function actor(...posts: Post[]): Actor {
  const person = { personId: 1, reference: '1', name: 'Sam', language: 'en', unitId: null, areaId: null } as const;
  return { ...person, posts, roles: [...new Set(posts.map(({ role }) => role))], reach: reachOf(posts) };
}

describe('what a PIN opens', () => {
  it.each<[string, Post[], Role[]]>([
    ['a colleague’s work', [post('staff', unit(1))], ['staff']],
    ['a postmaster’s', [post('postmaster', unit(1))], ['postmaster']],
    [
      'of an author at the counter, the counter',
      [post('staff', unit(1)), post('author', { kind: 'network' })],
      ['staff'],
    ],
    ['of an administrator, nothing', [post('administrator', unit(1))], []],
    ['of an area manager, nothing', [post('areaManager', { kind: 'area', id: 3 })], []],
  ])('%s', (_, posts, roles) => {
    const opened = asPinOpens(actor(...posts));
    expect(opened.roles).toEqual(roles);
    expect(opened.reach).toMatchObject({ network: false, areaIds: [], regionIds: [] });
  });

  it('is never more than the person has', () => {
    const posts = fc.array(
      fc.record({
        role: fc.constantFrom(...ROLES),
        place: fc.oneof(
          fc.record({ kind: fc.constantFrom('unit' as const, 'area' as const, 'region' as const), id: fc.nat(5) }),
          fc.constant({ kind: 'network' as const }),
        ),
        cover: fc.constant(null),
      }),
    );
    fc.assert(
      fc.property(posts, (held) => {
        const whole = actor(...held);
        const opened = asPinOpens(whole);
        return (
          opened.roles.every((role) => whole.roles.includes(role)) &&
          opened.reach.unitIds.every((id) => whole.reach.unitIds.includes(id)) &&
          !opened.reach.network
        );
      }),
    );
  });
});

describe('where a PIN works', () => {
  it.each<[string, Post[], boolean]>([
    ['in the unit of a posting', [post('staff', unit(7))], true],
    [
      'where one covers for the postmaster',
      [
        post('staff', unit(3)),
        { ...post('postmaster', unit(7)), cover: { id: 1, forPersonId: 2, forName: 'E', until: null } },
      ],
      true,
    ],
    ['not in another unit', [post('staff', unit(8))], false],
    ['not in a unit of one’s area', [post('areaManager', { kind: 'area', id: 7 })], false],
  ])('%s', (_, posts, works) => expect(worksIn(actor(...posts), 7)).toBe(works));
});

describe('the password is asked for', () => {
  const learn = permission('learn', 'staff');
  const write = permission('write', 'author');
  const whole = actor(post('staff', unit(1)), post('author', { kind: 'network' }));
  const opened = asPinOpens(whole);

  it.each([
    ['/courses', learn, false],
    ['/studio', write, true],
    ['/record.csv', learn, true],
    ['/account', learn, true],
    ['/account/pin', learn, true],
    ['/accounting', learn, false],
    ['/shared-devices/000001', learn, true],
    ['/admin/jobs', learn, true],
  ])('%s', (path, wanted, asked) => expect(takesPassword(path, wanted, opened, whole)).toBe(asked));

  it('not for what the person may not do at all', () => {
    expect(takesPassword('/admin', permission('manage', 'administrator'), opened, whole)).toBe(false);
  });
});
