import { msg } from '../../../platform/language/t.js';
import type { Block } from '../../blocks/block.js';
import { BLOCK_KINDS } from '../../blocks/kinds.js';
import { emptyQuestion, emptyScenario } from '../drafts/new-content.js';
import type { Posted } from './posted.js';

export type BlockKindName = Block['kind'];

export const BLOCK_KIND_NAMES = Object.keys(BLOCK_KINDS) as BlockKindName[];

/** What an author calls each kind, and what it is good for. */
export const BLOCK_WORDS: Record<BlockKindName, { name: string; use: string }> = {
  text: { name: msg('Text'), use: msg('A few paragraphs, with bold words and lists.') },
  image: { name: msg('Picture'), use: msg('With words for those who don’t see it.') },
  callout: { name: msg('Callout'), use: msg('One thing to try or to mind, set apart.') },
  scenario: { name: msg('Conversation'), use: msg('A customer, and choices that move them.') },
  check: { name: msg('Check'), use: msg('A question on the way, without marks.') },
};

const EMPTY: { [K in BlockKindName]: (key: string) => Extract<Block, { kind: K }> } = {
  text: (key) => ({ kind: 'text', key, text: '' }),
  image: (key) => ({ kind: 'image', key, src: '', alt: '', caption: null }),
  callout: (key) => ({ kind: 'callout', key, tone: 'tip', title: '', text: '' }),
  scenario: emptyScenario,
  check: (key) => ({ kind: 'check', key, question: emptyQuestion() }),
};

/** A block of which everything is still to be written. Its key is its kind until the lesson gives it another. */
export function newBlock(kind: BlockKindName): Block {
  return EMPTY[kind](kind);
}

export function isBlockKind(value: unknown): value is BlockKindName {
  return BLOCK_KIND_NAMES.some((kind) => kind === value);
}

/** The kind that a block's form says it is for; text for what is none. */
export function kindIn(posted: Posted): BlockKindName {
  return isBlockKind(posted.blockKind) ? posted.blockKind : 'text';
}
