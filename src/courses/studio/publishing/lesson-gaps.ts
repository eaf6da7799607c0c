import { t } from '../../../platform/language/t.js';
import type { Block } from '../../blocks/block.js';
import type { DraftLesson } from '../drafts/draft-content.js';
import { blockGaps } from './block-gaps.js';
import { inLesson, type Remark } from './spot.js';

/**
 * What is missing in a lesson and its blocks.
 * @param position from 1
 * @param images the pictures that are kept
 */
export function lessonGaps(lesson: DraftLesson, position: number, images: ReadonlySet<string>): Remark[] {
  const n = String(position);
  const own = [
    ...(lesson.title === '' ? [t('Lesson {n} has no title.', { n })] : []),
    ...(lesson.minutes === null ? [t('Lesson {n} does not say how many minutes it takes.', { n })] : []),
    ...(lesson.blocks.length === 0 ? [t('Lesson {n} is empty.', { n })] : []),
  ];
  const inBlocks = lesson.blocks.flatMap((block) =>
    [...blockGaps(block, position), ...lostPicture(block, n, images)].map((sentence) => ({
      sentence,
      spot: inLesson(position, block.key),
    })),
  );
  return [...own.map((sentence) => ({ sentence, spot: inLesson(position) })), ...inBlocks];
}

function lostPicture(block: Block, n: string, images: ReadonlySet<string>): string[] {
  if (block.kind !== 'image' || block.src === '' || images.has(block.src)) return [];
  return [t('Lesson {n} shows the picture “{name}”, which is not kept here. Choose it again.', { n, name: block.src })];
}
