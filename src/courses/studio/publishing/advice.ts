import { compare, toFraction, toPercent, ZERO } from '../../../assessment/questions/fraction.js';
import type { QuizContent } from '../../../assessment/quizzes/quiz-content.js';
import { reachable } from '../../../assessment/quizzes/reachable.js';
import { t } from '../../../platform/language/t.js';
import { lintLesson, lintQuestion } from '../../content/linter.js';
import type { DraftContent } from '../drafts/draft-content.js';
import { inLesson, inQuestion, inQuiz, type Remark } from './spot.js';

/** What an author would do well to look at, each with its place. Nothing here keeps a course from being published. */
export function adviceFor({ lessons, quiz }: DraftContent): Remark[] {
  return [
    ...lessons.flatMap((lesson, index) => [
      ...lintLesson(lesson, t('Lesson {n}', { n: String(index + 1) })).map((sentence) => ({
        sentence,
        spot: inLesson(index + 1),
      })),
      ...lesson.blocks.flatMap((block) =>
        block.kind === 'check'
          ? lintQuestion(block.question).map((sentence) => ({ sentence, spot: inLesson(index + 1, block.key) }))
          : [],
      ),
    ]),
    ...(quiz === null ? [] : quizAdvice(quiz)),
  ];
}

export function quizAdvice(quiz: QuizContent): Remark[] {
  return [
    ...settingsAdvice(quiz).map((sentence) => ({ sentence, spot: inQuiz('passPercent') })),
    ...quiz.questions.flatMap(({ key, question }) =>
      lintQuestion(question).map((sentence) => ({ sentence, spot: inQuestion(key) })),
    ),
  ];
}

export function settingsAdvice(quiz: QuizContent): string[] {
  if (quiz.questions.length === 0) return [];
  const best = toPercent(reachable(quiz));
  return [
    ...(best < quiz.passPercent
      ? [
          t('The pass mark of {pass}% can’t be reached: with every answer right it comes to {best}%.', {
            pass: String(quiz.passPercent),
            best: String(best),
          }),
        ]
      : []),
    ...(quiz.passPercent === 0 ? [t('The pass mark is 0%: handing in without an answer passes.')] : []),
    ...(alwaysFirst(quiz) ? [t('The right answer is always the first one. Shuffle the answers or move some.')] : []),
  ];
}

function alwaysFirst({ shuffleOptions, questions }: QuizContent): boolean {
  const choices = questions.filter(({ question }) => question.kind === 'singleChoice');
  if (shuffleOptions || choices.length < 3) return false;
  return choices.every(
    ({ question }) => question.options[0] && compare(toFraction(question.options[0].fraction), ZERO) > 0,
  );
}
