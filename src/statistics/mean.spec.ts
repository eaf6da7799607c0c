import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { meanInterval, meanOf } from './mean.js';

describe('the interval of a mean', () => {
  it('is the one of the NIST heat flow example', () => {
    // NIST/SEMATECH e-Handbook 1.3.5.2, ZARR13.DAT: n 195, mean 9.261460, sd 0.02278881, 9.258242 to 9.264679.
    const n = 195;
    const estimate = meanInterval({
      n,
      sum: n * 9.26146,
      sumOfSquares: (n - 1) * 0.02278881 ** 2 + n * 9.26146 ** 2,
    });
    expect(estimate?.low).toBeCloseTo(9.258242, 5);
    expect(estimate?.high).toBeCloseTo(9.264679, 5);
  });

  it("is the one of Student's first sleep drug", () => {
    // Student (1908): hours gained with drug 1, mean 0.75, sd 1.789010; 0.75 ± 2.262157 * 1.789010 / sqrt(10).
    const estimate = meanOf([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
    expect(estimate?.value).toBeCloseTo(0.75, 12);
    expect(estimate?.low).toBeCloseTo(-0.5297804, 6);
    expect(estimate?.high).toBeCloseTo(2.0297804, 6);
  });

  it('says nothing about one answer', () => expect(meanOf([4])).toBeNull());

  it('moves with the answers and keeps its width', () => {
    const values = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 50 });
    fc.assert(
      fc.property(values, fc.integer({ min: -1e6, max: 1e6 }), (answers, shift) => {
        const here = meanOf(answers)!;
        const there = meanOf(answers.map((answer) => answer + shift))!;
        expect(there.value - shift).toBeCloseTo(here.value, 8);
        expect(there.high - there.low).toBeCloseTo(here.high - here.low, 8);
      }),
    );
  });
});
