import { t } from '../../../platform/language/t.js';
import { can } from '../../../platform/permissions.js';
import { presentProblems, type Problem } from '../../../platform/web/form.js';
import { page, type Reply } from '../../../platform/web/reply.js';
import type { DraftLesson } from '../drafts/draft-content.js';
import { lessonName } from '../lessons/lesson.presenter.js';
import {
  draftAboutPath,
  draftActionPath,
  draftLessonPath,
  draftPreviewPath,
  draftPublishPath,
  draftQuizPath,
} from '../paths.js';
import { blockGaps } from '../publishing/block-gaps.js';
import { type BarFacts, courseName, presentBar } from '../studio-bar.presenter.js';
import { studioPermissions } from '../studio.policy.js';
import { aboutRows } from './about-rows.presenter.js';
import { draftExportPath } from '../exchange/paths.js';

/** The first page of a draft, also when an act on it was refused. */
export function coursePage(facts: BarFacts, problems: readonly Problem[] = []): Reply {
  const status = problems.length > 0 ? 422 : 200;
  return page('studio/course', presentCourse(facts, problems), { status, bench: true });
}

/** What the course is about, its lessons in order, its quiz, and the ways on. */
export function presentCourse(facts: BarFacts, problems: readonly Problem[]) {
  const { draft, actor } = facts;
  const { lessons, quiz, language } = draft.content;
  return {
    title: t('{course}, draft', { course: courseName(draft) }),
    bar: presentBar(facts, []),
    problems: presentProblems(problems),
    heading: courseName(draft),
    state: draft.courseId === null ? t('New course') : t('Next version'),
    note: draft.courseId === null ? null : t('Learners keep the published version until you publish this one.'),
    mayWrite: can(actor, studioPermissions.write),
    lang: language === 'cy' ? 'cy' : null,
    revision: draft.revision,
    about: { rows: aboutRows(draft), path: draftAboutPath(draft.id) },
    lessons: lessons.map((lesson, index) => lessonRow(draft.id, lesson, index, lessons.length)),
    addPath: draftActionPath(draft.id, 'lessons'),
    quiz: {
      path: draftQuizPath(draft.id),
      text:
        quiz === null
          ? t('No quiz yet')
          : t('{n, plural, =0 {No question yet} one {# question} other {# questions}}', { n: quiz.questions.length }),
      act: quiz === null ? t('Write a quiz') : t('Edit the quiz'),
    },
    exportPath: draftExportPath(draft.id),
    previewPath: draftPreviewPath(draft.id),
    publishPath: draftPublishPath(draft.id),
    deletePath: draftActionPath(draft.id, 'deletions'),
  };
}

function lessonRow(draftId: number, lesson: DraftLesson, index: number, howMany: number) {
  const position = index + 1;
  const gaps = gapsOf(lesson, position);
  return {
    key: lesson.key,
    number: position,
    name: lessonName(lesson, position),
    path: draftLessonPath(draftId, position),
    hidden: ` ${t('lesson {n}', { n: String(position) })}`,
    facts: lessonFacts(lesson),
    gaps: gaps === 0 ? null : t('{n, plural, one {# thing to write} other {# things to write}}', { n: gaps }),
    canUp: index > 0,
    canDown: position < howMany,
  };
}

function lessonFacts({ minutes, blocks }: DraftLesson): string {
  const parts = t('{n, plural, =0 {nothing in it yet} one {# block} other {# blocks}}', { n: blocks.length });
  return minutes === null ? parts : t('{minutes} min, {parts}', { minutes: String(minutes), parts });
}

/** How many things of a lesson are still to be written. */
function gapsOf({ title, minutes, blocks }: DraftLesson, position: number): number {
  const own = [title === '', minutes === null, blocks.length === 0].filter(Boolean).length;
  return blocks.reduce((sum, block) => sum + blockGaps(block, position).length, own);
}
