import { t } from '../../platform/language/t.js';
import type { BlockBase, BlockKind } from './block.js';

/** A few paragraphs in Markdown. */
export interface TextBlock extends BlockBase {
  kind: 'text';
  text: string;
}

export const textKind: BlockKind<TextBlock> = {
  read: (fields, base) => ({ ...base, kind: 'text', text: fields.text('text', t('what the learner reads')) }),
  prose: (block) => [block.text],
};
