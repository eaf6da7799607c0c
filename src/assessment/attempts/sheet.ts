import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { type AttemptPaths, attemptPaths } from '../paths.js';
import type { Question } from '../questions/question.js';
import type { QuizVersion } from '../quizzes/quiz-version.js';
import type { Attempt, AttemptResponse } from './attempt.js';
import type { AttemptState, ResponseState } from './attempt-lifecycle.js';

/** An attempt laid over its quiz, in the order in which this person sees it. */
export interface Sheet {
  attempt: Attempt;
  quiz: QuizVersion;
  state: AttemptState;
  items: Item[];
  paths: AttemptPaths;
}

export interface Item {
  /** Its place on this person's screen, from 1: what addresses and words count by. */
  number: number;
  /** Its slot in the quiz: what rows count by. */
  position: number;
  question: Question;
  /** Option keys, top to bottom. */
  order: string[];
  /** Decimal text. */
  maxMark: string;
  response: AttemptResponse | null;
  state: ResponseState;
}

/** @param paths the attempt's own unless it is a rehearsal */
export function sheetOf(attempt: Attempt, quiz: QuizVersion, paths = attemptPaths(attempt.id)): Sheet {
  const items = attempt.layout.map(({ position, options }, index): Item => {
    const slot = quiz.slots.find((candidate) => candidate.position === position)!;
    const response = attempt.responses.find((candidate) => candidate.position === position) ?? null;
    const { question, maxMark } = slot;
    return { number: index + 1, position, question, order: options, maxMark, response, state: stateOf(response) };
  });
  return { attempt, quiz, state: attempt.submittedAt ? 'handedIn' : 'open', items, paths };
}

/** @throws NotFound for a number that this quiz does not have. */
export function itemAt(sheet: Sheet, number: number): Item {
  const item = sheet.items[number - 1];
  if (!item) throw new NotFound(t('This quiz has no such question.'));
  return item;
}

export function unanswered(sheet: Sheet): Item[] {
  return sheet.items.filter((item) => item.response === null);
}

/** Whether the learner may still give or change this answer. */
export function isAnswerable(sheet: Sheet, item: Item): boolean {
  return sheet.state === 'open' && item.state !== 'checked';
}

/** The next question without an answer after `number`, else the first one without; null when all the others have one. */
export function nextToAnswer(sheet: Sheet, number = 0): Item | null {
  const open = sheet.items.filter((item) => item.number !== number && item.response === null);
  return open.find((item) => item.number > number) ?? open[0] ?? null;
}

function stateOf(response: AttemptResponse | null): ResponseState {
  if (!response) return 'blank';
  return response.checkedAt ? 'checked' : 'held';
}
