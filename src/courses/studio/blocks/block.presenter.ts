import { presentQuestionForm } from '../../../assessment/questions/question-form-view.js';
import { msg, t } from '../../../platform/language/t.js';
import { presentProblems, type Problem } from '../../../platform/web/form.js';
import type { Block } from '../../blocks/block.js';
import type { CalloutBlock } from '../../blocks/callout.js';
import { imagePath } from '../../paths.js';
import type { DraftContent } from '../drafts/draft-content.js';
import type { LessonAt } from '../lessons/lesson-at.js';
import { lessonName } from '../lessons/lesson.presenter.js';
import { draftBlockPath, draftLessonPath } from '../paths.js';
import { blockGaps } from '../publishing/block-gaps.js';
import { type BarFacts, courseName, presentBar } from '../studio-bar.presenter.js';
import { faceOf } from './block-face.js';
import { BLOCK_WORDS } from './new-block.js';
import { presentScenarioFields } from './scenario-fields.presenter.js';

interface BlockPage {
  at: LessonAt;
  block: Block;
  problems: readonly Problem[];
}

/** The form of one block and, below it, how the block looks. */
export function presentBlockPage(facts: BarFacts, { at, block, problems }: BlockPage) {
  const { draft } = facts;
  const name = t(BLOCK_WORDS[block.kind].name);
  const lessonPath = draftLessonPath(draft.id, at.position);
  const view = presentProblems(problems);
  return {
    title: `${name}, ${lessonName(at.lesson, at.position)}, ${courseName(draft)}`,
    bar: presentBar(
      facts,
      [{ text: t('Lesson {n}', { n: String(at.position) }), href: lessonPath }, { text: name }],
      at.lesson.key,
    ),
    problems: view,
    errors: view?.by ?? {},
    heading: name,
    lang: draft.content.language === 'cy' ? 'cy' : null,
    path: draftBlockPath(draft.id, at.position, block.key),
    backPath: draftLessonPath(draft.id, at.position, block.key),
    revision: draft.revision,
    lesson: at.lesson.key,
    blockKind: block.kind,
    blockNumber: at.lesson.blocks.findIndex((each) => each.key === block.key) + 1,
    face: faceOf(block),
    gaps: blockGaps(block, at.position),
    fields: fieldsOf(block, draft.content.language),
  };
}

/** The fields of its own kind; the other kinds' are null. */
function fieldsOf(block: Block, language: DraftContent['language']) {
  const nothing = { text: null, image: null, callout: null, scenario: null, check: null };
  if (block.kind === 'text') return { ...nothing, text: { value: block.text } };
  if (block.kind === 'image') return { ...nothing, image: imageFields(block) };
  if (block.kind === 'callout') return { ...nothing, callout: { ...block, tones: tones(block) } };
  if (block.kind === 'scenario') return { ...nothing, scenario: presentScenarioFields(block) };
  return { ...nothing, check: presentQuestionForm(block.question, language) };
}

function imageFields({ src, alt, caption }: Extract<Block, { kind: 'image' }>) {
  return {
    src,
    path: src === '' ? null : imagePath(src),
    alt,
    caption: caption ?? '',
    label: src === '' ? t('Picture') : t('Another picture instead'),
  };
}

const TONE_NAMES: Record<CalloutBlock['tone'], string> = {
  tip: msg('Something to try'),
  care: msg('Something to mind'),
};

function tones({ tone }: CalloutBlock) {
  return (['tip', 'care'] as const).map((value) => ({ value, text: t(TONE_NAMES[value]), selected: value === tone }));
}
