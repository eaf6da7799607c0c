import { describe, expect, it } from '@jest/globals';
import { type Driver, DRIVERS } from '../../platform/drivers.js';
import type { Tally } from './counts.js';
import { seededRandom } from '../../statistics/seeded-random.js';
import { EQUAL_WEIGHTS } from './driver-weights.js';
import { driverThatFell, driverToGainMost, weakestDriver } from './weakest-driver.js';

function drivers(n: number, tops: Partial<Record<Driver, number>>): Record<Driver, Tally> {
  return Object.fromEntries(
    DRIVERS.map((driver) => [driver, { n, top: Math.round((tops[driver] ?? 0.8) * n), sum: 0 }]),
  ) as Record<Driver, Tally>;
}

describe('the weakest driver', () => {
  it('is named when it is clearly below the next lowest', () => {
    expect(weakestDriver(drivers(200, { expectations: 0.6 }))).toBe('expectations');
    expect(weakestDriver(drivers(200, { expectations: 0.6, efficiency: 0.72 }))).toBe('expectations');
  });

  it('is not named beside another that is about as low', () => {
    expect(weakestDriver(drivers(200, { expectations: 0.6, efficiency: 0.62 }))).toBeNull();
  });

  it('is named by chance in at most 5 of 100 units whose two lowest are alike, and hardly ever where all six are', () => {
    const random = seededRandom(8);
    const answered = (n: number, share: number) => ({
      n,
      top: Array.from({ length: n }, random).filter((x) => x < share).length,
      sum: 0,
    });
    const share = (low: number) => {
      const named = Array.from({ length: 600 }, () =>
        weakestDriver({
          ...drivers(1, {}),
          ...Object.fromEntries(DRIVERS.map((driver, at) => [driver, answered(250, at < 2 ? low : 0.8)])),
        }),
      );
      return named.filter((driver) => driver !== null).length / 600;
    };
    expect(share(0.6)).toBeLessThanOrEqual(0.07);
    expect(share(0.8)).toBeLessThanOrEqual(0.02);
  });

  it('is not named when the difference could be chance', () => {
    expect(weakestDriver(drivers(200, { expectations: 0.76 }))).toBeNull();
    expect(weakestDriver(drivers(200, {}))).toBeNull();
  });

  it('is not named on few answers, however low', () => {
    expect(weakestDriver({ ...drivers(200, {}), friendly: { n: 29, top: 1, sum: 0 } })).toBeNull();
    expect(weakestDriver(drivers(0, {}))).toBeNull();
  });
});

describe('the driver with most to gain', () => {
  const two = drivers(400, { expectations: 0.6, efficiency: 0.65 });

  it.each([
    ['the lower one when all matter the same', EQUAL_WEIGHTS, 'expectations'],
    ['the one that matters more', { ...EQUAL_WEIGHTS, efficiency: 0.35, expectations: 0.1 }, 'efficiency'],
    ['the lower one when the other matters only a little more', { ...EQUAL_WEIGHTS, efficiency: 0.18 }, 'expectations'],
    ['never one that is not low, however much it matters', { ...EQUAL_WEIGHTS, friendly: 0.9 }, 'expectations'],
  ])('is %s', (_, weights, driver) => expect(driverToGainMost(two, weights)).toBe(driver));

  it('is none when none is clearly low, or answers are few', () => {
    expect(driverToGainMost(drivers(200, {}), { ...EQUAL_WEIGHTS, friendly: 0.9 })).toBeNull();
    expect(driverToGainMost({ ...two, friendly: { n: 29, top: 1, sum: 0 } })).toBeNull();
  });
});

describe('the driver that fell', () => {
  it('is the one that lost most of what matters', () => {
    const now = drivers(300, { expectations: 0.4, efficiency: 0.5 });
    const weights = { ...EQUAL_WEIGHTS, efficiency: 0.4, expectations: 0.1 };
    expect(driverThatFell(now, drivers(450, {}), weights)).toBe('efficiency');
  });

  it('is the one with the deepest clear fall', () => {
    const now = drivers(140, { expectations: 0.4, efficiency: 0.6 });
    expect(driverThatFell(now, drivers(450, {}))).toBe('expectations');
  });

  it('is none when none fell clearly, or some rose', () => {
    expect(driverThatFell(drivers(140, { friendly: 0.78 }), drivers(450, {}))).toBeNull();
    expect(driverThatFell(drivers(140, { friendly: 0.99 }), drivers(450, {}))).toBeNull();
    expect(driverThatFell(drivers(20, { friendly: 0 }), drivers(450, {}))).toBeNull();
  });
});
