import { add, divide, type Fraction, multiply, sum, toDecimal, toFraction, ZERO } from '../questions/fraction.js';
import { markAnswer } from '../questions/mark-answer.js';
import { gradeOf, reachesPassMark } from '../quizzes/grading.js';
import type { QuizVersion } from '../quizzes/quiz-version.js';
import type { Item, Sheet } from './sheet.js';

/** What an attempt earns: decimals as they are stored. */
export interface AttemptMarks {
  mark: string;
  maxMark: string;
  /** Share of the mark per answered slot, by position. */
  fractions: { position: number; fraction: string }[];
}

/** Share of a slot's mark that its answer earns; null without an answer. */
export function shareOf({ question, response }: Item): Fraction | null {
  return response ? markAnswer(question, response.answer).fraction : null;
}

/**
 * Marks everything an attempt holds; a question without an answer earns nothing. Worked example: a third of 2 marks and
 * the whole of 1 is 1.6666667 of 3.
 */
export function markSheet({ items }: Sheet): AttemptMarks {
  const earned = items.map((item) => multiply(shareOf(item) ?? ZERO, toFraction(item.maxMark)));
  const possible = items.map((item) => toFraction(item.maxMark));
  return {
    mark: toDecimal(earned.reduce(add, ZERO)),
    maxMark: toDecimal(sum(possible)),
    fractions: items.flatMap((item) => {
      const share = shareOf(item);
      return share ? [{ position: item.position, fraction: toDecimal(share) }] : [];
    }),
  };
}

export interface StoredMark {
  mark: string;
  maxMark: string;
}

export function shareOfMark({ mark, maxMark }: StoredMark): Fraction {
  return divide(toFraction(mark), toFraction(maxMark));
}

/** The grade after the last of these attempts, the earliest first; null when there is none. */
export function gradeAfter(quiz: Pick<QuizVersion, 'gradingMethod'>, marks: readonly StoredMark[]): Fraction | null {
  const [first, ...later] = marks.map(shareOfMark);
  return first ? gradeOf(quiz.gradingMethod, [first, ...later]) : null;
}

/** Whether the grade after the last of these attempts reaches the pass mark. */
export function passesAfter(quiz: QuizVersion, marks: readonly StoredMark[]): boolean {
  const grade = gradeAfter(quiz, marks);
  return grade !== null && reachesPassMark(grade, quiz.passPercent);
}
