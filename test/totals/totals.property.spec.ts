import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { type Stage, startStage } from './stage.js';

let stage: Stage;
beforeAll(async () => void (stage = await startStage()));
afterAll(() => stage.stop());

describe('whatever happened, and whatever turned out later to have happened', () => {
  it('totals of every report at any date are the sums of what their children show, and what the facts say', async () => {
    await stage.hold(20);
  }, 120_000);
});
