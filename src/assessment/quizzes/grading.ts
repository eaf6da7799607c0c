import { compare, divide, type Fraction, fraction, sum } from '../questions/fraction.js';

export const GRADING_METHODS = ['highest', 'average', 'first', 'last'] as const;

export type GradingMethod = (typeof GRADING_METHODS)[number];

type Shares = readonly [Fraction, ...Fraction[]];

const GRADES: Record<GradingMethod, (shares: Shares) => Fraction> = {
  highest: (shares) => shares.reduce((best, share) => (compare(share, best) > 0 ? share : best)),
  average: (shares) => divide(sum(shares), fraction(BigInt(shares.length))),
  first: (shares) => shares[0],
  last: (shares) => shares.at(-1)!,
};

/**
 * What a person's attempts at a quiz come to.
 * @param shares mark divided by maximum of each attempt handed in, the earliest first.
 */
export function gradeOf(method: GradingMethod, shares: Shares): Fraction {
  return GRADES[method](shares);
}

/** Worked example: 4 of 5 is 80 percent and passes a pass mark of 80. */
export function reachesPassMark(grade: Fraction, passPercent: number): boolean {
  return compare(grade, fraction(BigInt(passPercent), 100n)) >= 0;
}
