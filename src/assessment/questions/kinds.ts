import type { KindRules } from './kind-rules.js';
import { multipleChoice } from './multiple-choice.js';
import type { QuestionKind } from './question.js';
import { singleChoice } from './single-choice.js';
import { trueFalse } from './true-false.js';

/** Every kind of question. A new kind is a file beside these and a line here; the compiler names whatever is missing. */
export const KINDS: Record<QuestionKind, KindRules> = { singleChoice, multipleChoice, trueFalse };
