import { compare, ONE, toFraction, ZERO } from './fraction.js';
import { KINDS } from './kinds.js';
import { markAnswer } from './mark-answer.js';
import { type Outcome, OUTCOME_WORDS } from './outcome.js';
import { optionKeys } from './posted-answer.js';
import type { Answer, Option, Question } from './question.js';

/** A question that waits for an answer, ready to print (partial `answer-options`). */
export interface QuestionFace {
  text: string;
  hint: string;
  inputType: 'radio' | 'checkbox';
  options: { id: string; value: string; text: string; checked: boolean }[];
}

/** A question with its verdict, ready to print (partials `answer-verdict` and `verdict-foot`). */
export interface VerdictFace {
  text: string;
  outcome: Outcome;
  titleStart: string;
  heading: string;
  icon: string;
  isRight: boolean;
  /** Paragraphs, at least one: why it is so. */
  why: string[];
  options: OptionVerdict[];
}

export interface OptionVerdict {
  text: string;
  /** 'Best answer', 'Your answer'... said in words, never by colour alone; null for what was rightly left alone. */
  label: string | null;
  tone: 'right' | 'wrong' | null;
  icon: string | null;
  /** Only where several may be chosen; a single choice has its reason under the verdict. */
  feedback: string | null;
}

/** @param order option keys as this person sees them; the question's own order when absent. */
export function presentQuestion(
  question: Question,
  answer: Answer | null,
  order = optionKeys(question),
): QuestionFace {
  const kind = KINDS[question.kind];
  const options = inOrder(question, order).map((option, index) => ({
    id: index === 0 ? 'answer' : `answer-${index + 1}`,
    value: String(index + 1),
    text: option.text,
    checked: answer?.chosen.includes(option.key) ?? false,
  }));
  return { text: question.text, hint: kind.hint, inputType: kind.takesSeveral ? 'checkbox' : 'radio', options };
}

/** @param answer null for a question that was handed in without one: it shows the right answer and no blame. */
export function presentVerdict(question: Question, answer: Answer | null, order = optionKeys(question)): VerdictFace {
  const { outcome } = answer ? markAnswer(question, answer) : { outcome: 'incorrect' as const };
  const words = answer ? OUTCOME_WORDS[outcome] : { title: 'Not answered', heading: 'Not answered', icon: 'info' };
  const several = KINDS[question.kind].takesSeveral;
  const chosen = inOrder(question, order).filter((option) => answer?.chosen.includes(option.key));
  const reasons = [...(several ? [] : chosen.map((option) => option.feedback)), combined(question, outcome)];
  return {
    text: question.text,
    outcome,
    titleStart: words.title,
    heading: words.heading,
    icon: words.icon,
    isRight: outcome === 'correct',
    why: reasons.map((reason) => withoutHeading(reason, words.heading)),
    options: inOrder(question, order).map((option) => optionVerdict(option, chosen.includes(option), several)),
  };
}

function optionVerdict(option: Option, isChosen: boolean, several: boolean): OptionVerdict {
  const isRight = compare(toFraction(option.fraction), ZERO) > 0;
  const isBest = isRight && (several || compare(toFraction(option.fraction), ONE) === 0);
  const feedback = several && (isChosen || isRight) ? option.feedback : null;
  if (isBest) {
    const label = several ? (isChosen ? 'Your answer, and right' : 'Also right') : 'Best answer';
    return { text: option.text, label, tone: 'right', icon: 'tick-c', feedback };
  }
  if (!isChosen) return { text: option.text, label: null, tone: null, icon: null, feedback };
  if (isRight) return { text: option.text, label: 'Your answer, partly right', tone: null, icon: 'info', feedback };
  return { text: option.text, label: 'Your answer', tone: 'wrong', icon: 'cross-c', feedback };
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
