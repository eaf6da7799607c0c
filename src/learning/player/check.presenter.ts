import { presentQuestion, presentVerdict, type VerdictFace } from '../../assessment/questions/present-question.js';
import type { Answer, Question } from '../../assessment/questions/question.js';
import type { CheckBlock } from '../../courses/blocks/check.js';
import type { BlockSetting } from './player-blocks.presenter.js';

/** A question on the way: still to answer, or with its verdict. */
export interface CheckView {
  id: string;
  version: number;
  asking: {
    path: string;
    question: string;
    hint: string;
    several: boolean;
    options: OptionField[];
    problem: string | null;
  } | null;
  verdict: (VerdictFace & { againPath: string }) | null;
}

/** Ids start with the block's key, since one page may hold several checks. */
interface OptionField {
  id: string;
  value: string;
  text: string;
}

export function presentCheck(block: CheckBlock, setting: BlockSetting): CheckView {
  const answer = answerIn(block.question, setting.answer);
  const path = (what: 'answers' | 'restarts') => setting.path(block.key, what);
  const base = { id: block.key, version: setting.versionId };
  if (answer !== null) {
    return {
      ...base,
      asking: null,
      verdict: { ...presentVerdict(block.question, answer), againPath: path('restarts') },
    };
  }
  const { question, hint, several, options } = presentQuestion(block.question, null);
  const fields = options.map(({ value, text }) => ({ id: `${block.key}-${value}`, value, text }));
  return {
    ...base,
    asking: { path: path('answers'), question, hint, several, options: fields, problem: setting.problem },
    verdict: null,
  };
}

/** A stored answer, when it still fits the question; null asks again. */
function answerIn(question: Question, stored: unknown): Answer | null {
  const chosen: unknown = typeof stored === 'object' && stored !== null && 'chosen' in stored ? stored.chosen : null;
  if (!Array.isArray(chosen)) return null;
  const known = question.options.map((option) => option.key).filter((key) => chosen.includes(key));
  return known.length > 0 ? { chosen: known } : null;
}
