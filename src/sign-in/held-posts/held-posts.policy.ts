import { EVERYONE, permission } from '../../platform/permissions.js';

/** The person whose answer it is; anybody else is told that there is nothing. */
export const seeHeldPost = permission('signIn.seeHeldPost', ...EVERYONE);
