import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { simulatedPanel, treatedColumn, truthOf } from '../../../test/statistics/simulated-panel.js';
import { seededRandom } from '../seeded-random.js';
import { criticalT } from '../student-t.js';
import { cholesky, solve } from './cholesky.js';
import { imputation } from './imputation.js';
import { panelOf, rowsOf } from './panel.js';
import { DONUT_WEEKS, type Staggered, untreatedFit } from './staggered.js';
import { twoWayEstimate } from './two-way-estimate.js';

/** A balanced panel of rows of y, a unit a row, each unit a cluster; null is a missing row. */
function staggered(rows: readonly (readonly (number | null)[])[], start: readonly number[]): Staggered {
  const times = rows[0]!.length;
  const cells = rows.flatMap((ys, unit) => ys.map((y, time) => ({ unit, time, weight: 1, y })));
  const there = cells.filter(({ y }) => y !== null);
  const { panel, order } = panelOf(there, rows.length, times);
  return {
    panel,
    y: Float64Array.from(order, (at) => there[at]!.y!),
    start: Int32Array.from(start),
    clusters: Int32Array.from(start, (_, unit) => unit),
  };
}

describe('the imputation estimator', () => {
  it('says of three units and three times what one works out by hand', () => {
    // B and C start at the third time. Without treatment B would have gone from its 4 to 6.5, and C from its 2 to 4.5, as A
    // went from 1.5 to 4: effects of 3.5 and 4.5, 4 on average, whose squared distances over 2 add up to 2 x 0.25².
    const three = staggered(
      [
        [1, 2, 4],
        [3, 5, 10],
        [2, 2, 9],
      ],
      [3, 2, 2],
    );
    const { att, weeks, ...rest } = imputation(three, { leastClusters: 2 });
    expect(rest).toMatchObject({ rows: 7, clusters: 3, dropped: 0, slopes: [], droppedColumns: [] });
    const se = Math.sqrt(0.125);
    expect(att).toMatchObject({ estimate: expect.closeTo(4, 12), se: expect.closeTo(se, 12), rows: 2, units: 2 });
    expect(att!.high).toBeCloseTo(4 + criticalT(0.95, 2) * se, 9);
    expect(weeks).toMatchObject([
      { week: 0, estimate: expect.closeTo(4, 12), se: expect.closeTo(se, 12), clusters: 2 },
    ]);
  });

  it('leaves out and counts treated rows of which nothing is known without treatment', () => {
    // The second unit is treated from the first time on; at the last time nobody is untreated.
    const panel = staggered(
      [
        [1, 2, 7, 9],
        [5, 5, 5, 5],
        [3, 4, 5, 8],
      ],
      [2, 0, 3],
    );
    const { att, dropped } = imputation(panel, { leastClusters: 1 });
    expect(dropped).toBe(4 + 2);
    expect(att).toMatchObject({ estimate: expect.closeTo(4, 12), rows: 1, units: 1, clusters: 1 });
  });

  it('has no effect to give without treated rows, and no error with one cluster', () => {
    const untreated = staggered([[1, 2, 4], [3, 5, 6]], [3, 3]); // prettier-ignore
    expect(imputation(untreated)).toMatchObject({ att: null, weeks: [], dropped: 0 });
    const alone = { ...staggered([[1, 2, 4], [3, 5, 6]], [3, 2]), clusters: Int32Array.from([0, 0]) }; // prettier-ignore
    const { att, convention } = imputation(alone);
    expect(att).toBeNull();
    expect(convention).toMatch('No standard errors: all rows are in one cluster');
  });

  it('finds a planted effect exactly when there is no noise, week by week', () => {
    const quiet = { answer: 0, unitShock: 0, clusterShock: 0, effect: (week: number) => 2 + week ** 2 };
    const panel = simulatedPanel(quiet, 7);
    const { att, weeks } = imputation(panel);
    expect(att!.estimate).toBeCloseTo(truthOf(panel), 8);
    expect(weeks.length).toBeGreaterThan(5);
    for (const { week, estimate, se } of weeks) {
      expect(estimate).toBeCloseTo(2 + week ** 2, 8);
      expect(se).toBeLessThan(1e-8);
    }
  });

  it('shows a week since the start while 30 clusters remain', () => {
    const { weeks } = imputation(simulatedPanel({}, 3));
    expect(weeks.map(({ week }) => week)).toEqual(weeks.map((_, at) => at));
    for (const { clusters } of weeks) expect(clusters).toBeGreaterThanOrEqual(30);
    const all = imputation(simulatedPanel({}, 3), { leastClusters: 1 }).weeks;
    expect(all[weeks.length]!.clusters).toBeLessThan(30);
  });

  it('does without the last weeks before the start when they are left out', () => {
    // Units fell behind in the four weeks before; without these the effect is what was planted.
    const dip = { answer: 0, unitShock: 0, clusterShock: 0, before: (week: number) => (week >= -DONUT_WEEKS ? -3 : 0) };
    const panel = simulatedPanel(dip, 11);
    expect(imputation(panel).att!.estimate).toBeGreaterThan(truthOf(panel) + 0.3);
    const donut = imputation(panel, { fit: untreatedFit(panel, DONUT_WEEKS) });
    expect(donut.att!.estimate).toBeCloseTo(truthOf(panel), 8);
  });
});

