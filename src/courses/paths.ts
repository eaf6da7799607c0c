import type { Driver } from '../platform/drivers.js';

/** All courses, or those that work on one driver. */
export const cataloguePath = (driver: Driver | null = null) =>
  driver === null ? '/courses' : `/courses?driver=${driver}`;

/** What a course is about, and where to start or go on. */
export const coursePath = (slug: string) => `/courses/${slug}`;

/** @param name a picture's lasting name, as lesson blocks hold it. */
export const imagePath = (name: string) => `/content/images/${name}`;
