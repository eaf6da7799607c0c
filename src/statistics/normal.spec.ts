import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { criticalZ, normalCdf, normalQuantile, twoSidedP } from './normal.js';

describe('the normal distribution', () => {
  // Wichura (1988), "Algorithm AS 241", checks printed with the algorithm.
  it.each([
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.262340089798409],
  ])('has the quantile of AS 241 at %d', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 13);
  });

  // Abramowitz and Stegun (1964), table 26.1.
  it.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [1.96, 0.97500210485178],
    [2.5, 0.993790334674224],
    [3, 0.99865010196837],
    [-2, 0.022750131948179],
  ])('lies below %d with the share of Abramowitz and Stegun', (z, share) => {
    expect(normalCdf(z)).toBeCloseTo(share, 14);
  });

  it('uses 1.96 for 95 %', () => expect(criticalZ(0.95)).toBeCloseTo(1.959963984540054, 14));

  it('undoes its own quantile', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (p) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12);
      }),
    );
  });

  it('gives both tails the same weight', () => expect(twoSidedP(-1.2)).toBe(twoSidedP(1.2)));

  it.each([0, 1, -1, NaN])('refuses %d as a probability', (p) => expect(() => normalQuantile(p)).toThrow(RangeError));
});
