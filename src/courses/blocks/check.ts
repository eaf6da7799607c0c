import type { Question } from '../../assessment/questions/question.js';
import { readQuestion } from '../../assessment/questions/question-content.js';
import type { BlockBase, BlockKind } from './block.js';

/** One question on the way, with feedback and without marks. */
export interface CheckBlock extends BlockBase {
  kind: 'check';
  question: Question;
}

export const checkKind: BlockKind<CheckBlock> = {
  read: (fields, base) => {
    const question = fields.adopt('question', readQuestion);
    return question === null ? null : { ...base, kind: 'check', question };
  },
  prose: ({ question }) => [question.text, ...question.options.flatMap((option) => [option.text, option.feedback])],
};
