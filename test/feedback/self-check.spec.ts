import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SelfCheck } from '../../src/feedback/self-check/self-check.service.js';
import { answers, aWorld, idOf } from '../dashboards/world.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { notAsRecounted } from './recount.js';
import { forgetAnswers } from './undo-world.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T04:10:00Z' });
  await aWorld(app);
});
afterAll(() => app.stop());
beforeEach(async () => {
  await forgetAnswers(app);
  await app.db.query('truncate rollup_repair');
  await answers(
    app,
    ['021047', '021048', '031001'].flatMap((unit) =>
      ['2027-01-11', '2027-01-18', '2027-01-25'].map((week) => ({ unit, week, n: 6, easy: 4, said: 'Slow' })),
    ),
  );
});

/** Drawn so often that none is left out. */
const EVERY_CELL = { unitWeeks: 3000, areaDays: 3000, weeksOf: 100 };
const check = () => app.nest.get(SelfCheck).run(EVERY_CELL);
const repairs = () =>
  app.db.query<{ rollup: string; was: number | null; became: number | null }>(
    `select rollup, (was ->> 'ease_sum')::int as was, (became ->> 'ease_sum')::int as became from rollup_repair order by id`,
  );

describe('the continuous check of the figures', () => {
  it('finds nothing where nothing is wrong', async () => {
    expect(await check()).toMatchObject({ differences: 0, areaDays: { differences: 0 }, repaired: 0 });
    expect(await repairs()).toEqual([]);
  });

  it.each([
    [
      'a week of a unit with a wrong sum',
      `update unit_week set ease_sum = ease_sum + 1 where week = '2027-01-18' and unit_id = (select min(unit_id) from unit_week)`,
    ],
    ['a quarter of a unit with a wrong sum', 'update unit_quarter set ease_sum = ease_sum + 1'],
    ['a quarter of a unit that is missing', 'delete from unit_quarter'],
    ['a day of an area with a wrong count', `update area_day set comments = comments + 2 where day = '2027-01-18'`],
    ['a week of an area with a wrong sum', `update area_week set ease_sum = ease_sum + 1 where week = '2027-01-18'`],
    ['a week of a region that is missing', `delete from region_week where week = '2027-01-18'`],
    ['a week that is missing', `delete from unit_week where week = '2027-01-11'`],
    ['a day that is missing', `delete from area_day where day = '2027-01-12'`],
    [
      'a week that should not be there',
      `insert into unit_week select unit_id, '2027-02-01', REST from unit_week where week = '2027-01-11'`,
    ],
    [
      'a day that should not be there',
      `insert into area_day select area_id, '2027-02-01', REST from area_day where day = '2027-01-12'`,
    ],
  ])('finds and puts right %s', async (_what, corrupt) => {
    await app.db.query(corrupt.replace('REST', await restOfColumns()));
    expect((await notAsRecounted(app)).length).toBeGreaterThan(0);
    expect((await check()).repaired).toBeGreaterThan(0);
    expect(await notAsRecounted(app)).toEqual([]);
    expect(await check()).toMatchObject({ differences: 0, areaDays: { differences: 0 }, repaired: 0 });
  });

  it.each(['area_week', 'region_week'])('keeps what was wrong in %s, and what was missing', async (table) => {
    await app.db.query(`update ${table} set ease_sum = ease_sum + 1 where week = '2027-01-18'`);
    await app.db.query(`delete from ${table} where week = '2027-01-25'`);
    const { repaired } = await check();
    const kept = await repairs();
    expect(repaired).toBe(kept.length);
    expect(new Set(kept.map(({ rollup }) => rollup))).toEqual(new Set([table]));
    expect(kept.filter(({ was }) => was === null)).toHaveLength(kept.length / 2);
    expect(kept.flatMap(({ was, became }) => (was === null ? [] : [was - became!]))).toEqual(
      Array.from({ length: kept.length / 2 }, () => 1),
    );
    expect(await notAsRecounted(app)).toEqual([]);
    const nik = await app.signInAs(await idOf(app, 'nik'));
    const name = table === 'area_week' ? 'Week of an area' : 'Week of a region';
    expect((await nik.get('/feedback/checks')).words).toMatch(
      new RegExp(`${name} \\S+( \\S+)? Monday 18 to Sunday 24 January 2027`),
    );
  });

  it('counts all cells of a unit anew where one is wrong, forgets how it stood, and keeps what was wrong', async () => {
    await app.db.query(
      `update unit_week set ease_sum = ease_sum + 1 where unit_id = (select min(unit_id) from unit_week)`,
    );
    await app.runJobs();
    await check();
    const kept = await repairs();
    expect(kept).toHaveLength(3);
    expect(kept.map(({ was, became }) => was! - became!)).toEqual([1, 1, 1]);
    expect(
      await app.db.query('select from unit_standing where unit_id = (select min(unit_id) from unit_week)'),
    ).toEqual([]);
  });
});

describe('the page of the checks', () => {
  it('says when figures were checked, what was put right, and gives it as a file', async () => {
    const nik = await app.signInAs(await idOf(app, 'nik'));
    await check();
    expect((await nik.get('/feedback/checks')).words).toContain('No figure has ever been wrong');
    await app.db.query(
      `update unit_week set responses = 5 where week = '2027-01-18' and unit_id = (select min(unit_id) from unit_week)`,
    );
    await check();
    const { words } = await nik.get('/feedback/checks');
    expect(words).toContain('Checked 10 February 2027 at 04:10');
    expect(words).toContain('Week of a unit Ashbridge Monday 18 to Sunday 24 January 2027 5 6 1');
    expect((await nik.get('/feedback/checks.csv')).text).toContain(
      'Ashbridge,Monday 18 to Sunday 24 January 2027,5,6,1',
    );
  });

  it('is for the CX team only', async () => {
    for (const reference of ['dawn', 'post', 's0', 'regi']) {
      const browser = await app.signInAs(await idOf(app, reference));
      expect((await browser.get('/feedback/checks')).status).toBe(403);
      expect((await browser.get('/feedback/checks.csv')).status).toBe(403);
    }
  });
});

/** The counting columns of a rollup, both have the same. */
async function restOfColumns(): Promise<string> {
  const rows = await app.db.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = 'unit_week'::regclass and attnum > 2 and not attisdropped order by attnum`,
  );
  return rows.map(({ name }) => name).join(', ');
}
