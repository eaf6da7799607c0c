import { readQuestionForm } from '../../../assessment/questions/question-form.js';
import type { Block } from '../../blocks/block.js';
import { type Posted, textIn } from './posted.js';
import { readScenarioForm } from './scenario-form.js';

type Readers = {
  [K in Block['kind']]: (
    block: Extract<Block, { kind: K }>,
    posted: Posted,
    language: 'en' | 'cy',
  ) => Extract<Block, { kind: K }>;
};

const READERS: Readers = {
  text: (block, posted) => ({ ...block, text: textIn(posted, 'text') }),
  image: (block, posted) => ({
    ...block,
    src: pictureIn(posted) ?? block.src,
    alt: textIn(posted, 'alt'),
    caption: textIn(posted, 'caption') || null,
  }),
  callout: (block, posted) => ({
    ...block,
    tone: posted.tone === 'care' ? 'care' : 'tip',
    title: textIn(posted, 'title'),
    text: textIn(posted, 'text'),
  }),
  scenario: readScenarioForm,
  check: (block, posted, language) => ({ ...block, question: readQuestionForm(posted, language) }),
};

/**
 * A block as its form says it should be. Nothing that was typed is refused; what is still to be written stays empty.
 * @param language of the course
 */
export function readBlockForm(block: Block, posted: Posted, language: 'en' | 'cy'): Block {
  const read = READERS[block.kind] as (block: Block, posted: Posted, language: 'en' | 'cy') => Block;
  return read(block, posted, language);
}

/** The lasting name of a picture that is kept already. */
function pictureIn(posted: Posted): string | null {
  const src = textIn(posted, 'src');
  return /^[a-z0-9][a-z0-9-]*\.(svg|png|jpg|webp)$/.test(src) && src.length <= 100 ? src : null;
}
