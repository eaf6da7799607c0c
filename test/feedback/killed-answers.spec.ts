import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../support/app.js';
import { aSmallNetwork } from './imports.js';
import { sameHoweverOftenKilled, WITH_IDS } from './killed-answers.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await aSmallNetwork(app);
});
afterAll(() => app.stop());

describe('an import of answers that is killed five times, at any moment, and run again', () => {
  it(
    'ends in the same state as one that was left alone',
    () => sameHoweverOftenKilled(app, 12_000, 5, WITH_IDS),
    300_000,
  );
});
