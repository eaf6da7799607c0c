import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PlaceWeeksQueries } from '../../src/feedback/rollups/place-weeks.queries.js';
import { PlaceUnitsQueries } from '../../src/feedback/rollups/place-units.queries.js';
import { SelfCheck } from '../../src/feedback/self-check/self-check.service.js';
import { ActorLoader } from '../../src/network/actor-loader.service.js';
import type { Actor } from '../../src/platform/actor.js';
import { answers, aWorld, idOf } from '../dashboards/world.js';
import { importUnits } from '../network/files.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { wrongCells } from './imports.js';

const WEEKS = { from: '2027-01-18', to: '2027-02-01' };
const TODAY = '2027-02-10';
const ASHBRIDGE = '021047,Ashbridge,branch,england';

let app: TestApp;
let nikhil: Actor;

beforeAll(async () => {
  app = await startTestApp({ now: `${TODAY}T10:00:00Z` });
  await aWorld(app);
  nikhil = (await app.nest.get(ActorLoader).load(await idOf(app, 'nik')))!;
});
afterAll(() => app.stop());

beforeEach(async () => {
  await app.db.query(
    'truncate survey_response_history, survey_response, unit_week, area_day, answer_place, answer_move',
  );
  await importUnits(app, [`R1,North,A07,Northmere and Coast,${ASHBRIDGE},2020-01-01,`]);
  // Six answers a week, Monday to Saturday.
  await answers(
    app,
    ['2027-01-18', '2027-01-25', '2027-02-01'].map((week) => ({ unit: '021047', week, n: 6, easy: 3 })),
  );
});

/** Answers by area over three weeks, as the pages of the region and the network say, and as the areas' units say. */
async function byArea(): Promise<Record<string, [area: number, units: number]>> {
  const areas = await app.db.query<{ id: number; code: string }>('select id, code from area');
  const sums = await app.nest
    .get(PlaceWeeksQueries)
    .sums({ actor: nikhil, scope: {}, today: TODAY }, 'area', { now: WEEKS });
  const found = await Promise.all(
    areas.map(async ({ id, code }) => {
      const units = await app.nest
        .get(PlaceUnitsQueries)
        .sums({ actor: nikhil, areaId: id, today: TODAY }, { now: WEEKS });
      const parts = [...units.values()].map(({ now }) => now?.responses ?? 0);
      return [code, [sums.get(id)?.now?.responses ?? 0, parts.reduce((sum, n) => sum + n, 0)]] as const;
    }),
  );
  return Object.fromEntries(found.filter(([, [area, units]]) => area + units > 0)) as never;
}

describe('a unit that turns out to have moved', () => {
  it('takes its answers along from the day on, in the middle of a week as well', async () => {
    await importUnits(app, [`R1,North,A08,Dale and Fell,${ASHBRIDGE},2027-01-28,`]);
    expect(await byArea()).toEqual({ A07: [9, 9], A08: [9, 9] });
    expect(await wrongCells(app)).toEqual([]);
  });

  it('came and went within a week', async () => {
    await importUnits(app, [
      `R1,North,A08,Dale and Fell,${ASHBRIDGE},2027-01-26,2027-01-27`,
      `R1,North,A07,Northmere and Coast,${ASHBRIDGE},2027-01-28,`,
    ]);
    expect(await byArea()).toEqual({ A07: [16, 16], A08: [2, 2] });
  });

  it('brings them back when it had not', async () => {
    const before = await app.db.query('select * from area_day order by area_id, day');
    await importUnits(app, [`R2,South,A20,Downs,${ASHBRIDGE},2020-01-01,`]);
    expect(await byArea()).toEqual({ A20: [18, 18] });
    await importUnits(app, [`R1,North,A07,Northmere and Coast,${ASHBRIDGE},2020-01-01,`]);
    expect(await app.db.query('select * from area_day order by area_id, day')).toEqual(before);
  });

  it('counts nowhere on days on which it had already closed', async () => {
    await importUnits(app, [`R1,North,A07,Northmere and Coast,${ASHBRIDGE},2020-01-01,2027-01-30`]);
    expect(await byArea()).toEqual({ A07: [12, 12] });
    expect(await wrongCells(app)).toEqual([]);
  });

  it('moves nothing when it is to move next month', async () => {
    const before = await app.db.query('select * from area_day order by area_id, day');
    await importUnits(app, [`R1,North,A08,Dale and Fell,${ASHBRIDGE},2027-03-01,`]);
    expect(await app.db.query('select * from area_day order by area_id, day')).toEqual(before);
    expect(await app.db.query('select * from answer_move')).toEqual([]);
  });
});

