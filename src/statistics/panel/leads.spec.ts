import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { simulatedPanel, type Simulated } from '../../../test/statistics/simulated-panel.js';
import { fTail } from '../f-distribution.js';
import { seededRandom } from '../seeded-random.js';
import { leadsTest, LEADS } from './leads.js';
import { columnOf, preWeekFit, residualWithout } from './pre-weeks.js';
import { DONUT_WEEKS, type Staggered, untreatedFit } from './staggered.js';
import { twoWayEstimate } from './two-way-estimate.js';
import { residualsOf, type TwoWay } from './two-way.js';
import { waldOf } from './wald.js';
import { clusterSums, redrawn, wildBootstrap } from './wild-bootstrap.js';

/** Small panels of few units, some clusters of two. */
const somePanel = fc
  .record({ seed: fc.integer({ min: 1, max: 100_000 }), together: fc.integer({ min: 1, max: 2 }) })
  .map(({ seed, together }) =>
    simulatedPanel({ clusters: 20, unitsPerCluster: together, weeks: 14, starts: [3, 12], answers: 6 }, seed),
  );

/** The untreated rows as a panel of their own weights, and a written-out column for each week before the start. */
function written(panel: Staggered, fit: TwoWay, columns: readonly number[]) {
  const left = { ...panel.panel, weight: fit.weight };
  const dummies = columns.map(() => new Float64Array(panel.y.length));
  for (let unit = 0; unit < left.units; unit += 1)
    for (let row = left.from[unit]!; row < left.from[unit + 1]!; row += 1) {
      const at = columns.indexOf(columnOf(panel, LEADS, unit, row));
      if (at >= 0) dummies[at]![row] = 1;
    }
  return { left, dummies };
}

