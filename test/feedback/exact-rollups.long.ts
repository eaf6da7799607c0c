import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../support/app.js';
import { playExactly } from './exact-rollups.js';
import { theUnits } from './random-history.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await theUnits(app);
});
afterAll(() => app.stop());

it('the rollups equal a recount after 200,000 random answers, corrections, undos and backdated moves of units', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  const history = await playExactly(app, { seed, operations: 200_000, rows: 6000, people: 20_000, every: 5 });
  expect(history.operations).toBeGreaterThanOrEqual(200_000);
}, 1_800_000);
