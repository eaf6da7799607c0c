import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { type Stage, startStage } from './stage.js';

let stage: Stage;
beforeAll(async () => void (stage = await startStage()));
afterAll(() => stage.stop());

describe('a thousand histories', () => {
  it('add up at every level, at any date', async () => {
    await stage.hold(1000);
  }, 1_800_000);
});
