import type { QuizQuestion } from '../../../assessment/quizzes/quiz-content.js';
import { faceOf } from '../blocks/block-face.js';
import type { Posted } from '../blocks/posted.js';
import type { Conflict } from '../conflict.presenter.js';
import type { ChangedMeanwhile } from '../drafts/changed-meanwhile.js';
import { quizEditorPath, quizQuestionPath } from './paths.js';

/** A question as both wrote it, each as it would look. */
export function questionConflict({ draft }: ChangedMeanwhile, mine: QuizQuestion, posted: Posted): Conflict {
  const theirs = draft.content.quiz?.questions.find((question) => question.key === mine.key) ?? null;
  const path = quizQuestionPath(draft.id, mine.key);
  const face = (of: QuizQuestion, id: string) => ({ ...faceOf({ kind: 'check', ...of }), id });
  return {
    action: path,
    body: posted,
    takePath: theirs === null ? quizEditorPath(draft.id) : path,
    rows: null,
    faces: { mine: face(mine, 'mine-face'), theirs: theirs && face(theirs, 'theirs-face') },
    lang: draft.content.language === 'cy' ? 'cy' : null,
  };
}