describe('weeks before the start', () => {
  it('have the coefficients and errors of columns that are written out', () => {
    fc.assert(
      fc.property(somePanel, (panel) => {
        const fit = untreatedFit(panel);
        const { weeks, parameters, rows, clusters } = preWeekFit(panel, fit, LEADS);
        const kept = weeks!.map(({ week }) => -1 - week);
        const { left, dummies } = written(panel, fit, kept);
        const estimate = twoWayEstimate(left, panel.y.slice(), dummies, { of: 'unit', number: panel.clusters });
        expect(estimate).toMatchObject({ rows, parameters, clusters, dropped: [] });
        weeks!.forEach(({ estimate: slope, error }, at) => {
          const { estimate: expected, error: expectedError } = estimate.slopes[at]!;
          expect(slope).toBeCloseTo(expected, 7);
          for (const part of ['cr0', 'cr1', 'low', 'high', 'p'] as const)
            expect(error[part]).toBeCloseTo(expectedError![part], 6);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('count their rows and clusters', () => {
    const panel = simulatedPanel({ clusters: 6, unitsPerCluster: 2, weeks: 10, starts: [4, 4], never: 0.4 }, 4);
    const { weeks, dropped } = preWeekFit(panel, untreatedFit(panel), LEADS);
    const starting = panel.start.filter((start) => start < 10).length;
    const [last] = weeks!;
    expect(last).toMatchObject({ week: -1, clusters: starting / 2 });
    expect(last!.units).toBeLessThanOrEqual(starting);
    // Four weeks lie before the start; the furthest of them is what the others are compared with.
    expect(weeks!.map(({ week }) => week)).toEqual([-1, -2, -3]);
    expect(dropped).toEqual([-4, -5, -6, -7, -8]);
  });

  it('find a planted movement exactly when there is no noise', () => {
    const quiet = { answer: 0, unitShock: 0, clusterShock: 0, before: (week: number) => (week >= -8 ? week / 4 : 0) };
    const panel = simulatedPanel({ ...quiet, starts: [10, 20] }, 5);
    const { weeks } = preWeekFit(panel, untreatedFit(panel), LEADS);
    expect(weeks).toHaveLength(8);
    for (const { week, estimate } of weeks!) expect(estimate).toBeCloseTo(week / 4, 8);
  });
});

describe('the test of weeks before the start', () => {
  it('rejects when units moved before, and gives its degrees of freedom', () => {
    const test = leadsTest(simulatedPanel({ starts: [10, 20], before: (week) => 4 + week / 2 }, 2))!;
    expect(test).toMatchObject({ method: 'wildBootstrap', freedom: [8, 119], clusters: 120, draws: 999, dropped: [] });
    expect(test.p).toBeLessThan(0.01);
    expect(test.pByF).toBe(fTail(test.statistic, 8, 119));
  });

  it('trusts the F distribution from 300 clusters on', () => {
    const many = simulatedPanel({ clusters: 300 }, 2);
    expect(leadsTest(many)).toMatchObject({ method: 'f', draws: 0, freedom: [8, 299] });
    expect(leadsTest(simulatedPanel({ clusters: 299 }, 2), { draws: 19 })).toMatchObject({ method: 'wildBootstrap' });
  });

  it('is the same for the same seed', () => {
    const panel = simulatedPanel({ clusters: 30 }, 9);
    const [one, again, other] = [4, 4, 5].map((seed) => leadsTest(panel, { seed, draws: 199 })!.p);
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });

  it('leaves the last four weeks out when the fit does', () => {
    const panel = simulatedPanel({ starts: [12, 20], before: (week) => (week >= -4 ? 5 : 0) }, 2);
    const donut = leadsTest(panel, { fit: untreatedFit(panel, DONUT_WEEKS) })!;
    expect(donut.weeks.map(({ week }) => week)).toEqual([-5, -6, -7, -8]);
    expect(donut.dropped).toEqual([-1, -2, -3, -4]);
    expect(donut.p).toBeGreaterThan(0.05);
    expect(leadsTest(panel)!.p).toBeLessThan(0.01);
  });

  it('cannot be made without weeks before a start, or with no more clusters than weeks', () => {
    expect(leadsTest(simulatedPanel({ never: 1 }, 1))).toBeNull();
    expect(leadsTest(simulatedPanel({ clusters: 7, unitsPerCluster: 20 }, 1))).toBeNull();
    expect(leadsTest(simulatedPanel({ clusters: 1, unitsPerCluster: 20 }, 1))).toBeNull();
  });

  it.each([
    [11, "Webb's six points"],
    [12, "Rademacher's two points"],
  ])('draws for %s clusters from %s', (clusters, points) => {
    expect(leadsTest(simulatedPanel({ clusters, unitsPerCluster: 9 }, 3), { draws: 9 })!.convention).toMatch(points);
  });
});

/** The panel whose outcome is the fit under the null plus v e, refitted row by row. */
function refitted(panel: Simulated, fit: TwoWay, v: Float64Array): number | null {
  const residual = residualWithout(panel, fit);
  const y = panel.y.slice();
  for (let unit = 0; unit < panel.panel.units; unit += 1)
    for (let row = panel.panel.from[unit]!; row < panel.panel.from[unit + 1]!; row += 1)
      y[row] = panel.y[row]! + (v[panel.clusters[unit]!]! - 1) * residual(unit, row);
  const { preWeeks, pull, scores } = preWeekFit({ ...panel, y }, fit, LEADS);
  return waldOf(preWeeks, pull, scores);
}

describe('a draw of the wild bootstrap', () => {
  it('is the whole panel drawn and fitted anew', () => {
    fc.assert(
      fc.property(somePanel, fc.integer({ min: 1, max: 1000 }), (panel, seed) => {
        const fit = untreatedFit(panel);
        const { preWeeks } = preWeekFit(panel, fit, LEADS);
        const random = seededRandom(seed);
        const v = new Float64Array(20).map(() => (random() < 0.5 ? -1 : Math.sqrt(1.5)));
        const { pull, scores } = redrawn(fit, preWeeks, clusterSums(panel, fit, preWeeks), v);
        const expected = refitted(panel, fit, v);
        fc.pre(expected !== null);
        expect(waldOf(preWeeks, pull, scores)! / expected!).toBeCloseTo(1, 6);
      }),
      { numRuns: 20 },
    );
  });

  it('with nothing changed is the panel itself', () => {
    const panel = simulatedPanel({ clusters: 25, unitsPerCluster: 2 }, 8);
    const fit = untreatedFit(panel);
    const { preWeeks, pull, scores } = preWeekFit(panel, fit, LEADS);
    const same = redrawn(fit, preWeeks, clusterSums(panel, fit, preWeeks), new Float64Array(25).fill(1));
    same.pull.forEach((value, at) => expect(value).toBeCloseTo(pull[at]!, 7));
    same.scores.forEach((value, at) => expect(value).toBeCloseTo(scores[at]!, 7));
  });

  it('says that a statistic of zero is nothing unusual', () => {
    const panel = simulatedPanel({ clusters: 25 }, 8);
    const fit = untreatedFit(panel);
    const { preWeeks } = preWeekFit(panel, fit, LEADS);
    expect(wildBootstrap(panel, fit, preWeeks, { wald: 0, seed: 1, draws: 19 }).p).toBe(1);
  });

  it('stands on residuals that add up to nothing in every unit', () => {
    const panel = simulatedPanel({ clusters: 12 }, 8);
    const fit = untreatedFit(panel);
    const [residual, left] = [residualWithout(panel, fit), residualsOf(fit, panel.y)];
    for (let unit = 0; unit < panel.panel.units; unit += 1) {
      let sum = 0;
      for (let row = panel.panel.from[unit]!; row < panel.panel.from[unit + 1]!; row += 1) {
        if (fit.weight[row]! > 0) expect(residual(unit, row)).toBeCloseTo(left[row]!, 9);
        sum += fit.weight[row]! * left[row]!;
      }
      expect(sum).toBeCloseTo(0, 8);
    }
  });
});
