import { driverRing } from '../platform/charts/driver-ring.js';
import { DRIVER_NAMES } from '../platform/drivers.js';
import type { DriverProgress } from './my-learning.queries.js';

/** The six drivers as a ring with the same in words. */
export function presentRing(drivers: DriverProgress[]) {
  const done = drivers.reduce((sum, driver) => sum + driver.done, 0);
  const of = drivers.reduce((sum, driver) => sum + driver.of, 0);
  return {
    chart: driverRing({ id: 'drivers', drivers, big: String(done), small: `of ${of} done` }),
    items: drivers.map(({ driver, done, of }) => ({ driver, name: DRIVER_NAMES[driver], text: sayProgress(done, of) })),
  };
}

function sayProgress(done: number, of: number): string {
  if (of === 0) return 'No course yet';
  return done === of ? `${done} of ${of}, complete` : `${done} of ${of}`;
}
