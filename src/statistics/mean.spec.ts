import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { meanInterval, meanOf } from './mean.js';

const FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
const DIFFERENCE = SECOND.map((hours, i) => hours - (FIRST[i] ?? NaN));

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

  // Student (1908), "The probable error of a mean", Biometrika 6: hours of sleep gained. The seven digits are those that R
  // prints for them, t.test of the first drug and of the paired difference; the longer ones are mean ± t s / sqrt(n) in 50 digits.
  it.each([
    ['first drug', FIRST, '0.75', ['-0.5297804', '2.0297804'], -0.5297804135262326, 2.029780413526233],
    ['difference', DIFFERENCE, '1.58', ['0.7001142', '2.4598858'], 0.7001142367230172, 2.459885763276983],
  ])("is the one of Student's %s", (_, hours, mean, published, low, high) => {
    const found = meanOf(hours);
    expect(found?.value.toFixed(2)).toBe(mean);
    expect([found?.low.toFixed(7), found?.high.toFixed(7)]).toEqual(published);
    expect(Math.abs((found?.low ?? NaN) - low)).toBeLessThan(1e-9);
    expect(Math.abs((found?.high ?? NaN) - high)).toBeLessThan(1e-9);
  });

  it('is a number for two answers and for a thousand million', () => {
    expect(meanInterval({ n: 2, sum: 9, sumOfSquares: 41 })?.high).toBeCloseTo(4.5 + 12.706204736 * 0.5, 6);
    const many = meanInterval({ n: 1e9, sum: 4e9, sumOfSquares: 17e9 });
    expect(many?.low).toBeCloseTo(4 - 1.959963985 / Math.sqrt(1e9), 9);
    expect(meanInterval({ n: 1e9, sum: 5e9, sumOfSquares: 25e9 })).toEqual({ value: 5, n: 1e9, low: 5, high: 5 });
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
