import type { Driver } from '../../../platform/drivers.js';
import type { Block } from '../../blocks/block.js';
import type { CourseContent, LessonContent } from '../../content/content.js';

/** How `course_draft.content` is laid out; raised when old drafts have to be read in another way. */
export const DRAFT_SCHEMA = 1;

/**
 * A course while it is written: `CourseContent` in which everything that is still to be written is empty: '' for text,
 * null for a number or a driver, [] for a list.
 */
export interface DraftContent extends Omit<CourseContent, 'primaryDriver' | 'minutes' | 'lessons'> {
  primaryDriver: Driver | null;
  minutes: number | null;
  lessons: DraftLesson[];
}

/** A lesson of a draft. `key` stays with it wherever it is moved, so that two authors mean the same lesson. */
export interface DraftLesson {
  key: string;
  title: string;
  minutes: number | null;
  blocks: Block[];
}

/** A published course, or a course file, as the start of a draft. */
export function draftOf(course: CourseContent): DraftContent {
  const lessons = course.lessons.map((lesson, index) => ({ key: `lesson-${index + 1}`, ...lesson }));
  return { ...course, lessons };
}

/** The lesson without what only drafts have. */
export function plainLesson({ title, minutes, blocks }: DraftLesson): Omit<LessonContent, 'minutes'> & {
  minutes: number | null;
} {
  return { title, minutes, blocks };
}
