import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fTail } from './f-distribution.js';
import { studentCdf } from './student-t.js';

describe('the F distribution', () => {
  // The values above which 5 % and 1 % lie, as tables of the distribution print them.
  it.each([
    [161.45, 1, 1, 0.05],
    [4.9646, 1, 10, 0.05],
    [3.0717, 8, 10, 0.05],
    [2.0164, 8, 120, 0.05],
    [2.6629, 8, 120, 0.01],
  ])('leaves above %s, with %s and %s degrees of freedom, a share of %s', (f, above, below, share) =>
    expect(fTail(f, above, below)).toBeCloseTo(share, 4),
  );

  it('leaves everything above zero and below', () => expect([fTail(0, 8, 30), fTail(-1, 8, 30)]).toEqual([1, 1]));

  it('is that of t squared when one coefficient is tested', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 8, noNaN: true }), fc.integer({ min: 1, max: 300 }), (t, freedom) => {
        expect(fTail(t * t, 1, freedom)).toBeCloseTo(2 * studentCdf(-t, freedom), 10);
      }),
    );
  });
});
