import type { Question } from '../../../assessment/questions/question.js';
import type { QuizContent } from '../../../assessment/quizzes/quiz-content.js';
import type { ScenarioBlock } from '../../blocks/scenario.js';
import type { DraftContent } from './draft-content.js';

/** What a new course starts with: an address and a title. */
export interface NewCourse {
  slug: string;
  title: string;
  language: DraftContent['language'];
}

/** One empty lesson, and everything else still to write. */
export function emptyCourse({ slug, title, language }: NewCourse): DraftContent {
  return {
    slug,
    kind: 'course',
    title,
    summary: '',
    primaryDriver: null,
    drivers: [],
    minutes: null,
    language,
    completionRule: 'lessonsRead',
    validityMonths: null,
    lessons: [{ key: 'lesson-1', title: '', minutes: null, blocks: [] }],
    quiz: null,
  };
}

const THEME_DAY_QUESTIONS = 4;

/** The template of a theme day: one scenario and four questions in five minutes (product/courses.md). */
export function themeDayCourse(course: NewCourse): DraftContent {
  const scenario = emptyScenario('scenario');
  return {
    ...emptyCourse(course),
    kind: 'themeDay',
    minutes: 5,
    completionRule: 'both',
    lessons: [{ key: 'lesson-1', title: '', minutes: 3, blocks: [{ kind: 'text', key: 'text', text: '' }, scenario] }],
    quiz: { ...emptyQuiz(course.title), questions: emptyQuestions(course.slug, THEME_DAY_QUESTIONS) },
  };
}

/**
 * A course as the start of another. Its questions get keys of their own, since a key names one question in all courses.
 */
export function copyOf(content: DraftContent, { slug, title, language }: NewCourse): DraftContent {
  const quiz = content.quiz && {
    ...content.quiz,
    questions: content.quiz.questions.map((question, index) => ({ ...question, key: `${slug}-${index + 1}` })),
  };
  return { ...content, slug, title, language, quiz };
}

/** A conversation of two things that the customer says, to be filled in. */
export function emptyScenario(key: string): ScenarioBlock {
  const choice = (name: string) => ({ key: name, text: '', why: '', to: 'end' });
  return {
    kind: 'scenario',
    key,
    title: '',
    setting: '',
    customer: '',
    start: 'start',
    nodes: [
      { id: 'start', says: '', emotion: 'neutral', choices: [choice('a'), choice('b')], ending: null },
      { id: 'end', says: '', emotion: 'satisfied', choices: [], ending: '' },
    ],
  };
}

/** A single choice of three with nothing written; the first option is the right one until the author says otherwise. */
export function emptyQuestion(): Question {
  const option = (key: string, fraction: string) => ({ key, text: '', fraction, feedback: '' });
  return {
    kind: 'singleChoice',
    text: '',
    options: [option('a', '1'), option('b', '0'), option('c', '0')],
    feedback: { correct: '', partly: null, incorrect: '' },
  };
}

/** The settings that most quizzes have, and no question. */
export function emptyQuiz(title: string): QuizContent {
  return {
    title,
    passPercent: 75,
    attemptsAllowed: null,
    shuffleQuestions: true,
    shuffleOptions: true,
    behaviour: 'immediateFeedback',
    gradingMethod: 'highest',
    questions: [],
  };
}

function emptyQuestions(slug: string, howMany: number): QuizContent['questions'] {
  return Array.from({ length: howMany }, (_, index) => ({
    key: `${slug}-${index + 1}`,
    drivers: [],
    marks: 1,
    question: emptyQuestion(),
  }));
}
