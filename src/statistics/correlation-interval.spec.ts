import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { correlationInterval, effectiveSize } from './correlation-interval.js';

const ANSCOMBE_X = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
const ANSCOMBE_Y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
const anscombe = ANSCOMBE_X.map((x, i) => ({ x, y: ANSCOMBE_Y[i] ?? NaN, weight: 1 }));

const aPoint = fc.record({
  x: fc.integer({ min: 0, max: 100 }),
  y: fc.integer({ min: -100, max: 100 }),
  weight: fc.integer({ min: 1, max: 400 }),
});

describe('the correlation and its interval', () => {
  // R's cor.test prints seven digits for Anscombe (1973); the longer ones are Fisher's formula in 50 digits.
  it("has Fisher's interval for Anscombe's first set, as R prints it", () => {
    const { value, low, high, n } = correlationInterval(anscombe)!;
    expect([value, low, high].map((number) => number.toFixed(7))).toEqual(['0.8164205', '0.4243912', '0.9506933']);
    expect(Math.abs(value - 0.81642051634484)).toBeLessThan(1e-9);
    expect(Math.abs(low - 0.424391213393216)).toBeLessThan(1e-9);
    expect(Math.abs(high - 0.95069325378656)).toBeLessThan(1e-9);
    expect(n).toBe(11);
  });

  it('counts equal weights as they are and one heavy point as hardly more than itself', () => {
    expect(effectiveSize([7, 7, 7, 7])).toBeCloseTo(4, 12);
    expect(effectiveSize([1000, 1, 1, 1])).toBeLessThan(1.01);
    expect(effectiveSize([])).toBe(0);
  });

  it('says nothing about three points or a flat side', () => {
    expect(correlationInterval(anscombe.slice(0, 3))).toBeNull();
    expect(correlationInterval(anscombe.map((point) => ({ ...point, y: 1 })))).toBeNull();
  });

  it('holds its estimate, stays within -1 and 1, and does not change when all weights grow alike', () => {
    fc.assert(
      fc.property(
        fc.array(aPoint, { minLength: 5, maxLength: 40 }),
        fc.integer({ min: 2, max: 50 }),
        (points, times) => {
          const one = correlationInterval(points);
          if (one === null) return;
          expect(one.low).toBeLessThanOrEqual(one.value);
          expect(one.high).toBeGreaterThanOrEqual(one.value);
          expect(one.low >= -1 && one.high <= 1).toBe(true);
          const heavier = correlationInterval(points.map((point) => ({ ...point, weight: point.weight * times })))!;
          expect(heavier.low).toBeCloseTo(one.low, 6);
          expect(heavier.high).toBeCloseTo(one.high, 6);
        },
      ),
    );
  });
});
