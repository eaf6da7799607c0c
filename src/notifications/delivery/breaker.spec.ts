import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FLOOR, hourLimit } from './breaker.js';

const hour = { expectedByNow: 0, leftBefore: 0, leftInHour: 0, waiting: 0, letGo: null };

describe('the breaker', () => {
  it.each<[string, Partial<Parameters<typeof hourLimit>[0]>, boolean]>([
    ['a quiet day with a few nudges', { waiting: 40 }, false],
    ['exactly the floor', { waiting: 500 }, false],
    ['one above the floor', { waiting: 501 }, true],
    ['what the evening before planned', { expectedByNow: 9_000, waiting: 9_200 }, false],
    ['twice that and the floor', { expectedByNow: 9_000, waiting: 18_500 }, false],
    ['more', { expectedByNow: 9_000, waiting: 18_501 }, true],
    [
      'a slow morning that runs on into the next hour',
      { expectedByNow: 9_000, leftBefore: 4_000, leftInHour: 2_000, waiting: 3_000 },
      false,
    ],
    ['a second lot after the planned one had left', { expectedByNow: 9_000, leftBefore: 9_000, waiting: 9_000 }, true],
    ['what was let go', { waiting: 9_000, letGo: 9_000 }, false],
    ['far more than what was let go', { waiting: 18_501, letGo: 9_000 }, true],
  ])('%s', (_, facts, stops) => expect(hourLimit({ ...hour, ...facts }).stops).toBe(stops));

  it('never lets more than twice the expectation and the floor through in an hour', () => {
    const any = fc.nat(60_000);
    fc.assert(
      fc.property(any, any, any, any, (expectedByNow, leftBefore, leftInHour, waiting) => {
        const { stops, volume } = hourLimit({ expectedByNow, leftBefore, leftInHour, waiting, letGo: null });
        if (!stops) expect(volume).toBeLessThanOrEqual(2 * expectedByNow + FLOOR);
      }),
    );
  });
});
