import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { seededRandom, shuffled } from '../seeded-random.js';
import { cholesky, solve } from './cholesky.js';
import { type Clusters } from './cluster-error.js';
import { panelOf } from './panel.js';
import { twoWayEstimate } from './two-way-estimate.js';

interface Row {
  unit: number;
  time: number;
  weight: number;
  y: number;
  x: number[];
  /** Of the unit, when units nest. */
  cluster?: number;
}

/** What the estimator says of rows in any order; clusters by unit unless rows say otherwise. */
function estimate(rows: readonly Row[], of: Clusters['of'] = 'unit') {
  const most = (which: (row: Row) => number) => Math.max(...rows.map(which)) + 1;
  const { panel, order } = panelOf(
    rows,
    most(({ unit }) => unit),
    most(({ time }) => time),
  );
  const sorted = order.map((at) => rows[at]!);
  const column = (which: (row: Row) => number) => Float64Array.from(sorted, which);
  const columns = rows[0]!.x.map((_, at) => column(({ x }) => x[at]!));
  const clusterOf = (row: Row) => row.cluster ?? row.unit;
  const number = new Int32Array(of === 'unit' ? panel.units : rows.length);
  sorted.forEach((row, at) => (number[of === 'unit' ? row.unit : at] = clusterOf(row)));
  return twoWayEstimate(
    panel,
    column(({ y }) => y),
    columns,
    { of, number },
  );
}

const REAL = '../shared/data/impact';
const there = existsSync(REAL);
if (!there) process.stderr.write(`Skipped: the published panels of ${REAL} are not on this machine.\n`);

function published(
  name: string,
  row: (cells: Record<string, string>) => Omit<Row, 'unit' | 'time'>,
  unit: string,
): Row[] {
  const records = parse(readFileSync(`${REAL}/${name}.csv`), { columns: true }) as Record<string, string>[];
  const units = [...new Set(records.map((cells) => cells[unit]!))];
  const years = [...new Set(records.map(({ year }) => Number(year)))].sort((a, b) => a - b);
  return records.map((cells) => ({
    ...row(cells),
    unit: units.indexOf(cells[unit]!),
    time: years.indexOf(Number(cells.year)),
  }));
}

const relative = (value: number) => expect.closeTo(value, Math.max(0, 6 - Math.floor(Math.log10(Math.abs(value)))));

(there ? describe : describe.skip)('published panels, as R (plm and sandwich) has them', () => {
  it('ten firms in twenty years: what they invest by value and capital', () => {
    const firms = published(
      'grunfeld',
      ({ inv, value, capital }) => ({ weight: 1, y: Number(inv), x: [Number(value), Number(capital)] }),
      'firm',
    );
    const { slopes, ...rest } = estimate(firms);
    expect(rest).toMatchObject({ rows: 200, clusters: 10, parameters: 22, dropped: [] });
    expect(slopes).toMatchObject([
      {
        estimate: relative(0.1177158550826),
        error: { cr0: relative(0.009712023686835), cr1: relative(0.01082442947686) },
      },
      {
        estimate: relative(0.3579162730734),
        error: { cr0: relative(0.04293110893997), cr1: relative(0.04784839659259) },
      },
    ]);
  });

  it('95 units whose treatment starts in different years: far from the true effect of -1', () => {
    const units = published(
      'base_stagg',
      ({ year, year_treated: since, x1, y }) => ({
        ...{ weight: 1, y: Number(y), x: [Number(year) >= Number(since) ? 1 : 0, Number(x1)] },
      }),
      'id',
    );
    const { slopes, ...rest } = estimate(units);
    expect(rest).toMatchObject({ rows: 950, clusters: 95, parameters: 12 });
    expect(slopes).toMatchObject([
      {
        estimate: relative(-3.683101446746),
        error: { cr0: relative(0.3570780358227), cr1: relative(0.3610710758984) },
      },
      { estimate: relative(1.018332100559) },
    ]);
  });
});

