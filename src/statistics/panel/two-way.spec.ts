import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { componentsOf } from './components.js';
import { type Observation, panelOf, rowsOf } from './panel.js';
import { effectsFromSums, effectsOf, isIdentified, residualsOf, twoWay } from './two-way.js';

const [UNITS, TIMES] = [6, 5];

/** Unbalanced panels with some rows of weight 0, often in several components. */
const somePanel = fc
  .uniqueArray(
    fc.record({
      unit: fc.integer({ min: 0, max: UNITS - 1 }),
      time: fc.integer({ min: 0, max: TIMES - 1 }),
      weight: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 })),
    }),
    { minLength: 1, maxLength: UNITS * TIMES, selector: ({ unit, time }) => unit * TIMES + time },
  )
  .map((observations) => panelOf(observations, UNITS, TIMES).panel);

const numbers = (many: number) =>
  fc
    .array(fc.integer({ min: -1000, max: 1000 }), { minLength: many, maxLength: many })
    .map((all) => Float64Array.from(all));

const withNumbers = somePanel.chain((panel) => numbers(rowsOf(panel)).map((y) => ({ panel, y })));

/** For each row its unit. */
function unitsOf({ from, units }: { from: Int32Array; units: number }): number[] {
  return Array.from({ length: units }, (_, unit) => Array(from[unit + 1]! - from[unit]!).fill(unit) as number[]).flat();
}

describe('a panel', () => {
  it('puts observations in order and says where each came from', () => {
    const observations: Observation[] = [
      { unit: 1, time: 2, weight: 3 },
      { unit: 0, time: 1, weight: 1 },
      { unit: 1, time: 0, weight: 2 },
    ];
    const { panel, order } = panelOf(observations, 3, 3);
    expect([...panel.from]).toEqual([0, 1, 3, 3]);
    expect([...panel.time]).toEqual([1, 0, 2]);
    expect([...panel.weight]).toEqual([1, 2, 3]);
    expect(order).toEqual([1, 2, 0]);
  });

  it('has a unit once at a time', () => {
    const twice = [0, 0].map(() => ({ unit: 0, time: 1, weight: 1 }));
    expect(() => panelOf(twice, 1, 2)).toThrow('A unit has two rows at one time.');
  });
});

describe('what hangs together', () => {
  it('is told from units and times that are observed together', () => {
    const rows = [
      [0, 0],
      [0, 1],
      [1, 1],
      [2, 2],
      [2, 3],
    ].map(([unit, time]) => ({ unit: unit!, time: time!, weight: 1 }));
    const { panel } = panelOf([...rows, { unit: 1, time: 2, weight: 0 }], 4, 5);
    const { count, ofUnit, ofTime } = componentsOf(panel, panel.weight);
    expect(count).toBe(2);
    expect([...ofUnit]).toEqual([0, 0, 1, -1]);
    expect([...ofTime]).toEqual([0, 0, 1, 1, -1]);
  });
});

describe('effects of units and times', () => {
  it('are taken off so that nothing of any unit or time is left, whatever is missing', () => {
    fc.assert(
      fc.property(withNumbers, ({ panel, y }) => {
        const left = residualsOf(twoWay(panel), y);
        const unit = unitsOf(panel);
        const [ofUnit, ofTime] = [new Float64Array(UNITS), new Float64Array(TIMES)];
        left.forEach((value, row) => {
          ofUnit[unit[row]!]! += panel.weight[row]! * value;
          ofTime[panel.time[row]!]! += panel.weight[row]! * value;
        });
        for (const sum of [...ofUnit, ...ofTime]) expect(Math.abs(sum)).toBeLessThan(1e-7);
      }),
    );
  });

  it('leave nothing of what is made of effects alone', () => {
    fc.assert(
      fc.property(somePanel, numbers(UNITS), numbers(TIMES), (panel, a, l) => {
        const unit = unitsOf(panel);
        const y = Float64Array.from(panel.time, (time, row) => a[unit[row]!]! + l[time]!);
        for (const left of residualsOf(twoWay(panel), y)) expect(Math.abs(left)).toBeLessThan(1e-8);
      }),
    );
  });

  it('say of a row outside the fit what it would have been, within what hangs together', () => {
    // Two linked units; the second one's last row takes no part, and a third unit is linked with nothing.
    const rows = [0, 1, 2].flatMap((unit) => [0, 1, 2].map((time) => ({ unit, time, weight: 1 })));
    const { panel } = panelOf(rows, 3, 3);
    const weight = Float64Array.from([1, 1, 1, 1, 1, 0, 0, 0, 0]);
    const fit = twoWay(panel, weight);
    const y = Float64Array.from([10, 12, 15, 20, 22, 99, 0, 0, 0]);
    const { unit, time } = effectsOf(fit, y);
    expect(isIdentified(fit, 1, 2)).toBe(true);
    expect(unit[1]! + time[2]!).toBeCloseTo(25, 12);
    expect(isIdentified(fit, 2, 2)).toBe(false);
  });

  it('come back from their own weighted sums', () => {
    fc.assert(
      fc.property(withNumbers, ({ panel, y }) => {
        const fit = twoWay(panel);
        const unit = unitsOf(panel);
        const [unitSums, timeSums] = [new Float64Array(UNITS), new Float64Array(TIMES)];
        y.forEach((value, row) => {
          unitSums[unit[row]!]! += panel.weight[row]! * value;
          timeSums[panel.time[row]!]! += panel.weight[row]! * value;
        });
        const [direct, solved] = [effectsOf(fit, y), effectsFromSums(fit, unitSums, timeSums)];
        solved.unit.forEach((value, at) => expect(value).toBeCloseTo(direct.unit[at]!, 6));
        solved.time.forEach((value, at) => expect(value).toBeCloseTo(direct.time[at]!, 6));
      }),
    );
  });
});