interface Case {
  panel: Staggered;
  columns: Float64Array[];
}

/** Small unbalanced weighted panels with two covariates, three clusters, some rows of weight 0. */
const somePanel = fc.integer({ min: 1, max: 1_000_000 }).map((seed): Case => {
  const random = seededRandom(seed);
  const cells = Array.from({ length: 8 * 6 }, (_, at) => ({
    ...{ unit: Math.floor(at / 6), time: at % 6 },
    weight: random() < 0.05 ? 0 : 1 + Math.floor(random() * 5),
  })).filter(() => random() < 0.9);
  const { panel } = panelOf(cells, 8, 6);
  const numbers = () => new Float64Array(rowsOf(panel)).map(() => 10 * random());
  const start = Int32Array.from({ length: 8 }, (_, unit) => (unit < 3 ? 6 : 2 + Math.floor(random() * 4)));
  const clusters = Int32Array.from({ length: 8 }, (_, unit) => unit % 3);
  return { panel: { panel, y: numbers(), start, clusters }, columns: [numbers(), numbers()] };
});

const unitOf = ({ panel }: Staggered, row: number) => panel.from.findLastIndex((first) => first <= row);

/** What is left of y after least squares on untreated rows with a column for each unit and time, and covariates. */
function leftByDummies({ panel: staggered, columns }: Case): Float64Array {
  const { panel, y, start } = staggered;
  const size = panel.units + panel.times + columns.length;
  const design = Array.from(y, (_, row) => {
    const x = new Float64Array(size);
    x[unitOf(staggered, row)] = x[panel.units + panel.time[row]!] = 1;
    columns.forEach((column, at) => (x[panel.units + panel.times + at] = column[row]!));
    return x;
  });
  const [products, side] = [new Float64Array(size * size), new Float64Array(size)];
  design.forEach((x, row) => {
    const weight = panel.time[row]! < start[unitOf(staggered, row)]! ? panel.weight[row]! : 0;
    x.forEach((value, at) => {
      side[at]! += weight * value * y[row]!;
      x.forEach((other, to) => (products[at * size + to]! += weight * value * other));
    });
  });
  const effects = solve(cholesky(products, size), side);
  return y.map((value, row) => value - design[row]!.reduce((sum, x, at) => sum + x * effects[at]!, 0));
}

const copies = (columns: readonly Float64Array[]) => columns.map((column) => column.slice());

/** The variance by its definition: the estimate is a sum of v y, and v is had by moving each y by one. */
function varianceByMoves({ panel: staggered, columns }: Case, left: Float64Array, average: number): number {
  const { panel, y, start, clusters } = staggered;
  const estimate = (moved: Float64Array) =>
    imputation({ ...staggered, y: moved }, { covariates: copies(columns) }).att!.estimate;
  const [sums, unmoved] = [new Float64Array(3), estimate(y)];
  y.forEach((_, row) => {
    const unit = unitOf(staggered, row);
    const share = estimate(y.with(row, y[row]! + 1)) - unmoved;
    if (panel.weight[row]! > 0)
      sums[clusters[unit]!]! += share * (left[row]! - (panel.time[row]! >= start[unit]! ? average : 0));
  });
  return sums.reduce((sum, one) => sum + one ** 2, 0);
}

