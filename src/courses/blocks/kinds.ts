import type { ContentReader } from '../../platform/content-reader.js';
import { t } from '../../platform/language/t.js';
import type { Block, BlockKind } from './block.js';
import { calloutKind } from './callout.js';
import { checkKind } from './check.js';
import { imageKind } from './image.js';
import { scenarioKind } from './scenario.js';
import { textKind } from './text.js';

/** Every kind of block, once. A new kind is a file beside this one and a line here; the compiler finds the rest. */
export const BLOCK_KINDS: { [K in Block['kind']]: BlockKind<Extract<Block, { kind: K }>> } = {
  text: textKind,
  image: imageKind,
  callout: calloutKind,
  scenario: scenarioKind,
  check: checkKind,
};

const KINDS = Object.keys(BLOCK_KINDS) as Block['kind'][];

/** Null when nothing can be made of it; the reader then holds why. */
export function readBlock(fields: ContentReader): Block | null {
  if (!KINDS.some((kind) => kind === fields.raw('kind'))) {
    fields.problem('kind', t('set “kind” to one of: {kinds}.', { kinds: KINDS.join(', ') }));
    return null;
  }
  const block = BLOCK_KINDS[fields.oneOf('kind', KINDS)].read(fields, { key: fields.key('key') });
  fields.close();
  return block;
}

/** All that a learner may read in a block. */
export function proseOf(block: Block): string[] {
  return (BLOCK_KINDS[block.kind] as BlockKind<Block>).prose(block);
}
