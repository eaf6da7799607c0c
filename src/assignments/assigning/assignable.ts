import type { CourseCard } from '../../courses/course-version.js';

/** A theme day's lesson belongs to its day and opens with it; only courses that stand by themselves are assigned. */
export function isAssignable(course: Pick<CourseCard, 'kind'>): boolean {
  return course.kind === 'course';
}
