import { describe, expect, it } from '@jest/globals';
import { type Driver, DRIVERS } from '../../platform/drivers.js';
import type { Tally } from './counts.js';
import { driverThatFell, weakestDriver } from './weakest-driver.js';

function drivers(n: number, tops: Partial<Record<Driver, number>>): Record<Driver, Tally> {
  return Object.fromEntries(
    DRIVERS.map((driver) => [driver, { n, top: Math.round((tops[driver] ?? 0.8) * n), sum: 0 }]),
  ) as Record<Driver, Tally>;
}

describe('the weakest driver', () => {
  it('is named when it is clearly below the other five', () => {
    expect(weakestDriver(drivers(200, { expectations: 0.6 }))).toBe('expectations');
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

describe('the driver that fell', () => {
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
