import { driverRing } from '../platform/charts/driver-ring.js';
import { DRIVER_NAMES } from '../platform/drivers.js';
import { t } from '../platform/language/t.js';
import type { DriverProgress } from './my-learning.queries.js';

/** The six drivers as a ring with the same in words. */
export function presentRing(drivers: DriverProgress[]) {
  const done = drivers.reduce((sum, driver) => sum + driver.done, 0);
  const of = drivers.reduce((sum, driver) => sum + driver.of, 0);
  return {
    chart: driverRing({ id: 'drivers', drivers, big: String(done), small: t('of {n} done', { n: String(of) }) }),
    items: drivers.map(({ driver, done, of }) => ({
      driver,
      name: t(DRIVER_NAMES[driver]),
      text: sayProgress(done, of),
    })),
  };
}

function sayProgress(done: number, of: number): string {
  if (of === 0) return t('No course yet');
  const counts = { done: String(done), of: String(of) };
  return done === of ? t('{done} of {of}, complete', counts) : t('{done} of {of}', counts);
}
