import { describe, expect, it } from '@jest/globals';
import { deathsInARow, restartMs } from './restart.js';

describe('a process that died', () => {
  it.each([
    [1, 2_000],
    [2, 4_000],
    [5, 32_000],
    [6, 60_000],
    [5_000, 60_000],
  ])('for time %d in a row is started again after %d ms', (deaths, ms) => expect(restartMs(deaths)).toBe(ms));

  it('young counts on', () => expect(deathsInARow(3, 59_999)).toBe(4));
  it('after a minute of work counts anew', () => expect(deathsInARow(3, 60_000)).toBe(1));
});
