import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SelfCheck } from '../../src/feedback/self-check/self-check.service.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { playExactly } from './exact-rollups.js';
import { theUnits } from './random-history.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await theUnits(app);
});
afterAll(() => app.stop());

it('the rollups equal a recount after 10,000 random answers, corrections, undos and backdated moves of units', async () => {
  const history = await playExactly(app, { seed: 20261122, operations: 10_000, rows: 600, people: 2500 });
  expect(history.operations).toBeGreaterThanOrEqual(10_000);
  expect(await app.nest.get(SelfCheck).run()).toMatchObject({
    differences: 0,
    areaDays: { differences: 0 },
    places: { differences: 0 },
  });
}, 120_000);
