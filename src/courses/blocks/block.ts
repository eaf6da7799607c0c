import type { ContentReader } from '../../platform/content-reader.js';
import type { CalloutBlock } from './callout.js';
import type { CheckBlock } from './check.js';
import type { ImageBlock } from './image.js';
import type { ScenarioBlock } from './scenario.js';
import type { TextBlock } from './text.js';

/** What a lesson is made of. Stored as JSON in `lesson.blocks`, in reading order. */
export type Block = TextBlock | ImageBlock | CalloutBlock | ScenarioBlock | CheckBlock;

/** What every kind has: `key` is unique within its lesson and never changes, since answers are kept under it. */
export interface BlockBase {
  key: string;
}

export interface BlockKind<B extends Block> {
  /** Reads the fields that belong to this kind only; problems go to the reader, null when nothing can be made of it. */
  read(fields: ContentReader, base: BlockBase): B | null;
  /** All that a learner may read in it, for the linter's word count and reading checks. */
  prose(block: B): string[];
}
