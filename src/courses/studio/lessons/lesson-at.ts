import { NotFound, RuleBroken } from '../../../platform/errors.js';
import { t } from '../../../platform/language/t.js';
import type { DraftContent, DraftLesson } from '../drafts/draft-content.js';

export interface LessonAt {
  lesson: DraftLesson;
  /** From 1. */
  position: number;
}

/**
 * @param position as it stands in the address
 * @throws NotFound
 */
export function lessonAt(content: DraftContent, position: string): LessonAt {
  const index = /^[1-9]\d{0,2}$/.test(position) ? Number(position) - 1 : -1;
  const lesson = content.lessons[index];
  if (lesson === undefined) throw new NotFound(t('This draft doesn’t have that lesson. Its first page lists them.'));
  return { lesson, position: index + 1 };
}

/** Said to somebody whose words have no lesson to stand in any more. */
export function lessonGone(): RuleBroken {
  return new RuleBroken(
    t('Somebody deleted this lesson while you were writing. Undo that on the course’s page first.'),
  );
}

/** Where a lesson stands now, from 1; null when it is gone. */
export function positionOf(content: DraftContent, key: string): number | null {
  const index = content.lessons.findIndex((lesson) => lesson.key === key);
  return index < 0 ? null : index + 1;
}
