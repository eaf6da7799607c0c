import { EVERYONE, permission } from '../platform/permissions.js';

/** Anyone may look at and start any published course; an assignment only adds a date (product/courses.md). */
export const browse = permission('courses.browse', ...EVERYONE);
