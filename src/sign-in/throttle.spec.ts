import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sayTooMany, waitSeconds } from './throttle.js';

const now = new Date('2026-11-21T10:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

describe('how long somebody waits for the next try', () => {
  it.each<[number, number, number, boolean, number]>([
    // failures of the account, seconds since the last one, failures of the address, known device, wait
    [0, 0, 0, false, 0],
    [4, 0, 4, false, 0],
    [5, 0, 5, false, 2],
    [5, 2, 5, false, 0],
    [6, 1, 6, false, 3],
    [10, 0, 10, false, 64],
    [50, 0, 50, false, 900],
    [50, 901, 50, false, 0],
    [0, 0, 300, false, 0],
    [0, 0, 301, false, 60],
    [0, 0, 301, true, 0],
    [6, 0, 301, true, 4],
  ])(
    'after %i failures, %i s ago, %i from the address, known device %s: %i s',
    (ofAccount, since, ofAddress, known, wait) => {
      const failures = { ofAccount, ofAddress, lastOfAccount: ofAccount > 0 ? ago(since) : null };
      expect(waitSeconds(failures, known, now)).toBe(wait);
    },
  );

  it('never shrinks with another failure and never passes a quarter of an hour', () => {
    fc.assert(
      fc.property(fc.nat(100), (n) => {
        const wait = (ofAccount: number) => waitSeconds({ ofAccount, lastOfAccount: now, ofAddress: 0 }, false, now);
        return wait(n + 1) >= wait(n) && wait(n) <= 900;
      }),
    );
  });

  it.each([
    [1, 'Wait 1 second'],
    [59, 'Wait 59 seconds'],
    [60, 'Wait 1 minute'],
    [61, 'Wait 2 minutes'],
  ])('%i s is said as %s', (seconds, words) =>
    expect(sayTooMany(seconds)).toBe(`Too many tries in a row. ${words}, then try again.`),
  );
});
