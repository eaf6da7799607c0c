/** What every place that prints a score prints at the boundaries: under 10 answers none, 10 to 29 in grey, from 30 on a normal one. */
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DriverImportance, MOVED } from '../../src/feedback/importance/importance.service.js';
import { Standings } from '../../src/feedback/standings/standings.service.js';
import { wilson } from '../../src/statistics/proportion.js';
import { importPeople, importUnits } from '../network/files.js';
import { type TestApp, startTestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { answers, idOf, mondays } from './world.js';

const TODAY = '2027-02-10';
const CASES = [
  [9, 'none'],
  [10, 'grey'],
  [29, 'grey'],
  [30, 'normal'],
] as const;
const codeOf = (n: number) => `05${String(n).padStart(4, '0')}`;

let app: TestApp;
let dawn: Browserless;
let ana: Browserless;

beforeAll(async () => {
  app = await startTestApp({ now: `${TODAY}T10:00:00Z` });
  const others = Array.from({ length: 34 }, (_, at) => at + 100);
  await importUnits(app, [
    ...CASES.map(([n]) => `R1,North,A07,Few and Many,${codeOf(n)},Branch of ${n},branch,england,2020-01-01,`),
    ...others.map((at) => `R2,South,A20,Others,${codeOf(at)},Other ${at},branch,england,2020-01-01,`),
  ]);
  await importPeople(app, [
    'dawn,Dawn Mercer,,A07,areaManager,2020-01-01,',
    `ana,Ana Lyst,,${codeOf(9)},analyst,2020-01-01,`,
  ]);
  await answers(app, [
    ...CASES.map(([n]) => ({ unit: codeOf(n), week: '2027-02-01', n, easy: n - 3 })),
    ...others.flatMap((at) =>
      mondays('2026-12-07', 2).map((week) => ({ unit: codeOf(at), week, n: 40, easy: 28 + (at % 9) })),
    ),
  ]);
  await app.nest.get(Standings).fill(TODAY);
  dawn = await app.signInAs(await idOf(app, 'dawn'));
  ana = await app.signInAs(await idOf(app, 'ana'));
});
afterAll(() => app.stop());

const rowOf = (html: string, name: string) =>
  /<tr[\s\S]*?<\/tr>/g[Symbol.match](html)?.find((row) => row.includes(`>${name}<`)) ?? '';
const file = async (path: string) =>
  parse((await dawn.get(path)).text, { bom: true, columns: true }) as Record<string, string>[];

describe.each(CASES)('on %d answers the score is %s', (n, shown) => {
  const own = (((n - 3) / n) * 100).toFixed(1);
  const [low, high] = [wilson({ hits: n - 3, n }).low * 100, wilson({ hits: n - 3, n }).high * 100];

  it('in the table of its area', async () => {
    const row = rowOf((await dawn.get('/areas/A07?columns=ease.fair')).text, `Branch of ${n}`);
    expect(row).not.toBe('');
    expect(row.includes(own)).toBe(shown !== 'none');
    expect(row.includes(`${low.toFixed(1)} to ${high.toFixed(1)}`)).toBe(shown !== 'none');
    expect(row.includes('grey')).toBe(shown === 'grey');
    expect(row.includes('Too few yet')).toBe(shown === 'none');
  });

  it('in the file of that table, with the fair score beside it', async () => {
    const row = (await file('/areas/A07.csv')).find(({ Code }) => Code === codeOf(n));
    expect(row?.Ease).toBe(shown === 'none' ? '' : String(Number(own)));
    expect(row?.['Fair score'] === '').toBe(shown === 'none');
  });

  it('on its own page', async () => {
    const { text } = await dawn.get(`/units/${codeOf(n)}`);
    expect(text.includes(own)).toBe(shown !== 'none');
    expect(text.includes('Too few yet')).toBe(shown === 'none');
  });

  it('where branches are compared, and in that file', async () => {
    expect((await dawn.get('/areas/A07/compare')).text.includes(`>Branch of ${n}<`)).toBe(shown !== 'none');
    const codes = (await file('/areas/A07/compare.csv')).map(({ Code }) => Code);
    expect(codes.includes(codeOf(n))).toBe(shown !== 'none');
  });
});

describe('what each driver matters', () => {
  const section = async (browser: Browserless, path: string) =>
    /What matters most<\/h2>([\s\S]*?)<\/section>/.exec((await browser.get(path)).text)?.[1] ?? '';

  it('is not known at first, and every level says so', async () => {
    for (const path of ['/areas/A07', `/units/${codeOf(30)}`])
      expect(await section(dawn, path)).toContain('Not known yet');
    for (const path of ['/dashboard', '/regions/R1']) expect(await section(ana, path)).toContain('Not known yet');
  });

  it('is worked out from the answers of the last whole year, once, and again in a night when two in a hundred have come', async () => {
    const importance = app.nest.get(DriverImportance);
    const kept = () => app.db.query('select year, complete::int as complete, xmin::text as at from driver_importance');
    await importance.workOut(TODAY);
    const [first] = await kept();
    expect(first).toMatchObject({ year: 2026, complete: 34 * 80 });
    await importance.workOut(TODAY);
    expect(await kept()).toEqual([first]);
    await answers(app, [{ unit: codeOf(100), week: '2026-11-02', n: 80, easy: 60 }]);
    await importance.workOut(TODAY, MOVED.byDay);
    expect(await kept()).toEqual([first]);
    await importance.workOut(TODAY);
    expect(await kept()).toEqual([expect.objectContaining({ complete: 35 * 80 })]);
  });

  it('is shown with its ranges and what it rests on, and standings follow', async () => {
    const shown = await section(dawn, '/areas/A07');
    expect(shown).toContain('This is association, not cause.');
    expect(shown).toContain('2,800 answers of 2026 about 34 units');
    expect(shown.match(/drivers__row/g)).toHaveLength(6);
    expect(await app.db.query('select from unit_standing')).toEqual([]);
  });
});
