import { asKind, TRUE_FALSE_WORDS } from '../../../assessment/questions/question-edits.js';
import type { QuestionKind } from '../../../assessment/questions/question.js';
import type { QuizContent, QuizQuestion } from '../../../assessment/quizzes/quiz-content.js';
import { RuleBroken } from '../../../platform/errors.js';
import { t } from '../../../platform/language/t.js';
import type { DraftContent } from '../drafts/draft-content.js';
import { insertedAfter, moved, without } from '../drafts/in-order.js';
import { emptyQuestion, emptyQuiz } from '../drafts/new-content.js';

/**
 * What can be done to the quiz of a draft. Pure; questions are named by key, so nobody's move hits another's question. A new
 * question's key comes with the form, so that a form sent twice adds one.
 */

export type QuizSettings = Omit<QuizContent, 'questions'>;

/** Gives the course a quiz, and makes passing it a part of finishing the course. */
export function addQuiz(draft: DraftContent): DraftContent {
  if (draft.quiz !== null) return draft;
  const completionRule = draft.completionRule === 'lessonsRead' ? 'both' : draft.completionRule;
  return { ...draft, completionRule, quiz: emptyQuiz(draft.title) };
}

/** A course without a quiz is finished by reading. */
export function removeQuiz(draft: DraftContent): DraftContent {
  return { ...draft, completionRule: 'lessonsRead', quiz: null };
}

export function changeSettings(draft: DraftContent, settings: QuizSettings): DraftContent {
  return changeQuiz(draft, (quiz) => ({ ...quiz, ...settings }));
}

/** An empty question at the end, for the course's main driver. */
export function addQuestion(draft: DraftContent, kind: QuestionKind, key: string): DraftContent {
  const question = asKind(emptyQuestion(), kind, TRUE_FALSE_WORDS[draft.language]);
  const drivers = draft.primaryDriver === null ? [] : [draft.primaryDriver];
  return changeQuestions(draft, (questions) =>
    questions.some((each) => each.key === key) ? questions : [...questions, { key, drivers, marks: 1, question }],
  );
}

/** A question that somebody deleted while it was being written comes back at the end, so that nothing written is lost. */
export function putQuestion(draft: DraftContent, question: QuizQuestion): DraftContent {
  return changeQuestions(draft, (questions) =>
    questions.some(({ key }) => key === question.key)
      ? questions.map((each) => (each.key === question.key ? question : each))
      : [...questions, question],
  );
}

export function moveQuestion(draft: DraftContent, key: string, way: 'up' | 'down'): DraftContent {
  return changeQuestions(draft, (questions) => moved(questions, key, way));
}

/** The copy stands right behind. */
export function copyQuestion(draft: DraftContent, key: string, newKey: string): DraftContent {
  return changeQuestions(draft, (questions) => {
    const original = questions.find((question) => question.key === key);
    if (original === undefined || questions.some((question) => question.key === newKey)) return questions;
    return insertedAfter(questions, key, { ...original, key: newKey });
  });
}

export function deleteQuestion(draft: DraftContent, key: string): DraftContent {
  return changeQuestions(draft, (questions) => without(questions, key));
}

function changeQuestions(draft: DraftContent, change: (questions: QuizQuestion[]) => QuizQuestion[]): DraftContent {
  return changeQuiz(draft, (quiz) => ({ ...quiz, questions: change(quiz.questions) }));
}

function changeQuiz(draft: DraftContent, change: (quiz: QuizContent) => QuizContent): DraftContent {
  if (draft.quiz === null) {
    throw new RuleBroken(t('Somebody took the quiz out of this course. Undo that on the course’s page first.'));
  }
  return { ...draft, quiz: change(draft.quiz) };
}
