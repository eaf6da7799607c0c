/** Which course answers which weak driver. */
import type { CourseCard } from '../courses/course-version.js';
import type { Driver } from '../platform/drivers.js';

export interface Recommended {
  slug: string;
  title: string;
}

/** The first full course whose primary driver this is; theme-day lessons belong to their week. */
export function courseFor(driver: Driver | null, courses: readonly CourseCard[]): Recommended | null {
  if (driver === null) return null;
  const course = courses.find((card) => card.kind === 'course' && card.driver === driver && card.language === 'en');
  return course ? { slug: course.slug, title: course.title } : null;
}