describe('an area that turns out to have changed region', () => {
  it('counts in each of them on its days', async () => {
    await importUnits(app, [`R2,South,A07,Northmere and Coast,${ASHBRIDGE},2027-01-25,`]);
    const regions = await app.nest
      .get(PlaceWeeksQueries)
      .sums({ actor: nikhil, scope: {}, today: TODAY }, 'region', { now: WEEKS });
    const responses = [...regions.values()].map(({ now }) => now?.responses);
    expect(responses.sort()).toEqual([12, 6]);
    expect(await wrongCells(app)).toEqual([]);
    await importUnits(app, [`R1,North,A07,Northmere and Coast,${ASHBRIDGE},2020-01-01,`]);
  });
});

describe('the weeks of areas and regions', () => {
  const NORTH = "(select id from region where code = 'R1')";
  const regions = () =>
    app.db.query(
      'select r.code, sum(w.responses)::int as n from region_week w join region r on r.id = w.region_id group by 1 order by 1',
    );

  it('follow an area that changed its region in the middle of a week, past the imports too, and back', async () => {
    await app.db.query(
      `update area_region set valid = daterange(lower(valid), '2027-01-28')
        where area_id = (select id from area where code = 'A07') and upper(valid) is null;
       insert into area_region (area_id, region_id, valid)
       select a.id, r.id, '[2027-01-28,)' from area a, region r where a.code = 'A07' and r.code = 'R2'`,
    );
    expect(await regions()).toEqual([
      { code: 'R1', n: 9 },
      { code: 'R2', n: 9 },
    ]);
    expect(await wrongCells(app)).toEqual([]);
    await app.db.query(
      `delete from area_region where lower(valid) = '2027-01-28';
       update area_region set valid = daterange(lower(valid), null) where upper(valid) = '2027-01-28'`,
    );
    expect(await regions()).toEqual([{ code: 'R1', n: 18 }]);
    expect(await wrongCells(app)).toEqual([]);
  });

  it('hold no cell without an answer, and end with the days', async () => {
    await app.db.query(`delete from area_day where day between '2027-01-18' and '2027-01-24'`);
    expect(await app.db.query(`select * from region_week where region_id = ${NORTH} and week = '2027-01-18'`)).toEqual(
      [],
    );
    expect(await app.db.query(`select * from area_week where week = '2027-01-18'`)).toEqual([]);
    await app.db.query('truncate area_day');
    expect(await app.db.query('select * from area_week')).toEqual([]);
    expect(await regions()).toEqual([]);
  });
});

describe('a unit that was moved past the imports', () => {
  it('is found by the nightly check, and put right by its job', async () => {
    await app.db.query(
      `update unit_area set area_id = (select id from area where code = 'A08')
        where unit_id = (select id from unit where code = '021047')`,
    );
    await app.db.query('select refresh_unit_place(array(select id from unit))');
    const { places, areaDays } = await app.nest.get(SelfCheck).run();
    expect(places.differences).toBe(1);
    expect(areaDays.differences).toBe(0);
    await app.runJobs();
    expect(await byArea()).toEqual({ A08: [18, 18] });
    expect((await app.nest.get(SelfCheck).run()).places.differences).toBe(0);
  });
});
