import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../seeded-random.js';
import { panelOf } from './panel.js';
import { timeSystem } from './time-system.js';

describe('the system of the times', () => {
  it.each([
    ['all units at all times', 1, 130, 9],
    ['most of them', 0.8, 130, 9],
    ['few of them, one by one', 0.2, 40, 11],
    ['some of either kind', 0.4, 90, 10],
    ['one time', 1, 3, 1],
  ])('is diag(w_t) - sum of w_b w_b’ / W_b with %s', (_what, seen, units, times) => {
    const random = seededRandom(5);
    const rows = Array.from({ length: units * times }, (_, at) => ({
      unit: Math.floor(at / times),
      time: at % times,
      weight: random() < 0.1 ? 0 : random(),
    })).filter(() => random() < seen);
    const { panel } = panelOf(rows, units, times);
    const totals = new Float64Array(units);
    for (const { unit, weight } of rows) totals[unit]! += weight;
    const expected = Array.from({ length: times * times }, () => 0);
    const at = (unit: number, time: number) => rows.find((row) => row.unit === unit && row.time === time)?.weight ?? 0;
    for (let unit = 0; unit < units; unit += 1)
      for (let one = 0; one < times; one += 1)
        for (let other = 0; other <= one; other += 1) {
          if (totals[unit] === 0) continue;
          if (one === other) expected[one * times + one]! += at(unit, one);
          expected[one * times + other]! -= (at(unit, one) * at(unit, other)) / totals[unit]!;
        }
    const system = timeSystem(panel, panel.weight, totals);
    for (let one = 0; one < times; one += 1)
      for (let other = 0; other <= one; other += 1)
        expect(system[one * times + other]).toBeCloseTo(expected[one * times + other]!, 10);
  });
});
