/** What a person with a role is called, on their own page and in lists. */
import type { Role } from '../platform/actor.js';
import { msg, t } from '../platform/language/t.js';

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  staff: msg('Colleague'),
  postmaster: msg('Postmaster'),
  champion: msg('Champion'),
  departmentManager: msg('Manager of a department or contact centre'),
  guest: msg('Guest'),
  areaManager: msg('Area manager'),
  regionalManager: msg('Regional manager'),
  author: msg('Author (CX team)'),
  analyst: msg('Analyst (CX team)'),
  administrator: msg('Administrator'),
};

export const sayRole = (role: Role): string => t(ROLE_WORDS[role]);
