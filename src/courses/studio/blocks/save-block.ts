import type { Block } from '../../blocks/block.js';
import type { DraftContent } from '../drafts/draft-content.js';
import { putBlock } from './block-edits.js';
import { readBlockForm } from './block-form.js';
import { isBlockKind, newBlock } from './new-block.js';
import { lessonGone } from '../lessons/lesson-at.js';
import { changeLesson } from '../lessons/lesson-edits.js';
import { type Posted, textIn } from './posted.js';

/** Where a block stands: in the lesson with this key, under its own. */
export interface BlockSpot {
  lesson: string;
  key: string;
}

export function blockAt(content: DraftContent, { lesson, key }: BlockSpot): Block | null {
  const found = content.lessons.find((each) => each.key === lesson);
  return found?.blocks.find((block) => block.key === key) ?? null;
}

/**
 * Writes what a block's form holds. A block that somebody deleted while it was being written comes back at the end of its
 * lesson, so that nothing written is lost.
 * @throws RuleBroken when its lesson is gone
 */
export function saveBlock(content: DraftContent, spot: BlockSpot, posted: Posted): DraftContent {
  const block = blockAt(content, spot);
  if (block !== null) return putBlock(content, spot.lesson, readBlockForm(block, posted, content.language));
  const kind = textIn(posted, 'blockKind');
  const lesson = content.lessons.find((each) => each.key === spot.lesson);
  if (lesson === undefined || !isBlockKind(kind)) throw lessonGone();
  const anew = readBlockForm({ ...newBlock(kind), key: spot.key }, posted, content.language);
  return changeLesson(content, spot.lesson, (each) => ({ ...each, blocks: [...each.blocks, anew] }));
}
