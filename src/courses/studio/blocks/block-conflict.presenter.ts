import type { Conflict } from '../conflict.presenter.js';
import type { ChangedMeanwhile } from '../drafts/changed-meanwhile.js';
import { draftBlockPath, draftLessonPath } from '../paths.js';
import { readBlockForm } from './block-form.js';
import { faceOf } from './block-face.js';
import { kindIn, newBlock } from './new-block.js';
import type { Posted } from './posted.js';
import { blockAt, type BlockSpot } from './save-block.js';

interface Place {
  spot: BlockSpot;
  position: number;
  posted: Posted;
}

/** A block as both wrote it, each as it would look. */
export function blockConflict({ draft }: ChangedMeanwhile, { spot, position, posted }: Place): Conflict {
  const theirs = blockAt(draft.content, spot);
  const { language } = draft.content;
  const mine = readBlockForm(theirs ?? { ...newBlock(kindIn(posted)), key: spot.key }, posted, language);
  const path = draftBlockPath(draft.id, position, spot.key);
  return {
    action: path,
    body: posted,
    takePath: theirs === null ? draftLessonPath(draft.id, position) : path,
    rows: null,
    faces: { mine: { ...faceOf(mine), id: 'mine-face' }, theirs: theirs && { ...faceOf(theirs), id: 'theirs-face' } },
    lang: language === 'cy' ? 'cy' : null,
  };
}
