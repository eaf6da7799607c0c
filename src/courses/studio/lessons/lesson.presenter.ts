import { t } from '../../../platform/language/t.js';
import { can } from '../../../platform/permissions.js';
import { presentProblems, type Problem } from '../../../platform/web/form.js';
import type { Block } from '../../blocks/block.js';
import { faceOf } from '../blocks/block-face.js';
import { BLOCK_KIND_NAMES, BLOCK_WORDS } from '../blocks/new-block.js';
import type { DraftLesson } from '../drafts/draft-content.js';
import { draftBlockPath, draftBlocksPath, draftLessonPath, draftPath, draftPreviewPath } from '../paths.js';
import { blockGaps } from '../publishing/block-gaps.js';
import { type BarFacts, courseName, presentBar } from '../studio-bar.presenter.js';
import { studioPermissions } from '../studio.policy.js';
import type { LessonAt } from './lesson-at.js';
import type { LessonForm } from './lessons.forms.js';

/** A lesson with its blocks as they will look, and everything that can be done to them. */
export function presentLesson(
  facts: BarFacts,
  { lesson, position }: LessonAt,
  problems: readonly Problem[],
  typed: LessonForm | null,
) {
  const { draft, actor } = facts;
  const view = presentProblems(problems);
  const heading = t('Lesson {n}', { n: String(position) });
  const name = lessonName(lesson, position);
  return {
    title: `${name}, ${courseName(draft)}`,
    bar: presentBar(facts, [{ text: heading }], lesson.key),
    problems: view,
    errors: view?.by ?? {},
    heading: name,
    mayWrite: can(actor, studioPermissions.write),
    lang: draft.content.language === 'cy' ? 'cy' : null,
    revision: draft.revision,
    lesson: lesson.key,
    path: draftLessonPath(draft.id, position),
    form: { title: typed?.title ?? lesson.title, minutes: typed?.minutes ?? lesson.minutes },
    blocks: lesson.blocks.map((block, index) => blockRow(block, index, { draftId: draft.id, lesson, position })),
    addPath: draftBlocksPath(draft.id, position),
    kinds: BLOCK_KIND_NAMES.map((kind) => ({ kind, name: t(BLOCK_WORDS[kind].name), use: t(BLOCK_WORDS[kind].use) })),
    around: around(draft.id, draft.content.lessons, position),
    previewPath: draftPreviewPath(draft.id),
  };
}

/** A lesson as lists and headings call it. */
export function lessonName({ title }: Pick<DraftLesson, 'title'>, position: number): string {
  return title || t('Lesson {n}, without a title yet', { n: String(position) });
}

interface RowSetting {
  draftId: number;
  lesson: DraftLesson;
  position: number;
}

function blockRow(block: Block, index: number, { draftId, lesson, position }: RowSetting) {
  const path = draftBlockPath(draftId, position, block.key);
  const name = t(BLOCK_WORDS[block.kind].name);
  return {
    key: block.key,
    name,
    /** Tells the buttons of one block from those of another, for who hears them one by one. */
    hidden: ` ${t('block {n}, {name}', { n: String(index + 1), name })}`,
    path,
    canUp: index > 0,
    canDown: index < lesson.blocks.length - 1,
    face: faceOf(block),
    gaps: blockGaps(block, position),
  };
}

/** The ways on from a lesson. */
function around(draftId: number, lessons: readonly DraftLesson[], position: number) {
  return {
    previous: position > 1 ? draftLessonPath(draftId, position - 1) : null,
    next: position < lessons.length ? draftLessonPath(draftId, position + 1) : null,
    course: draftPath(draftId),
  };
}
