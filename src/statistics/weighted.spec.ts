import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { weightedCorrelation, weightedLine, weightedMean } from './weighted.js';

const ANSCOMBE_X = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
const ANSCOMBE_Y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
const anscombe = ANSCOMBE_X.map((x, i) => ({ x, y: ANSCOMBE_Y[i] ?? NaN, weight: 1 }));

const aPoint = fc.record({
  x: fc.integer({ min: 0, max: 100 }),
  y: fc.integer({ min: 0, max: 100 }),
  weight: fc.integer({ min: 1, max: 4 }),
});
const somePoints = fc.array(aPoint, { minLength: 4, maxLength: 25 });

describe('how two measurements go together', () => {
  it("has the correlation and line of Anscombe's first set", () => {
    // Anscombe (1973), "Graphs in statistical analysis": r 0.816, y = 3.00 + 0.500 x.
    expect(weightedCorrelation(anscombe)).toBeCloseTo(0.81642, 5);
    const line = weightedLine(anscombe);
    expect(line?.slope.value.toFixed(3)).toBe('0.500');
    expect(line?.intercept.toFixed(2)).toBe('3.00');
    // Not printed: the same, and the interval of HC3 with t on 9 degrees of freedom, in 50 digits apart from this code.
    const { slope, intercept, standardError } = line!;
    const found = [slope.value, intercept, standardError, slope.low, slope.high];
    const worked = [0.5000909090909091, 3.000090909090909, 0.1321781744912535, 0.2010831048999289, 0.7990987132818892];
    found.forEach((one, i) => expect(Math.abs(one - (worked[i] ?? NaN))).toBeLessThan(1e-9));
  });

  it("gives the spread of a difference of means that HC3 is known to give, on Student's sleep data", () => {
    // With x only 0 or 1 the slope is the difference of means and HC3 is s1²/(n1-1) + s2²/(n2-1); variances 3.200556
    // and 4.009 (Student 1908).
    const drugs = [
      [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
      [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
    ];
    const line = weightedLine(drugs.flatMap((hours, x) => hours.map((y) => ({ x, y, weight: 1 }))));
    expect(line?.slope.value).toBeCloseTo(1.58, 12);
    expect(line?.standardError).toBeCloseTo(Math.sqrt(3.200556 / 9 + 4.009 / 9), 6);
  });

  it('counts a point of weight k as k points', () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        const spelled = points.flatMap((point) =>
          Array.from({ length: point.weight }, () => ({ ...point, weight: 1 })),
        );
        const short = weightedCorrelation(points);
        const long = weightedCorrelation(spelled);
        expect(short === null).toBe(long === null);
        expect(short ?? 0).toBeCloseTo(long ?? 0, 9);
        expect(weightedLine(points)?.slope.value ?? 0).toBeCloseTo(weightedLine(spelled)?.slope.value ?? 0, 9);
      }),
    );
  });

  it('does not change when all weights grow alike', () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        const heavier = points.map((point) => ({ ...point, weight: point.weight * 7 }));
        const one = weightedLine(points);
        const seven = weightedLine(heavier);
        expect(seven?.slope.high ?? 0).toBeCloseTo(one?.slope.high ?? 0, 5);
      }),
    );
  });

  it('says nothing when nothing varies or too little is there', () => {
    const flat = [1, 2, 3].map((y) => ({ x: 5, y, weight: 1 }));
    expect(weightedCorrelation(flat)).toBeNull();
    expect(weightedLine(flat)).toBeNull();
    expect(weightedLine(anscombe.slice(0, 2))).toBeNull();
    const elevenFlat = anscombe.map((point) => ({ ...point, x: 0.1 }));
    expect(weightedLine(elevenFlat)).toBeNull();
    expect(weightedCorrelation(elevenFlat)).toBeNull();
    expect(weightedCorrelation([])).toBeNull();
  });

  it('leaves points of no weight out', () => {
    expect(weightedCorrelation([...anscombe, { x: 1000, y: -1000, weight: 0 }])).toBeCloseTo(0.81642, 5);
    expect(
      weightedMean([
        { value: 4, weight: 3 },
        { value: 8, weight: 1 },
        { value: 99, weight: 0 },
      ]),
    ).toBe(5);
    expect(weightedMean([])).toBeNull();
  });
});
