import { presentQuestionForm } from '../../../assessment/questions/question-form-view.js';
import type { QuizQuestion } from '../../../assessment/quizzes/quiz-content.js';
import { DRIVER_NAMES, DRIVERS } from '../../../platform/drivers.js';
import { t } from '../../../platform/language/t.js';
import { presentProblems, type Problem } from '../../../platform/web/form.js';
import { lintQuestion } from '../../content/linter.js';
import { quizQuestionGaps } from '../publishing/quiz-gaps.js';
import { type BarFacts, courseName, presentBar } from '../studio-bar.presenter.js';
import { quizEditorPath, quizQuestionPath } from './paths.js';

interface QuestionPage {
  question: QuizQuestion;
  /** Its place in the quiz, from 1. */
  number: number;
  /** For the next question, where the author goes on with one. */
  newKey: string;
  problems: readonly Problem[];
  /** The marks as they were typed, when they could not be saved. */
  marks: string | null;
}

/** The form of one question of a quiz, with what is missing and what to look at. */
export function presentQuestionPage(facts: BarFacts, page: QuestionPage) {
  const { draft } = facts;
  const { question, number, problems } = page;
  const name = t('Question {n}', { n: String(number) });
  const view = presentProblems(problems);
  return {
    title: `${name}, ${courseName(draft)}`,
    bar: presentBar(facts, [{ text: t('Quiz'), href: quizEditorPath(draft.id) }, { text: name }]),
    problems: view,
    errors: view?.by ?? {},
    heading: name,
    path: quizQuestionPath(draft.id, question.key),
    backPath: `${quizEditorPath(draft.id)}#${question.key}`,
    revision: draft.revision,
    newKey: page.newKey,
    fields: presentQuestionForm(question.question, draft.content.language),
    marks: page.marks ?? String(question.marks),
    drivers: DRIVERS.map((driver) => ({
      value: driver,
      text: DRIVER_NAMES[driver],
      checked: question.drivers.includes(driver),
    })),
    gaps: quizQuestionGaps(question, number, new Set()),
    hints: lintQuestion(question.question),
  };
}
