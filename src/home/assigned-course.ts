import type { IsoDate } from '../platform/dates.js';
import type { Driver } from '../platform/drivers.js';

/** A course that somebody asked for and that is not finished yet. */
export interface AssignedCourse {
  courseId: number;
  slug: string;
  title: string;
  driver: Driver;
  minutes: number;
  language: 'en' | 'cy';
  dueOn: IsoDate;
  /** Who asked, and why, in their words; the latest first. */
  reasons: { by: string; reason: string }[];
}

/** 'Dawn Mercer asked for this: “Customers are being sent elsewhere.”' */
export function whyAssigned(course: Pick<AssignedCourse, 'reasons'>): string {
  const [latest, ...others] = course.reasons;
  if (!latest) return 'Your manager asked for this.';
  const also = [...new Set(others.map((one) => one.by))].filter((by) => by !== latest.by);
  const asked = also.length > 0 ? `${latest.by} and ${also.join(' and ')}` : latest.by;
  return `${asked} asked for this: “${latest.reason}”`;
}