/** Unbalanced weighted panels of six units and five times, two regressors, some rows of weight 0. */
const somePanel = fc.integer({ min: 1, max: 100_000 }).map((seed): Row[] => {
  const random = seededRandom(seed);
  return Array.from({ length: 30 }, (_, at) => {
    const [unit, time] = [Math.floor(at / 5), at % 5];
    const x = [random() * 4 + unit, random() * 2 - time];
    const weight = random() < 0.1 ? 0 : 1 + Math.floor(random() * 9);
    return { unit, time, weight, x, y: unit * 3 - time + 2 * x[0]! - x[1]! + random() * 2, cluster: unit % 3 };
  }).filter(() => random() < 0.85);
});

/** Least squares with a column for each unit and time, and the sandwich written out. */
function byDummies(all: readonly Row[]) {
  const rows = all.filter(({ weight }) => weight > 0);
  const designOf = ({ x, unit, time }: Row) => [
    ...[0, 1, 2, 3, 4, 5].map((one) => (one === unit ? 1 : 0)),
    ...[0, 1, 2, 3, 4].map((one) => (one === time ? 1 : 0)),
    ...x,
  ];
  const design = rows.map(designOf);
  const size = design[0]!.length;
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  design.forEach((line, at) =>
    line.forEach((one, i) => {
      right[i]! += rows[at]!.weight * one * rows[at]!.y;
      line.forEach((other, j) => (matrix[i * size + j]! += rows[at]!.weight * one * other));
    }),
  );
  const bread = cholesky(matrix, size);
  const beta = solve(bread, right);
  const pulls = [0, 1, 2].map((cluster) => {
    const score = new Float64Array(size);
    design.forEach((line, at) => {
      const { weight, y, cluster: own } = rows[at]!;
      if (own !== cluster) return;
      const e = y - line.reduce((sum, one, i) => sum + one * beta[i]!, 0);
      line.forEach((one, i) => (score[i]! += weight * one * e));
    });
    return solve(bread, score);
  });
  const variance = (place: number) => pulls.reduce((sum, pull) => sum + pull[place]! ** 2, 0);
  return [size - 2, size - 1].map((place) => ({ estimate: beta[place]!, cr0: Math.sqrt(variance(place)) }));
}

const close = (value: number) => expect.closeTo(value, 6);
const figures = ({ slopes }: ReturnType<typeof estimate>) =>
  slopes.map((slope) => ({
    estimate: close(slope.estimate),
    error: { cr1: close(slope.error!.cr1), p: close(slope.error!.p) },
  }));

describe('two-way fixed effects', () => {
  it('are least squares with a column for each unit and time, whatever is missing and however rows weigh', () => {
    fc.assert(
      fc.property(somePanel, (rows) => {
        const { slopes } = estimate(rows);
        const expected = byDummies(rows);
        expect(slopes).toMatchObject(
          expected.map((one) => ({ estimate: close(one.estimate), error: { cr0: close(one.cr0) } })),
        );
      }),
      { numRuns: 50 },
    );
  });

  it.each<[string, (row: Row) => Row]>([
    ['all weights times seven', (row) => ({ ...row, weight: row.weight * 7 })],
    ['what belongs to a unit or a time in y', (row) => ({ ...row, y: row.y + row.unit ** 3 - 100 * row.time })],
    [
      'what belongs to a unit or a time in a regressor',
      (row) => ({ ...row, x: [row.x[0]! + 9 * row.unit, row.x[1]! - row.time] }),
    ],
    ['other numbers for the units', (row) => ({ ...row, unit: 5 - row.unit })],
    ['times the other way round', (row) => ({ ...row, time: 4 - row.time })],
    ['other numbers for the clusters', (row) => ({ ...row, cluster: 7 - row.cluster! })],
  ])('say the same with %s', (_what, changed) => {
    fc.assert(
      fc.property(somePanel, (rows) => {
        expect(estimate(rows.map(changed))).toMatchObject({ slopes: figures(estimate(rows)) });
      }),
      { numRuns: 20 },
    );
  });

  it('say the same of rows in any order', () => {
    fc.assert(
      fc.property(somePanel, fc.integer(), (rows, seed) => {
        expect(estimate(shuffled(rows, seededRandom(seed)))).toMatchObject({ slopes: figures(estimate(rows)) });
      }),
      { numRuns: 20 },
    );
  });

  it('have the same coefficients when clusters are split, and CR0 of the same rows by unit or by row', () => {
    const [rows] = fc.sample(somePanel, { numRuns: 1, seed: 3 }) as [Row[]];
    const [whole, split] = [estimate(rows), estimate(rows.map((row) => ({ ...row, cluster: row.unit })))];
    expect(split.clusters).toBe(6);
    expect(split.slopes.map((one) => one.estimate)).toEqual(whole.slopes.map((one) => one.estimate));
    const byRow = estimate(rows, 'row');
    expect(byRow.slopes.map(({ error }) => close(error!.cr0))).toEqual(
      whole.slopes.map(({ error }) => close(error!.cr0)),
    );
    expect(byRow.parameters).toBe(whole.parameters + 6 - 1);
    expect(byRow.convention).toContain('do not nest');
  });
});

