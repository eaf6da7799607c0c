import type { Actor } from '../../../platform/actor.js';
import { DRIVER_NAMES } from '../../../platform/drivers.js';
import { t } from '../../../platform/language/t.js';
import { can } from '../../../platform/permissions.js';
import { sayMoment } from '../../../platform/say.js';
import { presentProblems, type Problem } from '../../../platform/web/form.js';
import type { CourseCard } from '../../course-version.js';
import type { DraftCard } from '../drafts/draft.js';
import { draftActionPath, draftPath, newCoursePath, nextVersionPath } from '../paths.js';
import { importPath } from '../exchange/paths.js';
import { versionsPath } from '../publishing/paths.js';
import type { RetiredCourse } from '../publishing/versions.queries.js';
import { studioPermissions } from '../studio.policy.js';

interface Desk {
  drafts: DraftCard[];
  deleted: DraftCard[];
  published: CourseCard[];
  retired: RetiredCourse[];
  actor: Actor;
  problems: readonly Problem[];
}

/** What is being written, what is published, and what was thrown away lately. */
export function presentDesk({ drafts, deleted, published, retired, actor, problems }: Desk) {
  const mayWrite = can(actor, studioPermissions.write);
  return {
    title: t('Studio'),
    problems: presentProblems(problems),
    mayWrite,
    newPath: newCoursePath(),
    importPath: importPath(),
    drafts: drafts.map(draftRow),
    published: published.map((course) => publishedRow(course, drafts)),
    retired: retired.length === 0 ? null : retired.map(retiredRow),
    deleted:
      mayWrite && deleted.length > 0
        ? deleted.map((draft) => ({
            name: draft.title || t('Untitled course'),
            lang: langOf(draft),
            path: draftActionPath(draft.id, 'restorations'),
            hidden: ` ${draft.title}`,
          }))
        : null,
  };
}

function draftRow(draft: DraftCard) {
  return {
    path: draftPath(draft.id),
    name: draft.title || t('Untitled course'),
    lang: langOf(draft),
    state: draft.courseId === null ? t('New course') : t('Next version'),
    holds: t(
      '{lessons, plural, one {# lesson} other {# lessons}}, {questions, plural, =0 {no question} one {# question} other {# questions}}',
      {
        lessons: draft.lessons,
        questions: draft.questions,
      },
    ),
    changed: t('Changed by {name}, {at}', { name: draft.changedBy.name, at: sayMoment(draft.changedAt) }),
  };
}

function publishedRow(course: CourseCard, drafts: readonly DraftCard[]) {
  const open = drafts.find((draft) => draft.courseId === course.courseId);
  return {
    name: course.title,
    lang: langOf(course),
    driver: t(DRIVER_NAMES[course.driver]),
    minutes: t('{minutes} min', { minutes: String(course.minutes) }),
    isThemeDay: course.kind === 'themeDay',
    hidden: ` ${t('of {course}', { course: course.title })}`,
    draftPath: open ? draftPath(open.id) : null,
    nextPath: nextVersionPath(course.slug),
    copyPath: `${newCoursePath()}?copy=${course.slug}`,
    versionsPath: versionsPath(course.slug),
  };
}

function retiredRow(course: RetiredCourse) {
  return { name: course.title, lang: langOf(course), path: versionsPath(course.slug) };
}

const langOf = ({ language }: { language: 'en' | 'cy' }) => (language === 'cy' ? 'cy' : null);
