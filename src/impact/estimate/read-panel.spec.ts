import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FileRecord } from '../../feedback/imports/record-block.js';
import { estimateOf, type EstimatorName } from './estimators.js';
import type { PanelColumns } from './panel-columns.js';
import { readPanel } from './read-panel.js';

const COLUMNS: PanelColumns = { unit: 'unit', time: 'week', outcome: 'y', treated: 'd', covariates: [] };

const records = (text: string): FileRecord[] =>
  text.split('\n').flatMap((line, at) => (line === '' ? [] : [{ line: at + 1, cells: line.split(',') }]));

async function* blocksOf(text: string) {
  await Promise.resolve();
  yield records(text);
}

const read = (text: string, columns: Partial<PanelColumns> = {}) =>
  readPanel(blocksOf(text), { ...COLUMNS, ...columns }, records(text).length);

const estimated = async (text: string, estimator: EstimatorName, columns: Partial<PanelColumns> = {}) =>
  estimateOf(estimator, await read(text, columns), 1);

/** Three units in four weeks; the first two start one after the other, and by then score two points more. */
const ROWS = ['a', 'b', 'c'].flatMap((unit, at) =>
  [1, 2, 3, 4].map((week) => {
    const treated = at < 2 && week > 2 + at ? 1 : 0;
    return `${unit},${week},${10 * at + week * week + 2 * treated},${treated},${at + week},${unit < 'c' ? 'north' : 'south'}`;
  }),
);
const HEADING = 'unit,week,y,d,trend,region';
const fileOf = (rows: readonly string[]) => [HEADING, ...rows, ''].join('\n');
const FILE = fileOf(ROWS);

describe('a file is read as a panel', () => {
  it('whatever the order of its rows', async () => {
    const straight = await read(FILE);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(ROWS, { minLength: ROWS.length }), async (rows) => {
        const { panel, outcome, unitNames } = await read(fileOf(rows));
        const of = (name: string) => {
          const [own, other] = [unitNames.indexOf(name), straight.unitNames.indexOf(name)];
          return [
            [...outcome.subarray(panel.from[own], panel.from[own + 1])],
            [...straight.outcome.subarray(straight.panel.from[other], straight.panel.from[other + 1])],
          ];
        };
        for (const name of ['a', 'b', 'c']) {
          const [own, other] = of(name);
          expect(own).toEqual(other);
        }
      }),
    );
  });

  it.each([
    ['numbers as numbers', ['10', '9', '2'], ['2', '9', '10']],
    ['ISO weeks as text', ['2026-W10', '2026-W09', '2025-W52'], ['2025-W52', '2026-W09', '2026-W10']],
    ['ISO dates as text', ['2026-03-02', '2025-12-29', '2026-01-05'], ['2025-12-29', '2026-01-05', '2026-03-02']],
  ])('times go up: %s', async (_, times, ascending) => {
    const { timeNames } = await read(fileOf(times.map((time, at) => `a,${time},${at},0,1,x`)));
    expect(timeNames).toEqual(ascending);
  });

  it('with columns found by name, wherever they stand', async () => {
    const { outcome, treated } = await read('d,y,week,unit\n1,5,1,a\n0,7,2,a\n');
    expect([[...outcome], [...treated]]).toEqual([
      [5, 7],
      [1, 0],
    ]);
  });
});

describe('refused is', () => {
  const line = (row: string) => fileOf([...ROWS, row]);
  it.each<[string, string, Partial<PanelColumns>, RegExp]>([
    ['a column that is not there', FILE, { outcome: 'score' }, /no column “score”\. Its columns are unit, week, y, d/],
    ['a column that is there twice', 'unit,week,y,y,d\na,1,1,2,0\n', {}, /more than one column “y”/],
    ['an empty file', '', {}, /^The file is empty\.$/],
    ['an outcome that is no number', line('a,5,high,0,1,x'), {}, /Line 14: y is “high”, which is not a number\./],
    ['a row with too many cells', 'unit,week,y,d\na,1,3,5,0\n', {}, /Line 2: it has 5 cells and the heading 4/],
    ['an outcome that is missing', line('a,5,,0,1,x'), {}, /Line 14: y is empty\. Where nothing was observed/],
    ['an outcome that is NA', line('a,5,NA,0,1,x'), {}, /Line 14: y is “NA”/],
    ['an endless number', line('a,5,1e999,0,1,x'), {}, /Line 14: y is “1e999”/],
    ['a unit without a name', line(' ,5,1,0,1,x'), {}, /Line 14: unit is empty\./],
    ['a time that is missing', line('a,,1,0,1,x'), {}, /Line 14: week is empty\./],
    ['a weight below 0', line('a,5,1,0,-2,x'), { weight: 'trend' }, /Line 14: trend is -2, and a weight is 0 or more/],
    ['a row that is cut short', line('a,5,1'), {}, /Line 14: it has 3 cells and the heading 6\./],
    ['a unit and time twice', line('b,3,1,1,1,x'), {}, /Line 14: “b” at 3 is on line 8 already\./],
    ['a time written in two ways twice', line('b,3.0,1,1,1,x'), {}, /Line 14: “b” at 3 is on line 8 already\./],
  ])('%s', async (_, text, columns, sentence) => {
    await expect(read(text, columns)).rejects.toThrow(sentence);
  });

  it('every line that cannot be used, at once; of very many the first twenty', async () => {
    const bad = Array.from({ length: 2_000 }, (_, at) => `z,${at},none,0,1,x`);
    const refused = await read(fileOf(bad)).catch((error: unknown) => (error as Error).message);
    expect(refused).toMatch(/^2,000 lines cannot be used, so nothing was estimated/);
    expect(refused).toMatch(/Line 21: .*\n… and 1,980 more\.$/);
    expect(refused).not.toContain('Line 22:');
  });
});

