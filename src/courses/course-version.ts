import type { Driver } from '../platform/drivers.js';
import type { CompletionRule, CourseKind } from './content/content.js';

/** A published course as lists show it. */
export interface CourseCard {
  courseId: number;
  versionId: number;
  slug: string;
  kind: CourseKind;
  title: string;
  summary: string;
  /** The primary driver. */
  driver: Driver;
  minutes: number;
  language: 'en' | 'cy';
}

/** One version with the outline of its lessons; their blocks are read one lesson at a time. */
export interface CourseVersion extends CourseCard {
  number: number;
  drivers: Driver[];
  completionRule: CompletionRule;
  validityMonths: number | null;
  /** Null when the course has no quiz. */
  quizVersionId: number | null;
  lessons: LessonOutline[];
}

export interface LessonOutline {
  id: number;
  /** From 1. */
  position: number;
  title: string;
  minutes: number;
}
