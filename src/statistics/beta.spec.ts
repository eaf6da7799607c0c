import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { betaQuantile, regularisedBeta } from './beta.js';

const shape = fc.double({ min: 0.5, max: 500, noNaN: true });
const inside = fc.double({ min: 0.001, max: 0.999, noNaN: true });

describe('the beta distribution', () => {
  // I_x(a, b) of whole shapes is a binomial tail (Abramowitz and Stegun 26.5.24): here 11/16, 5/16 and 1 - 0.9^10.
  it.each([
    [0.5, 2, 3, 11 / 16],
    [0.5, 3, 2, 5 / 16],
    [0.1, 1, 10, 0.6513215599],
    [0.3, 1, 1, 0.3],
  ])('below %d with shapes %d and %d lies the binomial tail', (x, a, b, share) =>
    expect(regularisedBeta(x, a, b)).toBeCloseTo(share, 12),
  );

  it('is nothing at zero and everything at one', () =>
    expect([regularisedBeta(0, 2, 3), regularisedBeta(1, 2, 3)]).toEqual([0, 1]));

  it('turns round when the shapes change places', () =>
    fc.assert(
      fc.property(inside, shape, shape, (x, a, b) =>
        expect(regularisedBeta(x, a, b)).toBeCloseTo(1 - regularisedBeta(1 - x, b, a), 9),
      ),
    ));

  it('finds the value back that a share lies below', () =>
    fc.assert(
      fc.property(inside, shape, shape, (p, a, b) => {
        expect(regularisedBeta(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 7);
      }),
    ));

  it('has no quantile outside of zero and one', () => expect(() => betaQuantile(1, 2, 3)).toThrow(RangeError));
});
