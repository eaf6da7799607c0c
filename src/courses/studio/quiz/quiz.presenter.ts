import { KIND_NAMES } from '../../../assessment/questions/question-form-view.js';
import { QUESTION_KINDS } from '../../../assessment/questions/question.js';
import type { QuizContent, QuizQuestion } from '../../../assessment/quizzes/quiz-content.js';
import { DRIVER_NAMES } from '../../../platform/drivers.js';
import { t } from '../../../platform/language/t.js';
import { can } from '../../../platform/permissions.js';
import { sayList } from '../../../platform/say.js';
import { presentProblems, type Problem } from '../../../platform/web/form.js';
import { lintQuestion } from '../../content/linter.js';
import { draftPath, draftPreviewPath } from '../paths.js';
import { settingsAdvice } from '../publishing/advice.js';
import { quizQuestionGaps } from '../publishing/quiz-gaps.js';
import { type BarFacts, courseName, presentBar } from '../studio-bar.presenter.js';
import { studioPermissions } from '../studio.policy.js';
import { quizDeletionPath, quizEditorPath, quizQuestionPath, quizQuestionsPath, quizSettingsPath } from './paths.js';
import { BEHAVIOUR_WORDS, GRADING_WORDS, KIND_USES } from './quiz-words.js';

/**
 * The quiz of a draft: how it works, its questions and what can be done to them, and what to look at.
 * @param newKey for the next question
 */
export function presentQuiz(facts: BarFacts, newKey: string, problems: readonly Problem[]) {
  const { draft, actor } = facts;
  const { quiz, language } = draft.content;
  return {
    title: t('Quiz: {course}', { course: courseName(draft) }),
    bar: presentBar(facts, [{ text: t('Quiz') }]),
    problems: presentProblems(problems),
    heading: quiz?.title || t('Quiz'),
    lang: language === 'cy' ? 'cy' : null,
    mayWrite: can(actor, studioPermissions.write),
    revision: draft.revision,
    newKey,
    addPath: quizEditorPath(draft.id),
    quiz: quiz && presentContent(quiz, draft.id),
    questionsPath: quizQuestionsPath(draft.id),
    kinds: QUESTION_KINDS.map((kind) => ({ kind, name: t(KIND_NAMES[kind]), use: t(KIND_USES[kind]) })),
    previewPath: `${draftPreviewPath(draft.id)}?part=quiz`,
    coursePath: draftPath(draft.id),
  };
}

function presentContent(quiz: QuizContent, draftId: number) {
  return {
    settings: saySettings(quiz),
    settingsPath: quizSettingsPath(draftId),
    deletionPath: quizDeletionPath(draftId),
    hints: settingsAdvice(quiz),
    questions: quiz.questions.map((question, index) =>
      row(question, index, { draftId, last: index === quiz.questions.length - 1 }),
    ),
  };
}

function saySettings(quiz: QuizContent): string[] {
  const marks = quiz.questions.reduce((sum, question) => sum + question.marks, 0);
  const shuffles = [
    ...(quiz.shuffleQuestions ? [t('the questions')] : []),
    ...(quiz.shuffleOptions ? [t('the answers')] : []),
  ];
  return [
    t('{marks, plural, one {{pass}% of # mark passes} other {{pass}% of # marks passes}}', {
      marks,
      pass: String(quiz.passPercent),
    }),
    quiz.attemptsAllowed === null
      ? t('As many attempts as they like')
      : t('{n, plural, one {# attempt} other {# attempts}}', { n: quiz.attemptsAllowed }),
    t('Feedback: {when}', { when: t(BEHAVIOUR_WORDS[quiz.behaviour]) }),
    t(GRADING_WORDS[quiz.gradingMethod]),
    shuffles.length === 0 ? t('Nothing is shuffled') : t('Shuffled: {what}', { what: sayList(shuffles) }),
  ];
}

function row({ key, drivers, marks, question }: QuizQuestion, index: number, at: { draftId: number; last: boolean }) {
  const n = String(index + 1);
  return {
    key,
    name: t('Question {n}', { n }),
    text: question.text || t('Nothing asked yet'),
    hidden: ` ${t('question {n}', { n })}`,
    meta: [
      t(KIND_NAMES[question.kind]),
      t('{n, plural, one {# mark} other {# marks}}', { n: marks }),
      ...(drivers.length === 0 ? [] : [sayList(drivers.map((driver) => DRIVER_NAMES[driver]))]),
    ],
    path: quizQuestionPath(at.draftId, key),
    canUp: index > 0,
    canDown: !at.last,
    gaps: quizQuestionGaps({ key, drivers, marks, question }, index + 1, NOBODY_ELSES),
    hints: lintQuestion(question),
  };
}

/** Whose a key is, the page before publishing asks. */
const NOBODY_ELSES: ReadonlySet<string> = new Set();
