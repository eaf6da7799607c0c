import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { EstimateDocument } from '../../src/impact/estimate/estimate-document.js';

const folder = mkdtempSync(join(tmpdir(), 'cxu-panel-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function aFile(content: string | Buffer): string {
  const path = join(folder, `${(files += 1)}.csv`);
  writeFileSync(path, content);
  return path;
}

/** As a shell runs it, where there is no database and none may be started. */
function study(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: 'postgresql://127.0.0.1:1/none', REDIS_URL: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'study', 'estimate', ...args], {
    ...{ env, encoding: 'utf8', timeout: 30_000 },
  });
  return { status, stdout, stderr };
}

function documentOf(...args: string[]): EstimateDocument {
  const { status, stdout, stderr } = study(...args, '--json');
  expect({ status, stderr }).toMatchObject({ status: 0 });
  return JSON.parse(stdout) as EstimateDocument;
}

const relative = (value: number) => expect.closeTo(value, Math.max(0, 6 - Math.floor(Math.log10(Math.abs(value)))));

const REAL = '../shared/data/impact';
const there = existsSync(REAL);
if (!there) process.stderr.write(`Skipped: the published panels of ${REAL} are not on this machine.\n`);

(there ? describe : describe.skip)('published panels, as R (plm and sandwich) has them', () => {
  it('ten firms in twenty years: what they invest by value and capital', () => {
    const found = documentOf(
      ...['--panel', `${REAL}/grunfeld.csv`, '--unit', 'firm', '--time', 'year', '--outcome', 'inv'],
      ...['--treated', 'value', '--covariates', 'capital', '--estimator', 'twfe'],
    );
    expect(found).toMatchObject({ n: 200, clusters: 10, dropped: { rows: 0, columns: [] } });
    expect(found.convention).toContain('G = 10, N = 200, K = 22');
    expect(found.estimates).toMatchObject([
      {
        ...{ name: 'value', estimate: relative(0.1177158550826) },
        se: { cr0: relative(0.009712023686835), cr1: relative(0.01082442947686) },
      },
      {
        ...{ name: 'capital', estimate: relative(0.3579162730734) },
        se: { cr0: relative(0.04293110893997), cr1: relative(0.04784839659259) },
      },
    ]);
  });

  it('95 units that start in different years: two-way fixed effects is far off, imputation is not', () => {
    const rows = parse(readFileSync(`${REAL}/base_stagg.csv`), { columns: true }) as Record<string, string>[];
    const lines = rows.map(({ id, year, year_treated: since, x1, y }) =>
      [id, year, y, Number(year) >= Number(since) ? 1 : 0, x1].join(','),
    );
    const panel = aFile(['id,year,y,D,x1', ...lines, ''].join('\n'));
    const columns = ['--panel', panel, '--unit', 'id', '--time', 'year', '--outcome', 'y', '--treated', 'D'];
    const twfe = documentOf(...columns, '--covariates', 'x1', '--cluster', 'id', '--estimator', 'twfe');
    expect(twfe).toMatchObject({ n: 950, clusters: 95 });
    expect(twfe.estimates).toMatchObject([
      {
        ...{ name: 'D', estimate: relative(-3.683101446746) },
        se: { cr0: relative(0.3570780358227), cr1: relative(0.3610710758984) },
      },
      { name: 'x1', estimate: relative(1.018332100559) },
    ]);
    const [att, ...weeks] = documentOf(...columns, '--covariates', 'x1', '--estimator', 'imputation').estimates;
    expect(att).toMatchObject({ name: 'att', rows: 225, se: { cr1: null } });
    expect(att!.low! < -1 && att!.high! > -1).toBe(true);
    expect(weeks.map(({ week }) => week)).toEqual([0, 1, 2, 3]);
    const { test, estimates } = documentOf(...columns, '--estimator', 'leads', '--seed', '7');
    expect(test).toMatchObject({ method: 'wildBootstrap', draws: 999, freedom: [8, 94] });
    expect(estimates).toHaveLength(8);
    const before = documentOf(...columns, '--estimator', 'event-study').estimates.map(({ week }) => week);
    expect(before).toEqual([-4, -3, -2, -1, 0, 1, 2, 3]);
  });
});

/** 40 units in 6 weeks, as a spreadsheet saves them where decimals have commas: separated by semicolons, a mark in front. */
const semicolons = () => {
  const rows = Array.from({ length: 240 }, (_, at) => {
    const [unit, week] = [Math.floor(at / 6), at % 6];
    const treated = unit < 35 && week >= 2 + (unit % 4) ? 1 : 0;
    return `"Branch ""${unit}""";2026-W0${week + 1};${(70 + ((unit * 7 + week * 3) % 5) + 3 * treated).toFixed(1)};${treated}`;
  });
  return aFile(`\uFEFF"The unit";"ISO week";"Ease, %";treated\r\n${rows.join('\r\n')}\r\n`);
};
const OF = ['--unit', 'The unit', '--time', 'ISO week', '--outcome', 'Ease, %', '--treated', 'treated'];

describe('the command', () => {
  it('reads names with spaces, quotation marks and commas, semicolons and a byte order mark', () => {
    const found = documentOf('--panel', semicolons(), ...OF, '--estimator', 'imputation');
    expect(found).toMatchObject({ n: 240, clusters: 40, dropped: { rows: 0 } });
    expect(found.estimates.map(({ name }) => name)).toEqual(['att', 'week 0']);
  });

  it('talks in a table to people', () => {
    const { status, stdout } = study('--panel', semicolons(), ...OF, '--estimator', 'twfe');
    expect(status).toBe(0);
    expect(stdout).toMatch(/estimate +error +low +high +p\ntreated +\d/);
    expect(stdout).toContain('240 rows in 40 clusters; 0 rows dropped.');
  });

  it.each<[string, string[], RegExp]>([
    ['another estimator', ['--estimator', 'magic'], /--estimator takes one of twfe, imputation, event-study, leads/],
    ['a seed that is no number', ['--estimator', 'leads', '--seed', 'x'], /--seed takes a whole number/],
    ['a column that is not there', ['--estimator', 'twfe', '--weight', 'n'], /The file has no column “n”/],
  ])('refuses %s in a sentence, also to programs, and ends with 1', (_, args, sentence) => {
    const { status, stdout, stderr } = study('--panel', semicolons(), ...OF, ...args, '--json');
    expect(status).toBe(1);
    expect(stderr + stdout).toMatch(sentence);
    expect(stdout === '' || (JSON.parse(stdout) as { error: string }).error !== '').toBe(true);
    expect(stderr).not.toMatch(/at .*\.js:\d/);
  });

  it('refuses a file that is not there, and an option that is missing', () => {
    const missing = study('--panel', join(folder, 'none.csv'), ...OF, '--estimator', 'twfe');
    expect([missing.status, missing.stderr]).toEqual([1, expect.stringMatching(/none\.csv/)]);
    const short = study('--panel', semicolons(), '--unit', 'The unit');
    expect([short.status, short.stderr]).toEqual([1, expect.stringMatching(/required option/)]);
  });
});
