import { SetMetadata } from '@nestjs/common';
import { type Actor, type Role, ROLES } from './actor.js';

/** What a handler asks for; declared in each module's `*.policy.ts`, so that a policy reads as a list of who may do what. */
export interface Permission {
  name: string;
  roles: readonly Role[];
  /** Others are told that there is nothing, rather than that it is not for them. */
  hidden?: true;
}

/** All who are signed in. */
export const EVERYONE: readonly Role[] = ROLES;

export function permission(name: string, ...roles: readonly Role[]): Permission {
  return { name, roles };
}

/** For what nobody else should even know to be there, such as the list of an import's rejected people. */
export function hiddenPermission(name: string, ...roles: readonly Role[]): Permission {
  return { name, roles, hidden: true };
}

export function can(actor: Actor, wanted: Permission): boolean {
  return actor.roles.some((role) => wanted.roles.includes(role));
}

export const PERMISSION = 'cxu:permission';
export const PUBLIC = 'cxu:public';

/** Every handler carries `@Can` or `@Public`; the application refuses to start otherwise (web/routes-declared.ts). */
export const Can = (wanted: Permission) => SetMetadata(PERMISSION, wanted);

export const Public = () => SetMetadata(PUBLIC, true);
