import { t } from '../../../platform/language/t.js';
import { contentHash } from '../../content-hash.js';
import type { CourseContent } from '../../content/content.js';
import type { DraftContent, DraftLesson } from '../drafts/draft-content.js';
import { pairLessons, sameBlocks } from './lesson-pairs.js';
import { quizChanges } from './quiz-changes.js';

/** What a draft changes against the version that is live, a sentence each; nothing when it is the same. */
export function changesBetween(live: CourseContent, draft: DraftContent): string[] {
  return [...factChanges(live, draft), ...lessonChanges(live, draft.lessons), ...quizChanges(live.quiz, draft.quiz)];
}

function factChanges(live: CourseContent, draft: DraftContent): string[] {
  const changes: [unknown, unknown, string][] = [
    [live.title, draft.title, sayTitle(draft.title)],
    [live.summary, draft.summary, t('The summary is different.')],
    [[live.drivers, live.primaryDriver], [draft.drivers, draft.primaryDriver], t('The drivers are different.')],
    [
      live.minutes,
      draft.minutes,
      t('{minutes, plural, one {It takes # minute now.} other {It takes # minutes now.}}', {
        minutes: draft.minutes ?? 0,
      }),
    ],
    [live.language, draft.language, t('The language is different.')],
    [live.completionRule, draft.completionRule, t('What finishes the course is different.')],
    [live.validityMonths, draft.validityMonths, t('How long it counts is different.')],
    [live.kind, draft.kind, t('The kind of course is different.')],
  ];
  return changes.filter(([was, is]) => contentHash(was) !== contentHash(is)).map(([, , sentence]) => sentence);
}

function sayTitle(title: string): string {
  return title === '' ? t('The title is gone.') : t('The title is now “{title}”.', { title });
}

function lessonChanges(live: CourseContent, lessons: readonly DraftLesson[]): string[] {
  const pairs = pairLessons(live.lessons, lessons);
  const kept = pairs.filter((place) => place !== null);
  const moved = kept.some((place, index) => index > 0 && place < kept[index - 1]!);
  return [
    ...lessons.flatMap((lesson, at) => lessonChange(live, lesson, at, pairs[at] ?? null)),
    ...live.lessons.flatMap((lesson, at) =>
      pairs.includes(at) ? [] : [t('Lesson {n}, “{title}”, is gone.', { n: String(at + 1), title: lesson.title })],
    ),
    ...(moved ? [t('The lessons come in another order.')] : []),
  ];
}

function lessonChange(live: CourseContent, lesson: DraftLesson, at: number, was: number | null): string[] {
  const words = { n: String(at + 1), title: lesson.title };
  const before = was === null ? undefined : live.lessons[was];
  if (before === undefined) return [t('Lesson {n}, “{title}”, is new.', words)];
  if (!sameBlocks(before, lesson)) return [t('Lesson {n}, “{title}”, says something else.', words)];
  if (before.title !== lesson.title)
    return [
      lesson.title === ''
        ? t('Lesson {n} has no title any more.', words)
        : t('Lesson {n} is now called “{title}”.', words),
    ];
  return before.minutes === lesson.minutes ? [] : [t('Lesson {n} takes another time.', words)];
}
