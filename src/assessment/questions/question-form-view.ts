import { msg, t } from '../../platform/language/t.js';
import { compare, ONE, toFraction, ZERO } from './fraction.js';
import { type Question, QUESTION_KINDS, type QuestionKind } from './question.js';
import { FEWEST_OPTIONS, MOST_OPTIONS } from './question-edits.js';
import { rightKeys } from './question-form.js';

export const KIND_NAMES: Record<QuestionKind, string> = {
  singleChoice: msg('One right answer'),
  multipleChoice: msg('Several right answers'),
  trueFalse: msg('True or false'),
};

/** The parameters of the partial `question-fields`. */
export function presentQuestionForm(question: Question, language: 'en' | 'cy' = 'en') {
  const right = rightKeys(question);
  const several = question.kind === 'multipleChoice';
  const fixed = question.kind === 'trueFalse';
  return {
    kind: question.kind,
    kinds: QUESTION_KINDS.map((kind) => ({ value: kind, text: t(KIND_NAMES[kind]), selected: kind === question.kind })),
    lang: language === 'cy' ? 'cy' : null,
    text: question.text,
    several,
    fixed,
    options: question.options.map((option, index) => {
      const legend = fixed ? option.text : t('Answer {n}', { n: String(index + 1) });
      return {
        ...option,
        legend,
        hidden: ` (${legend})`,
        textId: `optionText-${option.key}`,
        whyId: `optionWhy-${option.key}`,
        isRight: right.includes(option.key),
        part: several ? null : partOf(option.fraction),
        remove: !fixed && question.options.length > FEWEST_OPTIONS ? `removeOption ${option.key}` : null,
      };
    }),
    canAdd: !fixed && question.options.length < MOST_OPTIONS,
    feedback: { ...question.feedback, partly: question.feedback.partly ?? '' },
  };
}

/** Where a file gave a part of the mark to an answer that is not the best, the form says so and keeps it. */
function partOf(share: string): string | null {
  const part = toFraction(share);
  if (compare(part, ZERO) === 0 || compare(part, ONE) === 0) return null;
  return t('This answer earns {share} of the mark.', { share });
}
