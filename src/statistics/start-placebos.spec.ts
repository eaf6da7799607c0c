import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { coefficientByStart, imputationByStart } from './panel/estimates-by-start.js';
import { type Panel, panelOf } from './panel/panel.js';
import { normalQuantile } from './normal.js';
import { seededRandom } from './seeded-random.js';
import { startPlacebos } from './start-placebos.js';

/** Every unit at every time. */
const fullPanel = (units: number, times: number) =>
  panelOf(
    Array.from({ length: units * times }, (_, at) => ({ unit: Math.floor(at / times), time: at % times, weight: 2 })),
    units,
    times,
  ).panel;

/** The units and times that an estimator sees treated, and untreated. */
function seen({ units, from, time, weight }: Panel, start: Int32Array) {
  const cells: Record<'treated' | 'untreated', string[]> = { treated: [], untreated: [] };
  for (let unit = 0; unit < units; unit += 1)
    for (let row = from[unit]!; row < from[unit + 1]!; row += 1)
      if (weight[row]! > 0) cells[time[row]! >= start[unit]! ? 'treated' : 'untreated'].push(`${unit}@${time[row]!}`);
  return cells;
}

const someStarts = fc
  .array(fc.integer({ min: 0, max: 6 }), { minLength: 4, maxLength: 4 })
  .map((all) => Int32Array.from(all));

describe('placebos of the start', () => {
  it('are the weeks just before it, and nothing from it on', () => {
    const [two, ...more] = startPlacebos(fullPanel(3, 5), Int32Array.from([3, 1, 5]), seen, [2]);
    expect(more).toEqual([]);
    expect(two).toEqual({
      weeks: 2,
      result: {
        treated: ['0@1', '0@2', '1@0'],
        untreated: ['0@0', '2@0', '2@1', '2@2', '2@3', '2@4'],
      },
    });
  });

  it('are 13 and 26 weeks back unless told otherwise', () => {
    const placebos = startPlacebos(fullPanel(2, 60), Int32Array.from([40, 60]), seen);
    expect(placebos.map(({ weeks, result }) => [weeks, result.treated[0], result.treated.length])).toEqual([
      [13, '0@27', 13],
      [26, '0@14', 26],
    ]);
  });

  it('see every untreated row and no other, treated in the weeks moved over', () => {
    fc.assert(
      fc.property(someStarts, fc.integer({ min: 1, max: 7 }), (start, back) => {
        const panel = fullPanel(4, 6);
        const before = seen(panel, start).untreated;
        for (const { result } of startPlacebos(panel, start, seen, [back])) {
          expect([...result.treated, ...result.untreated].sort()).toEqual(before.sort());
          for (const cell of result.treated) {
            const [unit, time] = cell.split('@').map(Number);
            expect(start[unit!]! < 6 && start[unit!]! - time! <= back).toBe(true);
          }
        }
      }),
    );
  });

  it('do not depend on what came after the start', () => {
    const [panel, start] = [fullPanel(4, 12), Int32Array.from([8, 9, 12, 12])];
    const y = Float64Array.from(panel.time, (time, row) => ((row * 7) % 5) + time);
    const after = y.map((value, row) => (panel.time[row]! >= start[Math.floor(row / 12)]! ? 1000 : value));
    const of = (outcome: Float64Array) =>
      startPlacebos(panel, start, (left, moved) => imputationByStart(left, outcome, moved)(moved).outcome, [3, 5]);
    expect(of(after)).toEqual(of(y));
    expect(of(y).map(({ weeks }) => weeks)).toEqual([3, 5]);
  });

  it.each([
    ['nobody ever starts', [6, 6]],
    ['all start with the first week', [0, 0]],
    ['all that is left was moved over', [2, 2]],
  ])('are not there where %s', (_what, start) =>
    expect(startPlacebos(fullPanel(2, 6), Int32Array.from(start), seen, [3])).toEqual([]),
  );

  it('are not there where the estimator says nothing', () =>
    expect(startPlacebos(fullPanel(2, 6), Int32Array.from([3, 6]), () => null, [2])).toEqual([]));

  it.each([[[0]], [[-13]], [[6.5]]])('are refused for moves of %j', (back) =>
    expect(() => startPlacebos(fullPanel(2, 6), Int32Array.from([3, 6]), seen, back)).toThrow(
      'A start is moved back by a whole number of weeks.',
    ),
  );

  // 60 units in 60 weeks, trained from weeks 32, 40, 48 or never, in truth by 3 points.
  it.each([
    { name: 'say none where units moved alike before', drift: 0, placebo: 0 },
    { name: 'show that trained units were rising by a tenth of a point a week', drift: 0.1, placebo: 1 },
  ])('$name', ({ drift, placebo }) => {
    const random = seededRandom(3);
    const noise = () => normalQuantile(Math.max(random(), 1e-12));
    const panel = fullPanel(60, 60);
    const start = Int32Array.from({ length: 60 }, (_, unit) => [32, 40, 48, 60][unit % 4]!);
    const y = Float64Array.from(panel.time, (time, row) => {
      const own = start[Math.floor(row / 60)]!;
      return 2 * noise() + Math.sin(time / 8) + (own < 60 ? drift * time : 0) + (time >= own ? 3 : 0);
    });
    for (const byStart of [imputationByStart, coefficientByStart]) {
      const placebos = startPlacebos(panel, start, (left, moved) => byStart(left, y, moved)(moved).outcome);
      expect(placebos).toHaveLength(2);
      for (const { result } of placebos) {
        if (placebo === 0) expect(Math.abs(result)).toBeLessThan(0.35);
        else expect(result).toBeGreaterThan(placebo);
      }
    }
  });
});