describe('an estimator refuses', () => {
  const withD = (treated: (unit: string, week: number) => number | string) =>
    fileOf(
      ['a', 'b', 'c'].flatMap((unit) => [1, 2, 3].map((week) => `${unit},${week},1,${treated(unit, week)},1,${unit}`)),
    );
  it.each<[string, string, EstimatorName, Partial<PanelColumns>, RegExp]>([
    ['a heading alone', `${HEADING}\n`, 'twfe', {}, /a heading and no rows below it/],
    ['one unit', fileOf(ROWS.slice(0, 4)), 'twfe', {}, /one unit only in “unit”/],
    ['one time', fileOf(['a,1,2,0,1,x', 'b,1,3,1,1,x']), 'twfe', {}, /one time only in “week”/],
    [
      'weights that are all 0',
      fileOf(ROWS.map((row) => row.replace(/,\d+,(\w+)$/, ',0,$1'))),
      'twfe',
      { weight: 'trend' },
      /Every weight in “trend” is 0/,
    ],
    [
      'treatment that says nothing new',
      withD((unit) => (unit === 'a' ? 1 : 0)),
      'twfe',
      {},
      /“d” is dropped: effects of units and times say all/,
    ],
    [
      'a share as treatment',
      withD((unit, week) => (unit === 'a' && week > 1 ? 0.5 : 0)),
      'imputation',
      {},
      /Line 3: d is 0\.5\. It is 0 before the start and 1 from it on/,
    ],
    [
      'treatment that ends',
      withD((unit, week) => (unit === 'a' && week === 2 ? 1 : 0)),
      'leads',
      {},
      /Line 4: d is 0 at 3, and “a” is treated since 2\. What has started stays 1/,
    ],
    ['nobody treated', withD(() => 0), 'imputation', {}, /No row is treated/],
    ['everybody treated all along', withD(() => 1), 'imputation', {}, /Every row is treated/],
    ['clusters that cut through units', FILE, 'imputation', { cluster: 'week' }, /“week” changes within a unit/],
    [
      'covariates where it takes none',
      FILE,
      'leads',
      { covariates: ['trend'] },
      /--covariates goes with twfe and imputation/,
    ],
  ])('%s', async (_, text, estimator, columns, sentence) => {
    await expect(estimated(text, estimator, columns)).rejects.toThrow(sentence);
  });
});

describe('an estimate', () => {
  it('of an exact panel is exact, and covariates that say nothing new are named', async () => {
    const found = await estimated(FILE, 'twfe', { covariates: ['trend'] });
    expect(found.estimates.map(({ name, estimate }) => [name, Number(estimate.toFixed(9))])).toEqual([['d', 2]]);
    expect(found.dropped.columns).toEqual([{ name: 'trend', reason: 'absorbed' }]);
    expect(found.messages).toEqual(['“trend” is dropped: effects of units and times say all that it says.']);
    const [att] = (await estimated(FILE, 'imputation')).estimates;
    expect([att!.name, Number(att!.estimate.toFixed(9)), att!.se.cr1]).toEqual(['att', 2, null]);
  });

  it('takes rows of weight 0 for none, and says how many', async () => {
    const rows = [...ROWS.map((row) => `${row},3`), 'c,5,900,0,1,south,0'];
    const text = [`${HEADING},w`, ...rows, ''].join('\n');
    const found = await estimated(text, 'twfe', { weight: 'w' });
    expect(found).toMatchObject({ n: 12, dropped: { rows: 1 } });
    expect(found.estimates[0]!.estimate).toBeCloseTo(2, 9);
  });

  it('with twfe takes any number for treatment, and clusters of any kind', async () => {
    const found = await estimated(FILE, 'twfe', { treated: 'y', outcome: 'y', cluster: 'region' });
    expect(found).toMatchObject({ clusters: 2, estimates: [{ name: 'y' }] });
    expect(found.estimates[0]!.estimate).toBeCloseTo(1, 9);
    expect((await estimated(FILE, 'twfe', { cluster: 'week' })).convention).toContain('units do not nest in clusters');
  });
});
