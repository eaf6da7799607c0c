import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../support/app.js';
import { aSmallNetwork } from './imports.js';
import { sameHoweverOftenKilled, WITH_IDS, WITHOUT_IDS } from './killed-answers.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await aSmallNetwork(app);
});
afterAll(() => app.stop());

describe('300,000 answers whose import is killed twenty times', () => {
  it.each([
    ['with ids', WITH_IDS],
    ['without', WITHOUT_IDS],
  ])('%s are what they are without', (_, mapping) => sameHoweverOftenKilled(app, 300_000, 20, mapping), 3_600_000);
});
