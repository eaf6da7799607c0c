import type { Block } from '../../blocks/block.js';
import { type Posted, textIn, textsIn } from './posted.js';

/**
 * Where an author stands after a press on a block's form: null for the lesson, '' for the block's own page, or a spot on it.
 * Who saves is done; who asks for more room, or whose browser saves by itself, goes on writing.
 */
export function spotAfter(block: Block | null, posted: Posted): string | null {
  const [act = '', id = ''] = textIn(posted, 'do').split(' ');
  const added = addedPart(block, posted);
  if (added !== null) return `#${added}`;
  if (act === '' || act === 'save') return null;
  return ['addChoice', 'removeChoice', 'endHere', 'goOnHere'].includes(act) ? `#node-${id}` : '';
}

/** What this press added to the form, to go on there. */
function addedPart(block: Block | null, posted: Posted): string | null {
  if (block?.kind === 'scenario') return addedNode(block, posted);
  if (block?.kind !== 'check' || posted.do !== 'addOption') return null;
  return `option-${block.question.options.at(-1)?.key ?? ''}`;
}

/** The turn that this press added: the last one that the form did not know. */
function addedNode(block: Extract<Block, { kind: 'scenario' }>, posted: Posted): string | null {
  const known = textsIn(posted, 'node');
  const id = block.nodes.filter((node) => !known.includes(node.id)).at(-1)?.id;
  return id === undefined ? null : `node-${id}`;
}
