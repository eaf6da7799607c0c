import { cataloguePath, coursePath } from '../courses/paths.js';
import { driverRing } from '../platform/charts/driver-ring.js';
import { londonDate } from '../platform/dates.js';
import { DRIVER_NAMES } from '../platform/drivers.js';
import { count, sayFullDate, sayPercent } from '../platform/say.js';
import type { DriverProgress, Finished, UnderWay } from './my-learning.queries.js';
import { sayStep } from './steps.js';

interface Learning {
  finished: Finished[];
  underWay: UnderWay[];
  drivers: DriverProgress[];
  now: Date;
}

export function presentRecord({ finished, underWay, drivers, now }: Learning) {
  return {
    title: 'My record',
    sub: finished.length === 0 ? null : `${count(finished.length, 'course', 'courses')} finished.`,
    underWay: underWay.length === 0 ? null : underWay.map(presentUnderWay),
    finished: finished.length === 0 ? null : finished.map((row) => presentFinishedRow(row, now)),
    empty: {
      title: 'Nothing finished yet',
      text: 'When you finish a course it is kept here, with the date and your quiz result.',
      icon: 'book',
      action: { text: 'Find a course', path: cataloguePath() },
    },
    ring: presentRing(drivers),
  };
}

function presentUnderWay(course: UnderWay) {
  return {
    path: coursePath(course.slug),
    driver: course.driver,
    title: course.title,
    tag: null,
    tone: null,
    meta: sayStep(course.step, course.steps),
    lang: course.language === 'cy' ? 'cy' : null,
  };
}

function presentFinishedRow(row: Finished, now: Date) {
  const expired = row.validUntil !== null && row.validUntil <= now;
  const until = row.validUntil && sayFullDate(londonDate(row.validUntil));
  return {
    path: coursePath(row.slug),
    title: row.title,
    lang: row.language === 'cy' ? 'cy' : null,
    driver: row.driver,
    driverName: DRIVER_NAMES[row.driver],
    version: String(row.version),
    date: sayFullDate(londonDate(row.completedAt)),
    score: row.scorePercent === null ? 'No quiz' : sayPercent(row.scorePercent / 100),
    validity: until === null ? null : expired ? `Ran out on ${until}` : `Counts until ${until}`,
  };
}

/** The six drivers as a ring with the same in words. */
export function presentRing(drivers: DriverProgress[]) {
  const done = drivers.reduce((sum, driver) => sum + driver.done, 0);
  const of = drivers.reduce((sum, driver) => sum + driver.of, 0);
  return {
    chart: driverRing({ id: 'drivers', drivers, big: String(done), small: `of ${of} done` }),
    items: drivers.map((row) => ({
      driver: row.driver,
      name: DRIVER_NAMES[row.driver],
      text: row.of > 0 && row.done === row.of ? `${row.done} of ${row.of}, complete` : `${row.done} of ${row.of}`,
    })),
  };
}
