import type { Draft } from '../../courses/studio/drafts/draft.js';
import type { DraftLesson } from '../../courses/studio/drafts/draft-content.js';
import { t } from '../../platform/language/t.js';
import type { Problem } from '../../platform/web/form.js';
import { presentLesson } from '../player/lesson.presenter.js';
import { previewBlockPath, previewLessonPath, previewReadsPath } from './paths.js';
import { placeIn, previewBlocks } from './preview-place.js';
import { answersIn, type PreviewState, writeState } from './preview-state.js';

interface PreviewedLesson {
  draft: Draft;
  lesson: DraftLesson;
  position: number;
  state: PreviewState;
  refused: { key: string | null; problems: Problem[] };
}

/** A lesson of a draft, with the player's own template. */
export function presentPreviewLesson({ draft, lesson, position, state, refused }: PreviewedLesson) {
  const place = placeIn(draft, position);
  const said = writeState(state);
  const model = presentLesson({
    place,
    lesson: place.version.lessons[position - 1]!,
    blocks: previewBlocks(lesson, position),
    answers: answersIn(state),
    refused,
    paths: {
      leave: previewLessonPath(draft.id, 1),
      back: previewLessonPath(draft.id, Math.max(1, position - 1)),
      reads: previewReadsPath(draft.id, position),
      block: (key, what) => previewBlockPath(draft.id, position, { key, what }, said),
    },
  });
  return { ...model, player: { ...model.player, leaveLabel: t('Back to the beginning') } };
}
