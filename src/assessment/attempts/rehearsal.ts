import { toDecimal } from '../questions/fraction.js';
import { BEHAVIOUR_RULES } from '../quizzes/behaviour.js';
import type { QuizContent } from '../quizzes/quiz-content.js';
import type { QuizVersion } from '../quizzes/quiz-version.js';
import { optionKeys } from '../questions/posted-answer.js';
import type { AttemptPaths } from '../paths.js';
import type { Attempt, AttemptResponse } from './attempt.js';
import { markSheet, passesAfter } from './marks.js';
import { type Sheet, sheetOf } from './sheet.js';

/** What was chosen so far: option keys by the question's place in the quiz, from 1. */
export type RehearsedAnswers = ReadonlyMap<number, readonly string[]>;

/** Rehearsals have neither attempt nor quiz in the database. */
const NOBODY = 0;
const NEVER = new Date(0);

/**
 * A quiz laid out as an attempt that exists nowhere: questions and answers in their author's order, and what was chosen on
 * the way. Keys that a question does not have are left out.
 */
export function rehearsalSheet(
  quiz: QuizContent,
  answers: RehearsedAnswers,
  paths: AttemptPaths,
  handedIn = false,
): Sheet {
  const version = versionOf(quiz);
  const attempt: Attempt = {
    id: '',
    personId: NOBODY,
    quizVersionId: NOBODY,
    number: 1,
    layout: version.slots.map(({ position, question }) => ({ position, options: optionKeys(question) })),
    startedAt: NEVER,
    submittedAt: null,
    mark: null,
    maxMark: null,
    passed: null,
    answersErased: false,
    responses: version.slots.flatMap((slot) => responseTo(version, slot, answers.get(slot.position) ?? [])),
  };
  const open = sheetOf(attempt, version, paths);
  if (!handedIn) return open;
  const { mark, maxMark } = markSheet(open);
  const passed = passesAfter(version, [{ mark, maxMark }]);
  return sheetOf({ ...attempt, submittedAt: NEVER, mark, maxMark, passed }, version, paths);
}

function versionOf({ questions, ...settings }: QuizContent): QuizVersion {
  const slots = questions.map(({ marks, question }, index) => ({
    position: index + 1,
    maxMark: toDecimal({ top: BigInt(marks), bottom: 1n }),
    question,
  }));
  return { id: NOBODY, quizId: NOBODY, ...settings, slots };
}

function responseTo(
  { behaviour }: QuizVersion,
  { position, question }: QuizVersion['slots'][number],
  keys: readonly string[],
): AttemptResponse[] {
  const chosen = optionKeys(question).filter((key) => keys.includes(key));
  if (chosen.length === 0) return [];
  const checkedAt = BEHAVIOUR_RULES[behaviour].checksEachAnswer ? NEVER : null;
  return [{ position, answer: { chosen }, sequence: 1, savedAt: null, checkedAt }];
}
