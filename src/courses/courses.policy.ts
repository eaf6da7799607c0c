import { EVERYONE, permission } from '../platform/permissions.js';

export const coursePermissions = {
  /** Anyone may look at and start any published course; an assignment only adds a date (product/courses.md). */
  browse: permission('courses.browse', ...EVERYONE),
};
