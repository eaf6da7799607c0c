import { draftQuizPath } from '../paths.js';

/** The quiz of a draft: its settings and its questions. */
export const quizEditorPath = (draftId: number) => draftQuizPath(draftId);

/** GET: the settings; POST: saves them, or gives the course a quiz. */
export const quizSettingsPath = (draftId: number) => `${draftQuizPath(draftId)}/settings`;

/** POST: the course has no quiz any more. */
export const quizDeletionPath = (draftId: number) => `${draftQuizPath(draftId)}/deletions`;

/** POST: adds a question. */
export const quizQuestionsPath = (draftId: number) => `${draftQuizPath(draftId)}/questions`;

/** One question; `moves`, `copies` and `deletions` below it are posted to. */
export const quizQuestionPath = (draftId: number, key: string) => `${quizQuestionsPath(draftId)}/${key}`;
