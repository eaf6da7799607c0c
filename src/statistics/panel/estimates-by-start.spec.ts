import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { coefficientByStart, imputationByStart, treatedFrom } from './estimates-by-start.js';
import { imputation } from './imputation.js';
import { panelOf } from './panel.js';
import { twoWayEstimate } from './two-way-estimate.js';

const [UNITS, TIMES] = [5, 6];
const someStart = fc
  .array(fc.integer({ min: 1, max: TIMES }), { minLength: UNITS, maxLength: UNITS })
  .map((all) => Int32Array.from(all));

/** Unbalanced panels; rows of weight 0 have no outcome at all. */
const somePanel = fc
  .uniqueArray(
    fc.record({
      unit: fc.integer({ min: 0, max: UNITS - 1 }),
      time: fc.integer({ min: 0, max: TIMES - 1 }),
      weight: fc.integer({ min: 0, max: 5 }),
      value: fc.integer({ min: -40, max: 40 }),
    }),
    { minLength: 12, maxLength: UNITS * TIMES, selector: ({ unit, time }) => unit * TIMES + time },
  )
  .map((rows) => {
    const { panel, order } = panelOf(rows, UNITS, TIMES);
    const sorted = order.map((at) => rows[at]!);
    return { panel, sorted, y: Float64Array.from(sorted, ({ weight, value }) => (weight > 0 ? value : NaN)) };
  });

describe('the treatment by starts', () => {
  it('is 1 from the start of a unit on', () => {
    const rows = [0, 1, 2].flatMap((unit) => [0, 1, 3].map((time) => ({ unit, time, weight: 1 })));
    expect([...treatedFrom(panelOf(rows, 3, 4).panel, Int32Array.from([1, 4, 2]))]).toEqual([
      0, 1, 1, 0, 0, 0, 0, 0, 1,
    ]);
  });
});

describe('estimates by start', () => {
  it('say of the treatment itself, by its own starts, that its effect is 1', () => {
    fc.assert(
      fc.property(somePanel, someStart, ({ panel, y }, start) => {
        for (const byStart of [coefficientByStart, imputationByStart]) {
          const { treatment } = byStart(panel, y, start)(start);
          if (!Number.isNaN(treatment)) expect(treatment).toBeCloseTo(1, 8);
        }
      }),
    );
  });

  it('see nothing but the treatment in what is made of levels and a planted effect, whatever the starts', () => {
    fc.assert(
      fc.property(somePanel, someStart, someStart, ({ panel, sorted }, start, other) => {
        const y = Float64Array.from(sorted, ({ unit, time, weight }) =>
          weight > 0 ? 7 * unit - time * time + 3 * Number(time >= start[unit]!) : NaN,
        );
        for (const byStart of [coefficientByStart, imputationByStart]) {
          const { outcome, treatment } = byStart(panel, y, start)(other);
          expect(Number.isNaN(outcome)).toBe(Number.isNaN(treatment));
          if (!Number.isNaN(outcome)) expect(outcome).toBeCloseTo(3 * treatment, 7);
        }
      }),
    );
  });

  it('by two-way fixed effects are the coefficient that the estimator finds', () => {
    fc.assert(
      fc.property(somePanel, someStart, someStart, ({ panel, y }, start, other) => {
        const estimate = (of: Float64Array) =>
          twoWayEstimate(panel, Float64Array.from(of), [treatedFrom(panel, other)]).slopes[0]?.estimate;
        const { outcome, treatment } = coefficientByStart(panel, y, start)(other);
        const expected = estimate(y.map((value) => (Number.isNaN(value) ? 0 : value)));
        if (expected === undefined) expect(outcome).toBeNaN();
        else {
          expect(outcome).toBeCloseTo(expected, 7);
          expect(treatment).toBeCloseTo(estimate(treatedFrom(panel, start))!, 7);
        }
      }),
    );
  });

  it('by imputation are the average effect that the estimator finds', () => {
    fc.assert(
      fc.property(somePanel, someStart, someStart, ({ panel, y }, start, other) => {
        const clusters = Int32Array.from({ length: UNITS }, (_, unit) => unit);
        const average = (of: Float64Array) => imputation({ panel, y: of, start: other, clusters }).att?.estimate;
        const { outcome, treatment } = imputationByStart(panel, y, start)(other);
        const expected = average(y);
        if (expected === undefined) return;
        expect(outcome).toBeCloseTo(expected, 7);
        expect(treatment).toBeCloseTo(average(treatedFrom(panel, start))!, 7);
      }),
    );
  });

  it('by imputation are the mean of what treated rows have above what is expected, worked by hand', () => {
    // Unit 0 is never treated: 1, 2, 4. Unit 1 starts at 1, at 5 before; so 6 and 8 are expected, and 9 and 9 are there.
    const rows = [0, 1].flatMap((unit) =>
      [0, 1, 2].map((time) => ({ unit, time, weight: unit + (time === 2 ? 3 : 1) })),
    );
    const { panel } = panelOf(rows, 2, 3);
    const y = Float64Array.from([1, 2, 4, 5, 9, 9]);
    const start = Int32Array.from([3, 1]);
    const own = imputationByStart(panel, y, start)(start);
    expect(own.outcome).toBeCloseTo((2 * 3 + 4 * 1) / 6, 12);
    // Had unit 0 started instead, 5, 9, 9 of the other say 5 and 5 for it; it has 2 and 4, and of the treatment -1 and -1.
    const other = imputationByStart(panel, y, start)(Int32Array.from([1, 3]));
    expect(other.outcome).toBeCloseTo((1 * -3 + 3 * -1) / 4, 12);
    expect(other.treatment).toBeCloseTo(-1, 12);
  });

  it('are nothing where all start together', () => {
    const rows = [0, 1].flatMap((unit) => [0, 1].map((time) => ({ unit, time, weight: 1 })));
    const { panel } = panelOf(rows, 2, 2);
    const start = Int32Array.from([1, 1]);
    for (const byStart of [coefficientByStart, imputationByStart])
      expect(byStart(panel, Float64Array.from([1, 2, 3, 5]), start)(start)).toEqual({ outcome: NaN, treatment: NaN });
  });
});
