import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { excludesZero } from './interval.js';
import { newcombe, newcombeP, wilson } from './proportion.js';

const aShare = fc
  .integer({ min: 1, max: 2000 })
  .chain((n) => fc.integer({ min: 0, max: n }).map((hits) => ({ hits, n })));

describe('the interval of one share', () => {
  // Newcombe (1998a), "Two-sided confidence intervals for the single proportion", table I, method 3, prints four digits; the
  // others were worked in 30 digits apart from this code.
  it.each([
    [81, 263, 0.25528851987827, 0.3662095769828],
    [15, 148, 0.062386399530736, 0.16048724172331],
    [0, 20, 0, 0.16112515805282],
    [1, 29, 0.0061132142927627, 0.1717552187932],
  ])('of %d in %d is the published one', (hits, n, low, high) => {
    const interval = wilson({ hits, n });
    expect(interval.low).toBeCloseTo(low, 10);
    expect(interval.high).toBeCloseTo(high, 10);
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
  // Newcombe (1998b), "Interval estimation for the difference between independent proportions", table II, method 10, prints
  // four digits; the others were worked in 30 digits apart from this code.
  it.each([
    [56, 70, 48, 80, 0.052431472402365, 0.33387265403691],
    [9, 10, 3, 10, 0.1705227239345, 0.80901797353549],
    [6, 7, 2, 7, 0.058227927482312, 0.80624963752423],
    [5, 56, 0, 29, -0.038137147903537, 0.19256001385511],
    [0, 10, 0, 20, -0.16112515805282, 0.27753279986289],
    [0, 10, 0, 10, -0.27753279986289, 0.27753279986289],
    [10, 10, 0, 20, 0.67908603714191, 1],
    [10, 10, 0, 10, 0.60750935043052, 1],
  ])('%d/%d minus %d/%d has the published interval', (hits, n, otherHits, otherN, low, high) => {
    const difference = newcombe({ hits, n }, { hits: otherHits, n: otherN });
    expect(difference.low).toBeCloseTo(low, 10);
    expect(difference.high).toBeCloseTo(high, 10);
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
