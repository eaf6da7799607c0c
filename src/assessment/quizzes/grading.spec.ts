import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, fraction, type Fraction, sayFraction, toFraction } from '../questions/fraction.js';
import { GRADING_METHODS, gradeOf, type GradingMethod, reachesPassMark } from './grading.js';

const shares = (...texts: [string, ...string[]]) => texts.map(toFraction) as [Fraction, ...Fraction[]];

describe('the grade over several attempts', () => {
  it.each<[GradingMethod, string]>([
    ['highest', '9/10'],
    ['average', '7/10'],
    ['first', '1/2'],
    ['last', '7/10'],
  ])('by %s is %s', (method, grade) => {
    expect(sayFraction(gradeOf(method, shares('1/2', '9/10', '7/10')))).toBe(grade);
  });

  const someShares = fc
    .array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 })
    .map((twelfths) => twelfths.map((n) => fraction(BigInt(n), 12n)) as [Fraction, ...Fraction[]]);

  it('lies between the worst and the best attempt, and is the attempt itself when there is one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...GRADING_METHODS), someShares, (method, all) => {
        const sorted = [...all].sort(compare);
        const grade = gradeOf(method, all);
        expect(compare(grade, sorted[0]!)).toBeGreaterThanOrEqual(0);
        expect(compare(grade, sorted.at(-1)!)).toBeLessThanOrEqual(0);
        expect(gradeOf(method, [all[0]])).toEqual(all[0]);
      }),
    );
  });

  it('by highest never falls with another attempt', () => {
    fc.assert(
      fc.property(someShares, someShares, (earlier, later) => {
        const after = gradeOf('highest', [...earlier, ...later]);
        expect(compare(after, gradeOf('highest', earlier))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('the pass mark', () => {
  it.each([
    ['4/5', 80, true],
    ['7999999/10000000', 80, false],
    ['2/3', 67, false],
    ['2/3', 66, true],
    ['0', 0, true],
    ['1', 100, true],
  ])('%s of the marks against %p percent: passed is %p', (grade, percent, passed) => {
    expect(reachesPassMark(toFraction(grade), percent)).toBe(passed);
  });
});
