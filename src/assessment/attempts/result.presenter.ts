import { sayNumber } from '../../platform/say.js';
import { msg, t } from '../../platform/language/t.js';
import { toFraction, toPercent } from '../questions/fraction.js';
import { outcomeOf } from '../questions/outcome.js';
import { attemptsLeft } from '../quizzes/attempts-allowed.js';
import type { GradingMethod } from '../quizzes/grading.js';
import type { AttemptContext } from './attempt-hosts.service.js';
import type { HandedInAttempt } from './attempts.queries.js';
import { gradeAfter, shareOf, shareOfMark } from './marks.js';
import { type PlayerBar, playerBar } from './player.js';
import type { Item, Sheet } from './sheet.js';

export interface ResultPage {
  title: string;
  player: PlayerBar;
  heading: string;
  passed: boolean;
  result: { number: string; sentence: string; interval: string };
  /** Which score counts, where it is not this one. */
  gradeLine: string | null;
  lookAgain: { text: string; path: string }[];
  /** Said instead of the answers when their time is over. */
  erased: string | null;
  next: { text: string; path: string };
  retake: { path: string; text: string } | null;
}

const COUNTS: Record<GradingMethod, string> = {
  highest: msg('Your best score counts: {grade}%.'),
  average: msg('The average of your scores counts: {grade}%.'),
  first: msg('Your first score counts: {grade}%.'),
  last: msg('Your latest score counts: {grade}%.'),
};

/**
 * How an attempt went.
 * @param handedIn all that this person has handed in at this quiz version, the earliest first
 */
export function presentResult(sheet: Sheet, context: AttemptContext, handedIn: readonly HandedInAttempt[]): ResultPage {
  const { attempt, paths, quiz } = sheet;
  const marks = handedIn.filter((each) => each.number <= attempt.number);
  const passed = attempt.passed === true;
  const own = { mark: attempt.mark ?? '0', maxMark: attempt.maxMark ?? '1' };
  const percent = Math.max(0, toPercent(shareOfMark(own)));
  const grade = toPercent(gradeAfter(quiz, marks) ?? toFraction('0'));
  const heading = passed ? t('You passed') : t('Not yet');
  return {
    title: t('{heading}: {percent}%, {quiz}', { heading, percent: String(percent), quiz: context.title }),
    player: playerBar(sheet, context, null),
    heading,
    passed,
    result: {
      number: `${percent}%`,
      sentence: t('{all, plural, one {{mark} of # mark} other {{mark} of # marks}}', {
        mark: sayMark(own.mark),
        all: Number(own.maxMark),
      }),
      interval: t('The pass mark is {percent}%.', { percent: String(quiz.passPercent) }),
    },
    gradeLine: grade === percent ? null : t(COUNTS[quiz.gradingMethod], { grade: String(Math.max(0, grade)) }),
    erased: attempt.answersErased ? t('What you answered was deleted after its time. The result stays.') : null,
    lookAgain: (attempt.answersErased ? [] : sheet.items.filter(worthALook)).map(({ number, question }) => ({
      text: t('Question {n}: {question}', { n: String(number), question: question.text }),
      path: paths.question(number),
    })),
    next: { text: context.nextLabel, path: context.nextPath },
    retake: retakeOf(sheet, handedIn.length, percent),
  };
}

function worthALook(item: Item): boolean {
  const share = shareOf(item);
  return share === null || outcomeOf(share) !== 'correct';
}

function retakeOf({ paths, quiz }: Sheet, used: number, percent: number): ResultPage['retake'] {
  const left = attemptsLeft(quiz.attemptsAllowed, used);
  if (left === 0 || percent === 100) return null;
  return {
    path: paths.retakes,
    text: left === null ? t('Try again') : t('{left, plural, other {Try again (# left)}}', { left }),
  };
}

/** '2', '1.5' or '1.67': as many decimals as it takes, two at most. */
function sayMark(mark: string): string {
  const value = Math.max(0, Number(mark));
  return sayNumber(value, Number.isInteger(value) ? 0 : Number.isInteger(value * 10) ? 1 : 2);
}
