import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { excludesZero, type Interval } from './interval.js';
import { differ, newcombe, newcombeP, wilson } from './proportion.js';

const aShare = fc
  .integer({ min: 1, max: 2000 })
  .chain((n) => fc.integer({ min: 0, max: n }).map((hits) => ({ hits, n })));

const printed = (interval: Interval, digits: number) => [interval.low, interval.high].map((end) => end.toFixed(digits));

describe('the interval of one share', () => {
  // The four digits are those that Newcombe (1998a), "Two-sided confidence intervals for the single proportion: comparison of
  // seven methods", Statistics in Medicine 17, table I, prints for method 3. The longer ones are not printed there: they are
  // Wilson's formula (1927, "Probable inference", JASA 22) for the same counts, evaluated in 50 digits apart from this code.
  it.each([
    [81, 263, ['0.2553', '0.3662'], 0.2552885198782742, 0.3662095769828001],
    [15, 148, ['0.0624', '0.1605'], 0.06238639953073628, 0.160487241723308],
    [0, 20, ['0.0000', '0.1611'], 0, 0.1611251580528194],
    [1, 29, ['0.0061', '0.1718'], 0.006113214292762661, 0.1717552187932029],
  ])('of %d in %d is the published one', (hits, n, published, low, high) => {
    const interval = wilson({ hits, n });
    expect(printed(interval, 4)).toEqual(published);
    expect(Math.abs(interval.low - low)).toBeLessThan(1e-9);
    expect(Math.abs(interval.high - high)).toBeLessThan(1e-9);
  });

  it('holds the share and stays between none and all', () => {
    fc.assert(
      fc.property(aShare, (share) => {
        const { low, value, high } = wilson(share);
        expect(0 <= low && low <= value && value <= high && high <= 1).toBe(true);
      }),
    );
  });

  it('turns round when the answers do', () => {
    fc.assert(
      fc.property(aShare, ({ hits, n }) => {
        expect(wilson({ hits: n - hits, n }).low).toBeCloseTo(1 - wilson({ hits, n }).high, 12);
      }),
    );
  });

  it('says little about one answer and everything about a thousand million', () => {
    expect(printed(wilson({ hits: 1, n: 1 }), 4)).toEqual(['0.2065', '1.0000']);
    expect(printed(wilson({ hits: 0, n: 1 }), 4)).toEqual(['0.0000', '0.7935']);
    expect(printed(wilson({ hits: 8e8, n: 1e9 }), 4)).toEqual(['0.8000', '0.8000']);
    expect(wilson({ hits: 1e9, n: 1e9 })).toEqual({ value: 1, n: 1e9, low: expect.closeTo(1, 8), high: 1 });
  });
});

describe('the difference of two shares', () => {
  // The four digits are those that Newcombe (1998b), "Interval estimation for the difference between independent proportions:
  // comparison of eleven methods", Statistics in Medicine 17, table II, prints for method 10. The longer ones are not printed:
  // they are the formula of that method for the same counts, evaluated in 50 digits apart from this code.
  it.each([
    [56, 70, 48, 80, ['0.0524', '0.3339'], 0.05243147240236488, 0.333872654036906],
    [9, 10, 3, 10, ['0.1705', '0.8090'], 0.1705227239345029, 0.809017973535488],
    [6, 7, 2, 7, ['0.0582', '0.8062'], 0.0582279274823122, 0.8062496375242278],
    [5, 56, 0, 29, ['-0.0381', '0.1926'], -0.0381371479035369, 0.1925600138551116],
    [0, 10, 0, 20, ['-0.1611', '0.2775'], -0.1611251580528194, 0.2775327998628893],
    [0, 10, 0, 10, ['-0.2775', '0.2775'], -0.2775327998628893, 0.2775327998628893],
    [10, 10, 0, 20, ['0.6791', '1.0000'], 0.6790860371419147, 1],
    [10, 10, 0, 10, ['0.6075', '1.0000'], 0.6075093504305242, 1],
  ])('%d/%d minus %d/%d has the published interval', (hits, n, otherHits, otherN, published, low, high) => {
    const difference = newcombe({ hits, n }, { hits: otherHits, n: otherN });
    expect(printed(difference, 4)).toEqual(published);
    expect(Math.abs(difference.low - low)).toBeLessThan(1e-9);
    expect(Math.abs(difference.high - high)).toBeLessThan(1e-9);
  });

  // Fagerland, Lydersen and Laake (2015), "Recommended confidence intervals for two independent binomial proportions",
  // Statistical Methods in Medical Research 24, print 0.019 and 0.34 for 7 of 34 against 1 of 34; longer digits as above.
  it('7/34 minus 1/34 has the interval that others publish for it', () => {
    const { low, high } = newcombe({ hits: 7, n: 34 }, { hits: 1, n: 34 });
    expect([low.toFixed(3), high.toFixed(2)]).toEqual(['0.019', '0.34']);
    expect(Math.abs(low - 0.01892144388577298)).toBeLessThan(1e-9);
    expect(Math.abs(high - 0.3403686870327074)).toBeLessThan(1e-9);
  });

  // Nobody prints these: the level at which the interval of method 10 reaches zero, found in 50 digits apart from this code.
  it.each([
    [56, 70, 48, 80, 0.008133140358606846],
    [9, 10, 3, 10, 0.004963401417510245],
    [5, 56, 0, 29, 0.1175557306725747],
    [7, 34, 1, 34, 0.0307501937454181],
  ])('%d/%d against %d/%d has the p-value of its interval', (hits, n, otherHits, otherN, p) => {
    expect(Math.abs(newcombeP({ hits, n }, { hits: otherHits, n: otherN }) - p)).toBeLessThan(1e-9);
  });

  it('is a number within a hundred points from one answer to a thousand million', () => {
    const ends = [1, 1e9].flatMap((n) => [0, n].map((hits) => ({ hits, n })));
    for (const one of ends)
      for (const two of ends) {
        const { low, value, high } = newcombe(one, two);
        expect(-1 <= low && low <= value && value <= high && high <= 1).toBe(true);
        const p = newcombeP(one, two);
        expect(p >= 0 && p <= 1).toBe(true);
      }
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
        expect(p < 0.05).toBe(differ(one, two));
      }),
    );
  });

  it.each([0.05, 0.05 / 6, 0.001])('differs at the level %d exactly when its p-value is below', (level) => {
    fc.assert(
      fc.property(aShare, aShare, (one, two) => {
        const p = newcombeP(one, two);
        fc.pre(Math.abs(p - level) > 1e-9);
        expect(differ(one, two, level)).toBe(p < level);
      }),
    );
  });

  it('is no difference at all between equal shares', () => {
    expect(newcombeP({ hits: 5, n: 10 }, { hits: 10, n: 20 })).toBe(1);
    expect(differ({ hits: 5, n: 10 }, { hits: 10, n: 20 })).toBe(false);
  });
});
