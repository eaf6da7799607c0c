import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ROLES } from '../../platform/actor.js';
import type { GroupRole } from '../../platform/identity-provider.js';
import { GRANTED_ROLES } from '../../network/role-grants.js';
import { rolesOf } from './group-roles.js';

const MAPPING: GroupRole[] = [
  { role: 'author', group: 'CXU authors' },
  { role: 'administrator', group: 'CN=CXU admins,OU=Groups' },
  { role: 'author', group: 'Writers' },
];

describe('what groups give', () => {
  it.each<[unknown, string[]]>([
    [['CXU authors'], ['author']],
    [['Writers', 'CXU authors', 'Writers'], ['author']],
    [
      ['CN=CXU admins,OU=Groups', 'CXU authors'],
      ['author', 'administrator'],
    ],
    ['CXU authors', ['author']],
    [[], []],
    [undefined, []],
    [null, []],
    [['Everybody', 'administrator', 'author'], []],
    [['cxu authors', 'CXU authors ', ' Writers'], []],
    ['CXU authors,Writers', []],
    [{ 'CXU authors': true }, []],
    [[['CXU authors']], []],
    [[{ name: 'CXU authors' }, 7, true, null], []],
    [{ toString: () => 'Writers' }, []],
  ])('%j: %j', (groups, roles) => expect(rolesOf(groups, MAPPING)).toEqual(roles));

  it('is nothing without a mapping, whatever the provider says', () => {
    fc.assert(fc.property(fc.anything(), (groups) => rolesOf(groups, []).length === 0));
  });

  it('is never a role that belongs to a place, even if somebody mapped one', () => {
    const anything = ROLES.map((role) => ({ role, group: 'g' }));
    expect(rolesOf(['g'], anything)).toEqual(GRANTED_ROLES.filter((role) => ROLES.includes(role)));
  });

  it('is given by a mapped group only, once, and does not depend on the order of the groups', () => {
    const group = fc.constantFrom('CXU authors', 'Writers', 'CN=CXU admins,OU=Groups', 'Other', 'administrator');
    fc.assert(
      fc.property(fc.array(group), fc.array(fc.anything()), (groups, noise) => {
        const roles = rolesOf(
          [...noise.filter((one) => typeof one !== 'string' && !Array.isArray(one)), ...groups],
          MAPPING,
        );
        const entitled = MAPPING.filter((one) => groups.some((group) => group === one.group)).map((one) => one.role);
        expect(new Set(roles)).toEqual(new Set(entitled));
        expect(roles.length).toBe(new Set(roles).size);
        expect(rolesOf([...groups].reverse(), MAPPING)).toEqual(rolesOf(groups, MAPPING));
      }),
    );
  });
});
