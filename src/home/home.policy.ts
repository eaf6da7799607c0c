import { EVERYONE, permission } from '../platform/permissions.js';

export const openHome = permission('home.open', ...EVERYONE);
