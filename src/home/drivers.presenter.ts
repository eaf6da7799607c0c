import type { DriverProgress } from '../learning/my-learning.queries.js';
import { driverRing } from '../platform/charts/driver-ring.js';
import { DRIVER_NAMES } from '../platform/drivers.js';
import { t } from '../platform/language/t.js';

/** The ring of six drivers and the same as a list: finished courses out of all that are published. */
export function presentDrivers(drivers: readonly DriverProgress[]) {
  const sum = (part: 'done' | 'of') => drivers.reduce((total, driver) => total + driver[part], 0);
  return {
    chart: driverRing({
      id: 'my-drivers',
      drivers,
      big: String(sum('done')),
      small: t('of {n} done', { n: String(sum('of')) }),
    }),
    items: drivers.map(({ driver, done, of }) => ({
      driver,
      name: t(DRIVER_NAMES[driver]),
      text: progressText(done, of),
    })),
  };
}

function progressText(done: number, of: number): string {
  if (of === 0) return t('No course yet');
  const values = { done: String(done), of: String(of) };
  return done === of ? t('{done} of {of}, complete', values) : t('{done} of {of}', values);
}
