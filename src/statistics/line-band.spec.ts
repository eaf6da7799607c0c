import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { weightedLineBand } from './line-band.js';
import { weightedLine } from './weighted.js';

const aPoint = fc.record({
  x: fc.integer({ min: 0, max: 100 }),
  y: fc.integer({ min: 0, max: 100 }),
  weight: fc.integer({ min: 1, max: 40 }),
});
const somePoints = fc.array(aPoint, { minLength: 4, maxLength: 30 });

describe('the band of a fitted line', () => {
  it("has HC3's spread of a group mean where x is only 0 or 1", () => {
    // The fitted value at x is then the mean of group x and HC3 its variance s²/(n - 1); Student's sleep data (1908).
    const drugs = [
      [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
      [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
    ];
    const points = drugs.flatMap((hours, x) => hours.map((y) => ({ x, y, weight: 1 })));
    const [first, second] = weightedLineBand(points, [0, 1]);
    const t18 = 2.10092204;
    expect((first!.high + first!.low) / 2).toBeCloseTo(0.75, 10);
    expect((first!.high - first!.low) / 2).toBeCloseTo(t18 * Math.sqrt(3.200556 / 9), 5);
    expect((second!.high - second!.low) / 2).toBeCloseTo(t18 * Math.sqrt(4.009 / 9), 5);
  });

  it('holds the line and opens, far out, as the slope allows', () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        const line = weightedLine(points);
        const far = 1e7;
        const [near, out] = weightedLineBand(points, [50, far]);
        if (line === null) return expect(near).toBeUndefined();
        expect(near!.low).toBeLessThanOrEqual(line.intercept + line.slope.value * 50 + 1e-9);
        expect(near!.high).toBeGreaterThanOrEqual(line.intercept + line.slope.value * 50 - 1e-9);
        const half = (line.slope.high - line.slope.low) / 2;
        expect((out!.high - out!.low) / 2 / far).toBeCloseTo(half, 3 - Math.ceil(Math.log10(half + 1)));
      }),
    );
  });

  it('is empty where there is no line', () => {
    expect(weightedLineBand([], [1, 2])).toEqual([]);
  });
});