describe('columns that say nothing new', () => {
  const [base] = fc.sample(somePanel, { numRuns: 1, seed: 8 }) as [Row[]];
  const withColumns = (more: (row: Row) => number[]) =>
    estimate(base.map((row) => ({ ...row, x: [...row.x, ...more(row)] }))).dropped;

  it.each<[string, (row: Row) => number, 'absorbed' | 'collinear']>([
    ['a constant', () => 0.1, 'absorbed'],
    ['zeros', () => 0, 'absorbed'],
    ['what belongs to the unit', ({ unit }) => unit * 1e6, 'absorbed'],
    ['what belongs to the time, in great numbers', ({ time }) => 1.7e9 + time * 604_800, 'absorbed'],
    ['the sum of both', ({ unit, time }) => unit ** 2 + Math.sqrt(time), 'absorbed'],
    ['another column over again', ({ x }) => x[1]!, 'collinear'],
    ['a combination of the others and of effects', ({ x, unit }) => 2 * x[0]! - x[1]! + unit, 'collinear'],
  ])('%s: dropped and named', (_what, more, reason) => {
    expect(withColumns((row) => [more(row)])).toEqual([{ column: 2, reason }]);
  });

  it('a column that moves little about a great number is kept', () => {
    expect(withColumns(({ y }) => [1e6 + y])).toEqual([]);
  });
});

describe('errors that cannot be had', () => {
  const [base] = fc.sample(somePanel, { numRuns: 1, seed: 8 }) as [Row[]];

  it('one cluster: coefficients without errors, and the reason', () => {
    const { slopes, convention } = estimate(base.map((row) => ({ ...row, cluster: 0 })));
    expect(slopes.map(({ error }) => error)).toEqual([null, null]);
    expect(convention).toContain('one cluster');
  });

  it('as many parameters as rows: nothing is left to err by', () => {
    const corners = [0, 1, 2, 3].map((at) => ({
      unit: at >> 1,
      time: at & 1,
      weight: 1,
      y: at ** 2,
      x: [at === 3 ? 1 : 0],
    }));
    const { slopes, convention } = estimate(
      corners.map((row, cluster) => ({ ...row, cluster })),
      'row',
    );
    expect(slopes).toEqual([{ column: 0, estimate: expect.closeTo(4, 10), error: null }]);
    expect(convention).toContain('4 rows cannot tell 4 parameters from chance');
  });

  it('an exact fit has no error, and no doubt', () => {
    const exact = estimate(base.map((row) => ({ ...row, y: row.x[0]!, cluster: row.unit })));
    expect(exact.slopes[0]).toMatchObject({
      estimate: expect.closeTo(1, 10),
      error: { cr1: expect.closeTo(0, 10), p: expect.closeTo(0, 8) },
    });
  });
});
