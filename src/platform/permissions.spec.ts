import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Actor, type Role, ROLES } from './actor.js';
import { can, EVERYONE, permission } from './permissions.js';

const actorWith = (roles: Role[]) => ({ roles }) as Actor;

describe('a permission', () => {
  const assign = permission('assignments.assign', 'areaManager', 'regionalManager');

  it.each<[Role[], boolean]>([
    [['areaManager'], true],
    [['staff', 'regionalManager'], true],
    [['staff', 'postmaster'], false],
    [['administrator'], false],
    [[], false],
  ])('for two roles, asked by %j: %p', (roles, may) => expect(can(actorWith(roles), assign)).toBe(may));

  it('for everyone is for whoever holds a role, and for nobody without one', () => {
    const look = permission('x.look', ...EVERYONE);
    for (const role of ROLES) expect(can(actorWith([role]), look)).toBe(true);
    expect(can(actorWith([]), look)).toBe(false);
  });

  it('that names nobody is for nobody', () => expect(can(actorWith([...ROLES]), permission('x.never'))).toBe(false));

  it('is never lost by holding one role more', () => {
    const roles = fc.subarray([...ROLES]);
    fc.assert(
      fc.property(roles, roles, fc.constantFrom(...ROLES), (held, wanted, more) => {
        const asked = permission('x.y', ...wanted);
        if (can(actorWith(held), asked)) expect(can(actorWith([...held, more]), asked)).toBe(true);
      }),
    );
  });
});
