import type { GroupRole } from '../../platform/identity-provider.js';
import { type GrantedRole, isGrantedRole } from '../../network/role-grants.js';

/**
 * The roles that the provider's groups give, each once and in the order of the settings. Groups are compared letter by
 * letter. What is not a list of texts, or one text, gives nothing; so does a missing claim and a group that nobody mapped.
 */
export function rolesOf(groups: unknown, mapping: readonly GroupRole[]): GrantedRole[] {
  const held = new Set([groups].flat().filter((group) => typeof group === 'string'));
  const roles = mapping.filter(({ group }) => held.has(group)).map(({ role }) => role);
  return [...new Set(roles)].filter(isGrantedRole);
}
