import { BEHAVIOURS } from '../../../assessment/quizzes/behaviour.js';
import { GRADING_METHODS } from '../../../assessment/quizzes/grading.js';
import type { QuizContent } from '../../../assessment/quizzes/quiz-content.js';
import { t } from '../../../platform/language/t.js';
import { presentProblems, type Problem } from '../../../platform/web/form.js';
import { settingsAdvice } from '../publishing/advice.js';
import { type BarFacts, courseName, presentBar } from '../studio-bar.presenter.js';
import { quizEditorPath, quizSettingsPath } from './paths.js';
import { BEHAVIOUR_WORDS, GRADING_WORDS } from './quiz-words.js';
import type { QuizSettings } from './quiz-edits.js';

/** How a quiz works, as a form. @param typed shown instead of what is saved, when it could not be saved */
export function presentQuizSettings(
  facts: BarFacts,
  quiz: QuizContent,
  problems: readonly Problem[],
  typed: Partial<QuizSettings> | null,
) {
  const { draft } = facts;
  const shown: Partial<QuizSettings> = typed ?? quiz;
  const view = presentProblems(problems);
  return {
    title: t('Quiz settings: {course}', { course: courseName(draft) }),
    bar: presentBar(facts, [{ text: t('Quiz'), href: quizEditorPath(draft.id) }, { text: t('Settings') }]),
    problems: view,
    errors: view?.by ?? {},
    lang: draft.content.language === 'cy' ? 'cy' : null,
    path: quizSettingsPath(draft.id),
    revision: draft.revision,
    form: {
      title: shown.title ?? '',
      passPercent: String(shown.passPercent ?? ''),
      attemptsAllowed: String(shown.attemptsAllowed ?? ''),
    },
    ...choices(shown),
    hints: settingsAdvice(quiz),
  };
}

/** What there is to choose from, and what is chosen. */
function choices(shown: Partial<QuizSettings>) {
  return {
    behaviours: BEHAVIOURS.map((value) => ({
      value,
      text: t(BEHAVIOUR_WORDS[value]),
      selected: value === shown.behaviour,
    })),
    gradings: GRADING_METHODS.map((value) => ({
      value,
      text: t(GRADING_WORDS[value]),
      selected: value === shown.gradingMethod,
    })),
    shuffles: [
      {
        name: 'shuffleQuestions',
        text: t('The questions come in another order for everybody'),
        checked: shown.shuffleQuestions === true,
      },
      {
        name: 'shuffleOptions',
        text: t('The answers come in another order for everybody'),
        checked: shown.shuffleOptions === true,
      },
    ],
  };
}
