import { compare, divide, type Fraction, fraction, multiply, sum, toFraction, ZERO } from '../questions/fraction.js';
import { KINDS } from '../questions/kinds.js';
import type { Question } from '../questions/question.js';
import type { QuizContent } from './quiz-content.js';

/** The share of all marks that somebody gets who always chooses the best. */
export function reachable({ questions }: QuizContent): Fraction {
  const marks = questions.map((question) => fraction(BigInt(question.marks)));
  const earned = questions.map(({ question }, index) => multiply(marks[index]!, bestOf(question)));
  const total = sum(marks);
  return compare(total, ZERO) > 0 ? divide(sum(earned), total) : ZERO;
}

function bestOf({ kind, options }: Question): Fraction {
  const shares = options.map((option) => toFraction(option.fraction));
  const right = shares.filter((share) => compare(share, ZERO) > 0);
  const highest = right.reduce((best, share) => (compare(share, best) > 0 ? share : best), ZERO);
  return KINDS[kind].takesSeveral ? KINDS[kind].mark(right) : highest;
}
