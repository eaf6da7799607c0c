import { describe, expect, it } from '@jest/globals';
import { simulatedPanel } from '../../../test/statistics/simulated-panel.js';
import { imputation } from './imputation.js';
import { matchedComparison } from './matched-comparison.js';
import { panelOf } from './panel.js';
import type { Staggered } from './staggered.js';

/** A panel of rows of y, a unit a row, each unit a cluster; null is a missing row. */
function panelFrom(rows: readonly (readonly (number | null)[])[], start: readonly number[]): Staggered {
  const cells = rows.flatMap((ys, unit) => ys.map((y, time) => ({ unit, time, weight: 1, y })));
  const there = cells.filter(({ y }) => y !== null);
  const { panel, order } = panelOf(there, rows.length, rows[0]!.length);
  const y = Float64Array.from(order, (at) => there[at]!.y!);
  return { panel, y, start: Int32Array.from(start), clusters: Int32Array.from(start, (_, unit) => unit) };
}

const oneStratum = (units: number) => new Int32Array(units);

describe('treated units beside others that scored alike before', () => {
  it('are compared as one does by hand, with the three that are nearest', () => {
    // Means before: 10 and 20 treated; 9, 11, 12, 30 and 31 not. 10 goes with 9, 11 and 12; 20 with 12 (8 away), 11 (9) and 30 (10).
    const panel = panelFrom(
      [
        [10, 10, 16],
        [20, 20, 23],
        [9, 9, 10],
        [11, 11, 13],
        [12, 12, 15],
        [30, 30, 31],
        [31, 31, 90],
      ],
      [2, 2, 3, 3, 3, 3, 3],
    );
    // 6 less 1, 2 and 3; 3 less 3, 2 and 1.
    expect(matchedComparison(panel, oneStratum(7))).toMatchObject({
      ...{ estimate: expect.closeTo((4 + 1) / 2, 12), rows: 2, units: 2, clusters: 2, dropped: 0 },
    });
  });

  it('have an error that knows of pairs with a unit in common', () => {
    // Each of two treated units has the same two matches: differences of 1 and 3, and of 2 and 4, 2.5 on average.
    const panel = panelFrom(
      [
        [0, 5],
        [0, 6],
        [0, 4],
        [0, 2],
      ],
      [1, 1, 2, 2],
    );
    const { estimate, se } = matchedComparison(panel, oneStratum(4))!;
    expect(estimate).toBeCloseTo(2.5, 12);
    // A quarter of -1.5, 0.5, -0.5 and 1.5: squares of sums by unit less those of pairs, as each pair is in two of them.
    const sums = [-1, 1, -2, 2].map((sum) => sum / 4);
    const pairs = [-1.5, 0.5, -0.5, 1.5].map((pair) => pair / 4);
    const squares = (all: number[]) => all.reduce((sum, one) => sum + one ** 2, 0);
    expect(se).toBeCloseTo(Math.sqrt(squares(sums) - squares(pairs)), 12);
  });

  it('stay within their stratum, and are left out and counted without anybody there', () => {
    const rows = [[10, 10, 16], [10, 10, 17], [10, 10, 11], [10, 10, 12], [10, 10, 99], [10, 10, 30]]; // prettier-ignore
    const panel = panelFrom(rows, [2, 2, 3, 3, 3, 2]);
    const found = matchedComparison(panel, Int32Array.from([0, 0, 0, 0, 1, 2]))!;
    expect(found).toMatchObject({ estimate: expect.closeTo(5, 12), units: 2, dropped: 1 });
  });

  it('are never compared with a unit that is treated within the weeks compared', () => {
    const rows = [[1, 1, 4, 9], [1, 1, 5, 9], [1, 1, 2, 2], [1, 1, 2, 2], [1, 1, 2, 70]]; // prettier-ignore
    // The last unit scored as the first two did, but starts a week later; its one week with an effect of 68 counts once.
    const { estimate } = matchedComparison(panelFrom(rows, [2, 2, 4, 4, 3]), oneStratum(5))!;
    expect(estimate).toBeCloseTo((2 * 4.5 + 2 * 5 + 68) / 5, 12);
  });

  it('have no effect without matches', () => {
    expect(matchedComparison(panelFrom([[1, 2], [1, 3]], [1, 1]), oneStratum(2))).toBeNull(); // prettier-ignore
    expect(matchedComparison(panelFrom([[1, 2], [1, 3]], [0, 2]), oneStratum(2))).toBeNull(); // prettier-ignore
  });

  it('are seen together in the same weeks, so that no season comes between', () => {
    const quiet = { answer: 0, unitShock: 0, clusterShock: 0, answers: 3, effect: () => 4 };
    const panel = simulatedPanel(quiet, 3);
    const { estimate, units } = matchedComparison(panel, oneStratum(120))!;
    expect(units).toBeGreaterThan(60);
    expect(estimate).toBeCloseTo(4, 8);
  });

  it('say about what imputation says where nobody moved before', () => {
    const panel = simulatedPanel({ clusters: 400, effect: () => 3 }, 6);
    const [matched, { att }] = [matchedComparison(panel, oneStratum(400))!, imputation(panel)];
    expect(matched.low).toBeLessThan(3);
    expect(matched.high).toBeGreaterThan(3);
    expect(matched.se).toBeGreaterThan(att!.se);
    expect(matched.se).toBeLessThan(3 * att!.se);
  });
});
