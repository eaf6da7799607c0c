import type { IsoDate } from '../../platform/dates.js';
import type { Driver } from '../../platform/drivers.js';

/** A course that somebody was asked to take and has not finished yet. */
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

/** 'Dawn Mercer asked for this: So that customers leave with what they came for.' */
export function whyAsked({ by, reason }: { by: string; reason: string }): string {
  return `${by} asked for this: ${reason}`;
}
