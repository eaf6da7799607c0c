import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ComparedQueries } from '../../src/feedback/standings/compared.queries.js';
import { Standings } from '../../src/feedback/standings/standings.service.js';
import { type TestApp, startTestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { aNetworkToCompare, branchCode, LAST_WEEK, TODAY } from './compare-world.js';
import { answers, idOf } from './world.js';

let app: TestApp;
let bea: Browserless;
const signIn = async (reference: string) => app.signInAs(await idOf(app, reference));

beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aNetworkToCompare(app);
  bea = await signIn('bea');
});
afterAll(() => app.stop());

const wordsOf = (html: string) =>
  html
    .replace(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const read = async (browser: Browserless, path: string) => wordsOf((await browser.get(path)).text);
const file = async (browser: Browserless, path: string) =>
  parse((await browser.get(path)).text, { bom: true, columns: true }) as Record<string, string>[];

describe('branches held against each other', () => {
  it('are explained in plain words, with what is expected and from whom', async () => {
    const page = await read(bea, '/areas/B1/compare');
    expect(page).toContain('A branch with few answers swings by chance');
    expect(page).toContain('Expected: 78.6 of 100, from 36 branches of the whole network with 2,059 answers.');
    expect(page).toContain('1 is clearly below and none clearly above, of 23 branches with a score');
    expect(page).toContain('1 more has fewer than ten answers and is not compared.');
  });

  it('lead from the one clearly below to the course for the driver to work on', async () => {
    const { text } = await bea.get('/areas/B1/compare');
    expect(wordsOf(text)).toContain('60 in 4 weeks 40.0 (28.6 to 52.6) 60.5 to 92.3 52.0 (41.6 to 62.4) Clearly below');
    expect(text).toContain(`/assignments/new?unit&#x3D;${branchCode(0)}`);
  });

  it('put nobody first for ten lucky answers: the fair score is drawn to the rest', async () => {
    const rows = await file(bea, '/areas/B1/compare.csv');
    const lucky = rows.find(({ Code }) => Code === branchCode(1));
    expect(lucky).toMatchObject({ Answers: '10', 'Own score': '100', 'Fair score': '83.7' });
    expect(lucky?.Where).toBe('Rather above, perhaps by chance');
    const fair = rows.map((row) => Number(row['Fair score']));
    expect(fair).toEqual([...fair].sort((a, b) => a - b));
    expect(rows.map(({ Code }) => Code)).not.toContain(branchCode(2));
  });

  it('are compared by a driver too, over a year', async () => {
    const page = await read(bea, '/areas/B1/compare?by=expectations');
    expect(page).toContain('Expectations against the number of answers');
    expect(page).toContain('60 in 52 weeks');
  });

  it('of an area too small for a mean of its own are drawn to the whole network', async () => {
    const ned = await file(await signIn('ned'), '/areas/N1/compare.csv');
    expect(ned).toHaveLength(6);
    const model = await app.db.one<{ centre: number; correlation: number }>(
      `select centre, correlation from standing_model where measure = 'ease'`,
    );
    const known = 1 / (model?.correlation ?? 1) - 1;
    const [first] = ned;
    const hits = Math.round((Number(first?.['Own score']) / 100) * 60);
    expect(Number(first?.['Fair score'])).toBeCloseTo((100 * (hits + known * (model?.centre ?? 0))) / (60 + known), 0);
  });

  it('stand on the page of a region and of the network, of that place alone', async () => {
    expect(await file(await signIn('rita'), '/regions/R1/compare.csv')).toHaveLength(29);
    const ana = await signIn('ana');
    expect(await file(ana, '/dashboard/compare.csv')).toHaveLength(35);
    expect(await read(ana, '/dashboard/compare')).toContain('Branch 0, Broad');
  });

  it('say so where there is nothing to compare', async () => {
    const page = await read(bea, '/areas/B1/compare?kind=contactCentre&by=nonsense&page=x');
    expect(page).toContain('Not compared yet');
    expect(await file(bea, '/areas/B1/compare.csv?kind=contactCentre')).toEqual([]);
  });
});

describe('what is kept of a week', () => {
  const kept = () =>
    app.db.query<{ code: string; value: number; at: string }>(
      `select u.code, s.fair[1] as value, s.xmin::text as at from unit_standing s join unit u on u.id = s.unit_id
        where s.fair[1] is not null order by u.code`,
    );

  it('is written again only where it comes out otherwise, after one branch has new answers', async () => {
    const before = await kept();
    await answers(app, [{ unit: branchCode(35), week: '2027-02-01', n: 1, easy: 1 }]);
    await app.nest.get(Standings).fill(TODAY);
    const after = await kept();
    const touched = after.filter(({ at }, i) => at !== before[i]?.at).map(({ code }) => code);
    expect(touched).toContain(branchCode(35));
    const same = after.filter(({ value }, i) => value === before[i]?.value);
    expect(same.length).toBeGreaterThan(0);
    expect(touched.length).toBeLessThanOrEqual(36);
  });

  it('is not touched when nothing is new', async () => {
    const before = await kept();
    await app.nest.get(Standings).fill(TODAY);
    expect(await kept()).toEqual(before);
  });

  it('is compared after an import as well as before it: the same answers, the same scores', async () => {
    const before = (await kept()).map(({ value }) => value);
    await app.db.query('truncate unit_standing; truncate standing_model');
    await app.nest.get(Standings).fill(TODAY);
    expect((await kept()).map(({ value }) => value)).toEqual(before);
  });
});

describe('more units than can be told apart', () => {
  const everybody = { reach: { network: true, regionIds: [], areaIds: [], unitIds: [] } };
  const asked = {
    actor: everybody,
    scope: {},
    week: LAST_WEEK,
    kind: 'branch',
    measure: 'ease',
    today: TODAY,
  } as const;
  const overview = (mostDots: number) => app.nest.get(ComparedQueries).overview(asked, { skip: 0, each: 25, mostDots });

  it('are counted in cells of two answers and two and a half points, and those outside keep their names', async () => {
    const { scored, cells, points, outside } = await overview(10);
    expect([scored, cells?.step]).toEqual([35, 2]);
    expect(cells?.cells).toEqual([
      // All of ten answers lie in the highest cell, and 24 of 60 at 40 points.
      { step: 5, level: 39, count: 1 },
      { step: 30, level: 16, count: 1 },
      { step: 30, level: 30, count: 7 },
      { step: 30, level: 31, count: 6 },
      { step: 30, level: 32, count: 13 },
      { step: 30, level: 33, count: 7 },
    ]);
    expect(points.map(({ code }) => code)).toContain(branchCode(0));
    expect(points).toEqual(outside);
  });

  it('are dots where they are few enough, the lowest score first', async () => {
    const { cells, points } = await overview(35);
    expect(cells).toBeNull();
    expect(points).toHaveLength(35);
    expect(points[0]?.code).toBe(branchCode(0));
    const values = points.map(({ value }) => value);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
  });
});

describe('an outsider', () => {
  it.each([
    ['fay', '/areas/B1/compare'],
    ['fay', '/areas/B1/compare.csv'],
    ['bea', '/areas/NOBODYS/compare'],
    ['bea', '/regions/R1/compare'],
    ['rita', '/regions/R2/compare.csv'],
  ])('%s does not find %s', async (who, path) => expect((await (await signIn(who)).get(path)).status).toBe(404));

  it.each([
    ['pat', '/areas/B1/compare'],
    ['bea', '/dashboard/compare'],
    ['rita', '/dashboard/compare.csv'],
  ])('%s may not open %s', async (who, path) => expect((await (await signIn(who)).get(path)).status).toBe(403));
});

describe('as weeks close', () => {
  const weeksIn = async (table: string) =>
    (await app.db.query<{ week: string }>(`select distinct week from ${table} order by 1`)).map(({ week }) => week);

  it('the last standings and those before them stay, and of the rest where each branch was in the funnel', async () => {
    const fill = (day: string) => app.nest.get(Standings).fill(day);
    await fill('2027-02-17');
    await fill('2027-02-24');
    expect(await weeksIn('unit_standing')).toEqual(['2027-02-08', '2027-02-15']);
    const inFunnel = () => app.db.query('select * from unit_funnel_week order by week, unit_id');
    const before = await inFunnel();
    expect(await weeksIn('unit_funnel_week')).toEqual([LAST_WEEK, '2027-02-08', '2027-02-15']);
    await answers(app, [{ unit: branchCode(35), week: '2026-11-02', n: 1, easy: 0 }]);
    expect(await inFunnel()).toEqual(before);
    await fill('2027-08-18');
    expect((await weeksIn('unit_funnel_week')).slice(0, 2)).toEqual(['2027-02-08', '2027-02-15']);
  });
});