describe('on small panels of any shape, with covariates or without', () => {
  it.each([0, 2])('it is what least squares with a column for each unit and time says, %s covariates', (many) => {
    fc.assert(
      fc.property(somePanel, ({ panel, columns }) => {
        const some = { panel, columns: columns.slice(0, many) };
        const { att, dropped } = imputation(panel, { covariates: copies(some.columns) });
        fc.pre(att !== null && dropped === 0);
        const left = leftByDummies(some);
        const isTreated = (row: number) => panel.panel.time[row]! >= panel.start[unitOf(panel, row)]!;
        const weights = panel.panel.weight.map((weight, row) => (isTreated(row) ? weight : 0));
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const average = weights.reduce((sum, weight, row) => sum + weight * left[row]!, 0) / total;
        expect(att!.estimate).toBeCloseTo(average, 7);
        expect(att!.se).toBeCloseTo(Math.sqrt(varianceByMoves(some, left, average)), 6);
      }),
      { numRuns: 8 },
    );
  });

  it('does not change with effects of units and times, nor with the scale of the weights', () => {
    fc.assert(
      fc.property(somePanel, ({ panel }) => {
        const before = imputation(panel).att;
        fc.pre(before !== null);
        const y = panel.y.map((value, row) => value + 3 * unitOf(panel, row) - 7 * panel.panel.time[row]!);
        const weight = panel.panel.weight.map((one) => 4 * one);
        const after = imputation({ ...panel, y, panel: { ...panel.panel, weight } }).att!;
        expect(after.estimate).toBeCloseTo(before!.estimate, 8);
        expect(after.se).toBeCloseTo(before!.se, 8);
      }),
      { numRuns: 30 },
    );
  });

  it('names covariates that say nothing new', () => {
    const { panel, columns } = fc.sample(somePanel, { numRuns: 1, seed: 4 })[0]!;
    const [x] = columns;
    const ofUnit = x!.map((_, row) => unitOf(panel, row));
    const { slopes, droppedColumns } = imputation(panel, {
      covariates: [x!, ofUnit, x!.map((value) => 2 * value + 1)],
    });
    expect(slopes.map(({ column }) => column)).toEqual([0]);
    expect(droppedColumns).toEqual([
      { column: 1, reason: 'absorbed' },
      { column: 2, reason: 'collinear' },
    ]);
  });
});

const REAL = '../shared/data/impact/base_stagg.csv';
const there = existsSync(REAL);
if (!there) process.stderr.write(`Skipped: ${REAL} is not on this machine.\n`);

(there ? describe : describe.skip)('95 units whose treatment starts in different years', () => {
  it('have an effect near the true one of -1, where two-way fixed effects says -3.7', () => {
    const records = parse(readFileSync(REAL), { columns: true }) as Record<string, string>[];
    const cells = records.map(({ id, year, y, x1, year_treated: since }) => ({
      ...{ unit: Number(id) - 1, time: Number(year) - 1, weight: 1, y: Number(y), x: Number(x1), since: Number(since) },
    }));
    const units = Math.max(...cells.map(({ unit }) => unit)) + 1;
    const { panel, order } = panelOf(cells, units, 10);
    const start = new Int32Array(units);
    for (const { unit, since } of cells) start[unit] = Math.min(since - 1, 10);
    const y = Float64Array.from(order, (at) => cells[at]!.y);
    const x = Float64Array.from(order, (at) => cells[at]!.x);
    const study = { panel, y, start, clusters: Int32Array.from(start, (_, unit) => unit) };
    const { att, clusters } = imputation(study, { covariates: [x] });
    expect(clusters).toBe(95);
    expect(att!.low).toBeLessThan(-1);
    expect(att!.high).toBeGreaterThan(-1);
    expect(twoWayEstimate(panel, y.slice(), [treatedColumn(study)]).slopes[0]!.estimate).toBeLessThan(-3);
  });
});
