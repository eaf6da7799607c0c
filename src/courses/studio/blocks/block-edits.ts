import type { Block } from '../../blocks/block.js';
import { type DraftContent } from '../drafts/draft-content.js';
import { changedIn, insertedAfter, keysOf, moved, without } from '../drafts/in-order.js';
import { changeLesson } from '../lessons/lesson-edits.js';
import { firstFree } from '../../../platform/slug.js';

/** What can be done to the blocks of a lesson, which is named by its key. Pure. */

/** At the end of the lesson; a key that is taken gets a number. */
export function addBlock(draft: DraftContent, lesson: string, block: Block): DraftContent {
  return changeBlocks(draft, lesson, (blocks) => [...blocks, { ...block, key: firstFree(block.key, keysOf(blocks)) }]);
}

export function moveBlock(draft: DraftContent, lesson: string, key: string, way: 'up' | 'down'): DraftContent {
  return changeBlocks(draft, lesson, (blocks) => moved(blocks, key, way));
}

/** The copy stands right behind, under a key of its own: answers to one are not answers to the other. */
export function copyBlock(draft: DraftContent, lesson: string, key: string): DraftContent {
  return changeBlocks(draft, lesson, (blocks) => {
    const block = blocks.find((each) => each.key === key);
    return block === undefined ? blocks : insertedAfter(blocks, key, { ...block, key: firstFree(key, keysOf(blocks)) });
  });
}

export function deleteBlock(draft: DraftContent, lesson: string, key: string): DraftContent {
  return changeBlocks(draft, lesson, (blocks) => without(blocks, key));
}

/** Puts `block` in the place of the one with its key. */
export function putBlock(draft: DraftContent, lesson: string, block: Block): DraftContent {
  return changeBlocks(draft, lesson, (blocks) => changedIn(blocks, block.key, () => block));
}

function changeBlocks(draft: DraftContent, lesson: string, change: (blocks: Block[]) => Block[]): DraftContent {
  return changeLesson(draft, lesson, (each) => ({ ...each, blocks: change(each.blocks) }));
}
