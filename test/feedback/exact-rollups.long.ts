import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../support/app.js';
import { playExactly } from './exact-rollups.js';
import { aRandomWorld } from './random-history.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-11-23T10:00:00Z' });
  await aRandomWorld(app);
});
afterAll(() => app.stop());

it('the rollups equal a recount after 200,000 random answers, corrections, undos and backdated moves of units', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  const often = { every: 5, jobsEvery: 20 };
  const history = await playExactly(app, { seed, operations: 200_000, rows: 6000, people: 20_000, ...often });
  expect(history.operations).toBeGreaterThanOrEqual(200_000);
}, 1_800_000);
