import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { criticalT, studentCdf, studentQuantile } from './student-t.js';

describe("Student's t", () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, upper critical values.
  it.each([
    [0.975, 1, 12.706],
    [0.975, 2, 4.303],
    [0.975, 10, 2.228],
    [0.95, 5, 2.015],
    [0.99, 20, 2.528],
    [0.995, 30, 2.75],
    [0.975, 100, 1.984],
  ])('has the quantile of the NIST table at %d with %d degrees of freedom', (p, freedom, t) => {
    expect(studentQuantile(p, freedom)).toBeCloseTo(t, 3);
  });

  it('is the Cauchy distribution with one degree of freedom', () => {
    expect(studentCdf(1, 1)).toBeCloseTo(0.75, 14);
    expect(studentQuantile(0.9, 1)).toBeCloseTo(Math.tan(0.4 * Math.PI), 10);
  });

  it('undoes its own quantile and is symmetric', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.integer({ min: 1, max: 5000 }),
        (p, freedom) => {
          const t = studentQuantile(p, freedom);
          expect(studentCdf(t, freedom)).toBeCloseTo(p, 9);
          expect(studentCdf(-t, freedom)).toBeCloseTo(1 - p, 9);
        },
      ),
    );
  });

  it('comes close to the normal when there is much data', () => expect(criticalT(0.95, 1e6)).toBeCloseTo(1.95997, 4));

  it('refuses what has no quantile', () => {
    expect(() => studentQuantile(1, 5)).toThrow(RangeError);
    expect(() => studentQuantile(0.5, 0)).toThrow(RangeError);
  });
});
