import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { excludesZero } from './interval.js';
import { newcombe, newcombeP, wilson } from './proportion.js';

const aShare = fc
  .integer({ min: 1, max: 2000 })
  .chain((n) => fc.integer({ min: 0, max: n }).map((hits) => ({ hits, n })));

describe('the interval of one share', () => {
  // Newcombe (1998a), "Two-sided confidence intervals for the single proportion", table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d is the published one', (hits, n, low, high) => {
    const interval = wilson({ hits, n });
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('holds the share and stays between none and all', () => {
    fc.assert(
      fc.property(aShare, (share) => {
        const { low, value, high } = wilson(share);
        expect(0 <= low && low <= value && value <= high && high <= 1).toBe(true);
      }),
    );
  });
});

describe('the difference of two shares', () => {
  // Newcombe (1998b), "Interval estimation for the difference between independent proportions", table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%d/%d minus %d/%d has the published interval', (hits, n, otherHits, otherN, low, high) => {
    const difference = newcombe({ hits, n }, { hits: otherHits, n: otherN });
    expect(difference.low).toBeCloseTo(low, 4);
    expect(difference.high).toBeCloseTo(high, 4);
  });

  it('turns round when the two change places', () => {
    fc.assert(
      fc.property(aShare, aShare, (one, two) => {
        expect(newcombe(one, two).low).toBeCloseTo(-newcombe(two, one).high, 12);
      }),
    );
  });

  it('has a p-value below 0.05 exactly when the 95 % interval excludes zero', () => {
    fc.assert(
      fc.property(aShare, aShare, (one, two) => {
        const p = newcombeP(one, two);
        fc.pre(Math.abs(p - 0.05) > 1e-9);
        expect(p < 0.05).toBe(excludesZero(newcombe(one, two)));
      }),
    );
  });

  it('is no difference at all between equal shares', () => {
    expect(newcombeP({ hits: 5, n: 10 }, { hits: 10, n: 20 })).toBe(1);
  });
});
