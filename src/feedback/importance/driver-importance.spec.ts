import { describe, expect, it } from '@jest/globals';
import { placeOf, sumsFor } from '../../statistics/importance.js';
import { seededRandom } from '../../statistics/seeded-random.js';
import { DRIVERS } from '../../platform/drivers.js';
import { EQUAL_WEIGHTS } from '../metrics/driver-weights.js';
import { importancesFrom, weightsOf } from './driver-importance.js';

/** Units whose customers' ease follows efficiency three times as much as knowledge, and no other driver. */
function aYear(units: number, each: number): Float64Array {
  const random = seededRandom(4);
  const length = sumsFor(DRIVERS.length);
  const sums = new Float64Array(units * length);
  for (let answer = 0; answer < units * each; answer += 1) {
    const ratings = DRIVERS.map(() => 1 + Math.floor(5 * random()));
    const ease = 3 * (ratings[4] ?? 0) + (ratings[2] ?? 0) + 6 * random();
    const z = [1, ...ratings, ease];
    const from = (answer % units) * length;
    z.forEach((a, i) => z.forEach((b, j) => i <= j && (sums[from + placeOf(i, j, DRIVERS.length)]! += a * b)));
  }
  return sums;
}

describe('what each driver matters in a year', () => {
  const year = importancesFrom(2026, aYear(40, 40));

  it('is found as it was planted, and says which is first when that is clear', () => {
    expect(year).toMatchObject({ year: 2026, complete: 1600, units: 40, found: { clearlyFirst: true } });
    const { efficiency, knowledge, friendly } = year.found!.drivers;
    expect(efficiency.value).toBeCloseTo(0.9, 1);
    expect(knowledge.value).toBeCloseTo(0.1, 1);
    expect(friendly.value).toBeLessThan(0.02);
    expect(efficiency.low).toBeLessThan(0.9);
    expect(efficiency.high).toBeGreaterThan(0.88);
  });

  it('weighs what is recommended, in parts of one', () => {
    const weights = weightsOf(year);
    expect(DRIVERS.reduce((sum, driver) => sum + weights[driver], 0)).toBeCloseTo(1, 12);
    expect(weights.efficiency).toBe(year.found?.drivers.efficiency.value);
  });

  it.each([
    ['nobody answered', 0, 0],
    ['fewer than a thousand answers rate everything', 40, 24],
    ['they are about fewer than thirty units', 29, 60],
  ])('is not told when %s: all six count the same', (_, units, each) => {
    const few = importancesFrom(2026, aYear(units, each));
    expect(few.found).toBeNull();
    expect(weightsOf(few)).toBe(EQUAL_WEIGHTS);
    expect(weightsOf(null)).toBe(EQUAL_WEIGHTS);
  });
});
