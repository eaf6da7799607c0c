import { t } from '../../platform/language/t.js';
import { compare, ONE, toFraction, ZERO } from './fraction.js';
import { KINDS } from './kinds.js';
import { markAnswer } from './mark-answer.js';
import { NOT_ANSWERED, type Outcome, OUTCOME_WORDS } from './outcome.js';
import { ANSWER_FIELD, optionKeys } from './posted-answer.js';
import type { Answer, Option, Question } from './question.js';

/** A question that waits for an answer: the parameters of the partial `answer-options`. */
export interface QuestionFace {
  name: string;
  question: string;
  hint: string;
  several: boolean;
  options: { value: string; text: string; checked: boolean }[];
}

/** A question with its verdict: the parameters of the partials `answer-cards` and `feedback-bar`. */
export interface VerdictFace {
  question: string;
  outcome: Outcome;
  /** How the browser's title begins, so that a screen reader says the verdict first. */
  titleStart: string;
  heading: string;
  /** Green with a tick; anything else is amber, never red. */
  isRight: boolean;
  why: string;
  options: OptionVerdict[];
}

export interface OptionVerdict {
  css: 'right' | 'wrong' | 'missed' | '';
  icon: 'tick-c' | 'cross-c' | 'info' | null;
  /** 'Best answer', 'Your answer'... said in words, never by colour alone; null for what was rightly left alone. */
  label: string | null;
  text: string;
  /** Only where several may be chosen; a single choice has its reason under the verdict. */
  feedback: string | null;
}

/** @param order option keys as this person sees them; the question's own order when absent. */
export function presentQuestion(
  question: Question,
  answer: Answer | null,
  order: readonly string[] = optionKeys(question),
): QuestionFace {
  const { hint, takesSeveral } = KINDS[question.kind];
  const options = inOrder(question, order).map((option, index) => ({
    value: String(index + 1),
    text: option.text,
    checked: answer?.chosen.includes(option.key) ?? false,
  }));
  return { name: ANSWER_FIELD, question: question.text, hint: t(hint), several: takesSeveral, options };
}

/** @param answer null for a question that was handed in without one: it shows the right answer and no blame. */
export function presentVerdict(
  question: Question,
  answer: Answer | null,
  order: readonly string[] = optionKeys(question),
): VerdictFace {
  const outcome = answer ? markAnswer(question, answer).outcome : 'incorrect';
  const message = answer ? OUTCOME_WORDS[outcome] : NOT_ANSWERED;
  const words = { titleStart: t(message.titleStart), heading: t(message.heading) };
  const isChosen = (option: Option) => answer?.chosen.includes(option.key) ?? false;
  const several = KINDS[question.kind].takesSeveral;
  const options = inOrder(question, order);
  const reasons = [...(several ? [] : options.filter(isChosen).map((o) => o.feedback)), combined(question, outcome)];
  return {
    question: question.text,
    outcome,
    ...words,
    isRight: outcome === 'correct',
    why: reasons.map((reason) => withoutHeading(reason, words.heading)).join(' '),
    options: options.map((option) => (several ? tickedVerdict : chosenVerdict)(option, isChosen(option))),
  };
}

/** Where one answer is chosen there is a best one; another may still earn a part. */
function chosenVerdict({ text, fraction }: Option, isChosen: boolean): OptionVerdict {
  const face = { text, feedback: null };
  const share = toFraction(fraction);
  if (compare(share, ONE) === 0) return { ...face, css: 'right', icon: 'tick-c', label: t('Best answer') };
  if (!isChosen) return { ...face, css: '', icon: null, label: null };
  if (compare(share, ZERO) > 0) return { ...face, css: '', icon: 'info', label: t('Your answer, partly right') };
  return { ...face, css: 'wrong', icon: 'cross-c', label: t('Your answer') };
}

/** Where several may be ticked, each is right or not by itself and says why. */
function tickedVerdict({ text, fraction, feedback }: Option, isChosen: boolean): OptionVerdict {
  const isRight = compare(toFraction(fraction), ZERO) > 0;
  if (isRight && isChosen) return { text, feedback, css: 'right', icon: 'tick-c', label: t('Your answer, and right') };
  if (isRight) return { text, feedback, css: 'missed', icon: 'tick-c', label: t('Also right') };
  if (isChosen) return { text, feedback, css: 'wrong', icon: 'cross-c', label: t('Your answer') };
  return { text, feedback: null, css: '', icon: null, label: null };
}

function combined({ feedback }: Question, outcome: Outcome): string {
  return outcome === 'partly' ? (feedback.partly ?? feedback.incorrect) : feedback[outcome];
}

/** The heading has already said “Not quite”; hearing it twice sounds like nagging. */
function withoutHeading(reason: string, heading: string): string {
  return reason.startsWith(`${heading}. `) ? reason.slice(heading.length + 2) : reason;
}

function inOrder(question: Question, order: readonly string[]): Option[] {
  return order.flatMap((key) => question.options.filter((option) => option.key === key));
}
