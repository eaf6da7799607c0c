import { t } from '../../../platform/language/t.js';
import { type Conflict, different } from '../conflict.presenter.js';
import type { ChangedMeanwhile } from '../drafts/changed-meanwhile.js';
import { quizEditorPath, quizSettingsPath } from './paths.js';
import type { QuizSettings } from './quiz-edits.js';
import { BEHAVIOUR_WORDS, GRADING_WORDS } from './quiz-words.js';

/** Both versions of the settings of a quiz. */
export function settingsConflict({ draft }: ChangedMeanwhile, mine: QuizSettings, body: unknown): Conflict {
  const theirs = draft.content.quiz;
  const row = (label: string, say: (settings: QuizSettings) => string) => ({
    label,
    mine: say(mine),
    theirs: theirs === null ? '' : say(theirs),
  });
  return {
    action: quizSettingsPath(draft.id),
    body,
    takePath: quizEditorPath(draft.id),
    rows: different([
      row(t('Title'), ({ title }) => title),
      row(t('Pass mark'), ({ passPercent }) => `${passPercent}%`),
      row(t('Attempts'), ({ attemptsAllowed }) => String(attemptsAllowed ?? t('As many attempts as they like'))),
      row(t('Feedback'), ({ behaviour }) => t(BEHAVIOUR_WORDS[behaviour])),
      row(t('What counts'), ({ gradingMethod }) => t(GRADING_WORDS[gradingMethod])),
      row(t('Questions shuffled'), ({ shuffleQuestions }) => (shuffleQuestions ? t('Yes') : t('No'))),
      row(t('Answers shuffled'), ({ shuffleOptions }) => (shuffleOptions ? t('Yes') : t('No'))),
    ]),
    faces: null,
    lang: draft.content.language === 'cy' ? 'cy' : null,
  };
}
