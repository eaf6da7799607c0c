import { cataloguePath, coursePath } from '../../courses/paths.js';
import { londonDate } from '../../platform/dates.js';
import { DRIVER_NAMES } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate, sayPercent } from '../../platform/say.js';
import { presentRing } from '../driver-ring.js';
import type { DriverProgress, Finished, UnderWay } from '../my-learning.queries.js';
import { sayStep } from '../steps.js';
import type { AskedItem } from './asked-of-me.service.js';

interface Learning {
  finished: Finished[];
  underWay: UnderWay[];
  drivers: DriverProgress[];
  /** What others asked of this person, from those who know. */
  asked: AskedItem[];
  now: Date;
}

export function presentRecord({ finished, underWay, drivers, asked, now }: Learning) {
  return {
    title: t('My record'),
    sub:
      finished.length === 0
        ? null
        : t('{n, plural, one {# course finished.} other {# courses finished.}}', { n: finished.length }),
    asked: asked.length === 0 ? null : asked,
    underWay: underWay.length === 0 ? null : underWay.map(presentUnderWay),
    finished: finished.length === 0 ? null : finished.map((row) => presentFinishedRow(row, now)),
    empty: {
      title: t('Nothing finished yet'),
      text: t('When you finish a course it is kept here, with the date and your quiz result.'),
      icon: 'book',
      action: { text: t('Find a course'), path: cataloguePath() },
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
    driverName: t(DRIVER_NAMES[row.driver]),
    version: String(row.version),
    date: sayFullDate(londonDate(row.completedAt)),
    score: row.scorePercent === null ? null : sayPercent(row.scorePercent / 100),
    validity:
      until === null
        ? null
        : expired
          ? t('Ran out on {date}', { date: until })
          : t('Counts until {date}', { date: until }),
  };
}
