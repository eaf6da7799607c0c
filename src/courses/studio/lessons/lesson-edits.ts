import { type DraftContent, type DraftLesson } from '../drafts/draft-content.js';
import { changedIn, insertedAfter, keysOf, moved, without } from '../drafts/in-order.js';
import { firstFree } from '../../../platform/slug.js';

/** What can be done to the lessons of a draft. Pure; lessons are named by key, so nobody's move hits another's lesson. */

export function addLesson(draft: DraftContent): DraftContent {
  const key = firstFree(`lesson-${draft.lessons.length + 1}`, keysOf(draft.lessons));
  return { ...draft, lessons: [...draft.lessons, { key, title: '', minutes: null, blocks: [] }] };
}

export function moveLesson(draft: DraftContent, key: string, way: 'up' | 'down'): DraftContent {
  return { ...draft, lessons: moved(draft.lessons, key, way) };
}

/** The copy stands right behind, blocks and all. */
export function copyLesson(draft: DraftContent, key: string): DraftContent {
  const lesson = draft.lessons.find((each) => each.key === key);
  if (lesson === undefined) return draft;
  const copy = { ...lesson, key: firstFree(key, keysOf(draft.lessons)) };
  return { ...draft, lessons: insertedAfter(draft.lessons, key, copy) };
}

export function deleteLesson(draft: DraftContent, key: string): DraftContent {
  return { ...draft, lessons: without(draft.lessons, key) };
}

export function changeLesson(
  draft: DraftContent,
  key: string,
  change: (lesson: DraftLesson) => DraftLesson,
): DraftContent {
  return { ...draft, lessons: changedIn(draft.lessons, key, change) };
}
