import { readCourseContent } from '../../content/content.js';
import type { DraftContent } from '../drafts/draft-content.js';
import { writtenCourse } from '../drafts/written-course.js';
import { factGaps } from './fact-gaps.js';
import { lessonGaps } from './lesson-gaps.js';
import { quizGaps } from './quiz-gaps.js';
import { type Remark, spotName } from './spot.js';
import { spotOf } from './spot-of.js';

/** What a draft is held against besides itself. */
export interface Around {
  /** Those of its pictures that are kept. */
  images: ReadonlySet<string>;
  /** Those of its questions' keys under which another course keeps its questions. */
  foreignQuestions: ReadonlySet<string>;
}

/**
 * Everything that keeps a draft from being published, each as a sentence about one place. Both the page and the act of
 * publishing ask here. What the rules do not name, the reader of course files still finds, in its own words: a draft
 * without blockers is a course that reads without problems.
 */
export function blockersOf(draft: DraftContent, around: Around): Remark[] {
  const named = [
    ...factGaps(draft),
    ...draft.lessons.flatMap((lesson, index) => lessonGaps(lesson, index + 1, around.images)),
    ...quizGaps(draft.quiz, around.foreignQuestions),
  ];
  const known = new Set(named.map((remark) => spotName(remark.spot)));
  // Without any driver there is no main one either: one sentence is enough.
  if (known.has('facts drivers')) known.add('facts primaryDriver');
  const rest = readCourseContent(writtenCourse(draft)).problems.map(({ path, sentence }) => ({
    sentence,
    spot: spotOf(path, draft),
  }));
  return [...named, ...rest.filter((remark) => !known.has(spotName(remark.spot)))];
}
