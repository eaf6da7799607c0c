import { describe, expect, it } from '@jest/globals';
import { backOffSeconds, MAX_TRIES } from './retry.js';

describe('waiting before another try', () => {
  it.each([
    [1, 5],
    [2, 10],
    [3, 20],
    [7, 320],
    [8, 600],
    [50, 600],
  ])('after %d tries takes %d seconds', (tries, seconds) => expect(backOffSeconds(tries)).toBe(seconds));

  it('adds up to some ten minutes before a job is parked: long enough for a database to come back', () => {
    const waits = Array.from({ length: MAX_TRIES - 1 }, (_, before) => backOffSeconds(before + 1));
    expect(waits.reduce((sum, wait) => sum + wait)).toBe(635);
  });
});
