import type { Rehearsed } from '../../assessment/attempts/rehearsals.service.js';
import type { AttemptPaths } from '../../assessment/paths.js';
import type { QuizContent } from '../../assessment/quizzes/quiz-content.js';
import type { Draft } from '../../courses/studio/drafts/draft.js';
import { t } from '../../platform/language/t.js';
import { previewEndPath, previewLessonPath, previewQuizPath } from './paths.js';
import { type PreviewState, withChosen, writeState } from './preview-state.js';

/** Stands in the state once the quiz is handed in; no question has this number. */
const HANDED_IN = 'handed-in';

export const handedIn = (state: PreviewState): PreviewState => withChosen(state, HANDED_IN, ['yes']);

/** A quiz without a question is none to look at. */
export function hasQuestions({ content }: Pick<Draft, 'content'>): boolean {
  return (content.quiz?.questions.length ?? 0) > 0;
}

/** The quiz of a draft with what an author has answered so far. */
export function rehearsed(draft: Draft, quiz: QuizContent, state: PreviewState): Rehearsed {
  const answers = [...state.chosen].flatMap(([key, chosen]): [number, readonly string[]][] =>
    /^[1-9]\d?$/.test(key) ? [[Number(key), chosen]] : [],
  );
  return {
    quiz: { ...quiz, title: quiz.title || t('Quiz'), questions: quiz.questions.map(withWords) },
    answers: new Map(answers),
    handedIn: state.chosen.has(HANDED_IN),
    paths: pathsOf(draft.id, writeState(state)),
    context: {
      title: draft.content.title || t('Untitled course'),
      leavePath: previewLessonPath(draft.id, 1),
      nextPath: previewEndPath(draft.id),
      nextLabel: t('Continue'),
    },
  };
}

function pathsOf(draftId: number, state: string): AttemptPaths {
  const path = (page: Parameters<typeof previewQuizPath>[1]) => previewQuizPath(draftId, page, state);
  return {
    question: path,
    handIn: path('hand-in'),
    submission: path('submission'),
    result: path('result'),
    retakes: path('retakes'),
  };
}

/** Words in the place of those that are still to be written. */
function withWords(asked: QuizContent['questions'][number]): QuizContent['questions'][number] {
  const { question } = asked;
  const options = question.options.map((option) => ({ ...option, text: option.text || t('Nothing written yet') }));
  return { ...asked, question: { ...question, text: question.text || t('Nothing asked yet'), options } };
}
