import type { QuizContent, QuizQuestion } from '../../../assessment/quizzes/quiz-content.js';
import { t } from '../../../platform/language/t.js';
import { questionGaps } from './question-gaps.js';
import { inQuestion, inQuiz, type Remark } from './spot.js';

/**
 * What is missing in a quiz and its questions.
 * @param foreign keys under which another course keeps its questions
 */
export function quizGaps(quiz: QuizContent | null, foreign: ReadonlySet<string>): Remark[] {
  if (quiz === null) return [];
  return [
    ...(quiz.title === '' ? [{ sentence: t('The quiz has no title.'), spot: inQuiz('title') }] : []),
    ...(quiz.questions.length === 0 ? [{ sentence: t('The quiz has no question.'), spot: inQuiz('questions') }] : []),
    ...quiz.questions.flatMap((question, index) =>
      quizQuestionGaps(question, index + 1, foreign).map((sentence) => ({ sentence, spot: inQuestion(question.key) })),
    ),
  ];
}

/** @param number the question's place in the quiz, from 1 */
export function quizQuestionGaps(question: QuizQuestion, number: number, foreign: ReadonlySet<string>): string[] {
  const name = t('Question {n}', { n: String(number) });
  return [
    ...questionGaps(question.question, name),
    ...(question.drivers.length === 0 ? [t('{name} has no driver.', { name })] : []),
    ...(foreign.has(question.key)
      ? [t('{name} is kept under a name of another course. Duplicate it and delete this one.', { name })]
      : []),
  ];
}
