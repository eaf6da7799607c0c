import { t } from '../../platform/language/t.js';
import type { BlockBase, BlockKind } from './block.js';

const TONES = ['tip', 'care'] as const;

/** A box set apart: `tip` is something to try, `care` something to mind. */
export interface CalloutBlock extends BlockBase {
  kind: 'callout';
  tone: (typeof TONES)[number];
  title: string;
  text: string;
}

export const calloutKind: BlockKind<CalloutBlock> = {
  read: (fields, base) => ({
    ...base,
    kind: 'callout',
    tone: fields.oneOf('tone', TONES),
    title: fields.text('title', t('a short heading'), 80),
    text: fields.text('text', t('what to try or to mind')),
  }),
  prose: (block) => [block.title, block.text],
};
