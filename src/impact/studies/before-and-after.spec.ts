import { describe, expect, it } from '@jest/globals';
import { type MadeUnit, madePanel } from '../../../test/support/study-panel.js';
import { seededRandom } from '../../statistics/seeded-random.js';
import { normalQuantile } from '../../statistics/normal.js';
import { beforeAndAfter, WEEKS_A_SIDE } from './before-and-after.js';

const START = 20;
const WEEKS = 40;
const A_WEEK = 7;

/** Units whose own shares have a standard deviation of 5 points about 80 %, and answers by chance. */
function network(seed: number, lift = 0): (MadeUnit & { level: number })[] {
  const random = seededRandom(seed);
  return Array.from({ length: 200 }, () => {
    const level = Math.min(0.99, 0.8 + 0.05 * normalQuantile(Math.min(0.9999, Math.max(0.0001, random()))));
    const weeks = Array.from({ length: WEEKS }, (_, week): [number, number, number] => {
      const share = level + (week >= START ? lift : 0);
      let good = 0;
      for (let one = 0; one < A_WEEK; one += 1) if (random() < share) good += 1;
      return [week, A_WEEK, good];
    });
    return { level, weeks };
  });
}

const scoreBefore = ({ weeks }: MadeUnit) =>
  weeks.filter(([week]) => week >= START - WEEKS_A_SIDE && week < START).reduce((sum, [, , good]) => sum + good, 0);

/** The lowest of them trained, by what customers said just before. */
function lowestTrained(units: MadeUnit[], many: number): MadeUnit[] {
  const lowest = new Set([...units].sort((a, b) => scoreBefore(a) - scoreBefore(b)).slice(0, many));
  return units.map((unit) => ({ ...unit, start: lowest.has(unit) ? START : null }));
}

const byLot = (units: MadeUnit[], many: number): MadeUnit[] =>
  units.map((unit, at) => ({ ...unit, start: at < many ? START : null }));

describe('before and after', () => {
  it('says what was scored before and after, and the change between', () => {
    const steady = (good: number): [number, number, number][] =>
      Array.from({ length: WEEKS }, (_, week) => [week, 10, week < START ? good : good + 1]);
    const found = beforeAndAfter(
      madePanel(
        [
          { weeks: steady(6), start: START },
          { weeks: steady(8), start: START },
          { weeks: steady(7), start: null },
        ],
        WEEKS,
      ),
    )!;
    expect(found).toMatchObject({ units: 2, weeks: 13 });
    expect(found.before).toBeCloseTo(70, 10);
    expect(found.after).toBeCloseTo(80, 10);
    expect(found.change).toBeCloseTo(10, 10);
    expect(found.high - found.low).toBeCloseTo(0, 10);
  });

  it('expects the rise of the lowest: over thirty networks they rise by what was expected, though nothing was done', () => {
    const found = Array.from({ length: 30 }, (_, seed) =>
      beforeAndAfter(madePanel(lowestTrained(network(seed + 1), 30), WEEKS)),
    ).map((one) => one!);
    const mean = (of: (one: (typeof found)[number]) => number) =>
      found.reduce((sum, one) => sum + of(one), 0) / found.length;
    // Shares near 70 % vary more by chance than those near 80 %, by which chance is measured: the lowest rise a little further.
    expect(mean(({ change }) => change) / mean(({ expected }) => expected)).toBeGreaterThan(0.95);
    expect(mean(({ change }) => change) / mean(({ expected }) => expected)).toBeLessThan(1.2);
    expect(mean(({ expected }) => expected)).toBeGreaterThan(2);
    expect(found.every(({ chosenLow }) => chosenLow)).toBe(true);
    const inside = found.filter(
      ({ change, expectedLow, expectedHigh }) => change >= expectedLow && change <= expectedHigh,
    );
    expect(inside.length).toBeGreaterThanOrEqual(26);
  });

  it('expects next to nothing of units drawn by lot', () => {
    const found = Array.from({ length: 24 }, (_, seed) =>
      beforeAndAfter(madePanel(byLot(network(seed + 1), 30), WEEKS))!,
    );
    const mean = found.reduce((sum, { expected }) => sum + expected, 0) / found.length;
    expect(Math.abs(mean)).toBeLessThan(0.4);
    // One in forty would be named by chance.
    expect(found.filter(({ chosenLow }) => chosenLow).length).toBeLessThanOrEqual(3);
  });

  it('is nothing without two trained units that were heard on both sides', () => {
    const weeks: [number, number, number][] = [
      [19, 5, 4],
      [20, 5, 4],
    ];
    expect(
      beforeAndAfter(
        madePanel(
          [
            { weeks, start: 20 },
            { weeks, start: null },
          ],
          WEEKS,
        ),
      ),
    ).toBeNull();
    expect(
      beforeAndAfter(
        madePanel(
          [
            { weeks: weeks.slice(1), start: 20 },
            { weeks: weeks.slice(1), start: 20 },
          ],
          WEEKS,
        ),
      ),
    ).toBeNull();
    expect(beforeAndAfter(madePanel([], WEEKS))).toBeNull();
  });
});
