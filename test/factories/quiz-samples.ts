import { randomUUID } from 'node:crypto';
import type { Attempt } from '../../src/assessment/attempts/attempt.js';
import { layOut } from '../../src/assessment/attempts/layout.js';
import { type Sheet, sheetOf } from '../../src/assessment/attempts/sheet.js';
import type { Question } from '../../src/assessment/questions/question.js';
import type { QuizContent } from '../../src/assessment/quizzes/quiz-content.js';
import type { QuizVersion } from '../../src/assessment/quizzes/quiz-version.js';
import { aMultipleChoice, aSingleChoice, aTrueFalse } from './questions.js';

const SETTINGS = {
  title: 'First words',
  passPercent: 60,
  attemptsAllowed: null,
  shuffleQuestions: false,
  shuffleOptions: false,
  behaviour: 'immediateFeedback',
  gradingMethod: 'highest',
} as const;

/** Three questions, one of each kind, one mark each; pass mark 60, nothing shuffled. */
export function quizContent({
  key = `quiz-${randomUUID()}`,
  ...change
}: Partial<QuizContent> & { key?: string } = {}): QuizContent {
  const questions = [aSingleChoice(), aMultipleChoice(), aTrueFalse()].map((question, index) => ({
    key: `${key}-${index + 1}`,
    drivers: ['friendly' as const],
    marks: 1,
    question: { ...question, text: `${question.text} (${index + 1})` },
  }));
  return { ...SETTINGS, questions, ...change };
}

/** A quiz version in memory, for pure rules. */
export function aQuizVersion(questions: Question[], change: Partial<QuizVersion> = {}): QuizVersion {
  const slots = questions.map((question, index) => ({ position: index + 1, maxMark: '1.0000000', question }));
  return { id: 1, quizId: 1, ...SETTINGS, slots, ...change };
}

/** An attempt in memory: `answers` by position; `checked` says whether they have been marked on the way. */
export function aSheet(
  quiz: QuizVersion,
  answers: Record<number, string[]> = {},
  change: Partial<Attempt> & { checked?: boolean } = {},
): Sheet {
  const at = new Date('2027-02-10T10:00:00Z');
  const { checked = true, ...rest } = change;
  const responses = Object.entries(answers).map(([position, chosen]) => ({
    position: Number(position),
    answer: { chosen },
    sequence: 1,
    savedAt: at,
    checkedAt: checked ? at : null,
  }));
  const attempt: Attempt = {
    id: '01950000-0000-7000-8000-000000000001',
    personId: 1,
    quizVersionId: quiz.id,
    number: 1,
    layout: layOut(quiz, 1),
    startedAt: at,
    submittedAt: null,
    mark: null,
    maxMark: null,
    passed: null,
    answersErased: false,
    responses,
    ...rest,
  };
  return sheetOf(attempt, quiz);
}
