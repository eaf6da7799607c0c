import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SelfCheck } from '../../src/feedback/self-check/self-check.service.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { playExactly } from './exact-rollups.js';
import { aRandomWorld } from './random-history.js';
import { notAsWorkedOut } from './recount-derived.js';
import { notAsRecounted } from './recount.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-11-23T10:00:00Z' });
  await aRandomWorld(app);
});
afterAll(() => app.stop());

it('the rollups equal a recount after 10,000 random answers, corrections, undos and backdated moves of units', async () => {
  const history = await playExactly(app, {
    seed: 20261122,
    operations: 10_000,
    rows: 600,
    people: 2500,
    every: 3,
    jobsEvery: 25,
  });
  expect(history.operations).toBeGreaterThanOrEqual(10_000);
  for (const kind of ['file', 'batch', 'undo', 'move', 'values', 'undoValues'] as const)
    expect(Object.keys(history.played)).toContain(kind);
  expect(await app.nest.get(SelfCheck).run()).toMatchObject({
    differences: 0,
    areaDays: { differences: 0 },
    places: { differences: 0 },
  });
}, 120_000);

it('a cell that is one too high is found in each of them', async () => {
  const TABLES = {
    ...{
      unit_week: 'ease_n',
      unit_quarter: 'neutral',
      area_day: 'irritated',
      area_week: 'comments',
      region_week: 'friendly_sum',
    },
    ...{ unit_standing: 'earlier_n', comment_index: 'ease', metric_cell: 'places' },
  };
  for (const [table, column] of Object.entries(TABLES))
    await app.db.query(
      `update ${table} set ${column} = ${column} + 1 where ctid = (select min(ctid) from ${table} where ${column} > 0)`,
    );
  await app.db.query(`update comment_unit set shown_from_at = shown_from_at - interval '1 s'`);
  for (const place of ['unit', 'area', 'region'])
    await app.db.query(`update theme_${place}_week set good = good + 1, felt = felt + 1`);
  const found = [...(await notAsRecounted(app)), ...(await notAsWorkedOut(app))] as { what: string }[];
  expect([...new Set(found.map(({ what }) => what))].sort()).toEqual(
    [
      ...Object.keys(TABLES),
      'comment_unit',
      ...['area', 'network', 'region', 'unit'].map((place) => `themes of ${place}`),
    ].sort(),
  );
});
