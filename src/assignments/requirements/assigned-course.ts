import type { Role } from '../../platform/actor.js';
import type { IsoDate } from '../../platform/dates.js';
import type { Driver } from '../../platform/drivers.js';

/** Who asked somebody for a course, and why, in their words. */
export interface Reason {
  by: string;
  /** The manager for whom they covered; null or missing in their own right. */
  byFor?: string | null;
  /** What they were in the line when they asked; null when they held no post in it. */
  role: Role | null;
  reason: string;
}

/** A course that somebody was asked to take and has not finished yet. */
export interface AssignedCourse {
  courseId: number;
  slug: string;
  title: string;
  driver: Driver;
  minutes: number;
  language: 'en' | 'cy';
  dueOn: IsoDate;
  /** The latest first. */
  reasons: Reason[];
  /** The day until which this person asked for more time, null when they did not or have it. */
  wantedOn: IsoDate | null;
}
