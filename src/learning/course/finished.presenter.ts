import { cataloguePath } from '../../courses/paths.js';
import { DRIVER_NAMES } from '../../platform/drivers.js';
import { sayPercent } from '../../platform/say.js';
import { t } from '../../platform/language/t.js';
import { presentRing } from '../driver-ring.js';
import type { DriverProgress } from '../my-learning.queries.js';
import { recordPath } from '../paths.js';
import type { Place } from '../places/place.js';
import type { NextCard } from '../what-next.service.js';

/** The page after a course: what got finished, and one next thing. */
export function presentFinished(place: Place, cards: NextCard[], drivers: DriverProgress[]) {
  const { version } = place;
  return {
    title: t('Finished: {course}', { course: version.title }),
    driver: version.driver,
    driverName: t(DRIVER_NAMES[version.driver]),
    heading: version.title,
    lang: version.language === 'cy' ? 'cy' : null,
    did: sayDid(place),
    cards,
    ring: presentRing(drivers),
    todayPath: '/',
    cataloguePath: cataloguePath(version.driver),
    catalogueText: t('More on {driver}', { driver: t(DRIVER_NAMES[version.driver]) }),
    recordPath: recordPath(),
  };
}

function sayDid({ version, quiz, finishedAt }: Place): string {
  if (finishedAt === null) return t('That was an earlier version. It is in your record.');
  const n = version.lessons.length;
  if (!quiz?.passed || quiz.bestPercent === null)
    return t('{n, plural, one {# lesson read. It is in your record.} other {# lessons read. It is in your record.}}', {
      n,
    });
  return t(
    '{n, plural, one {# lesson read, quiz passed with {percent}. It is in your record.} other {# lessons read, quiz passed with {percent}. It is in your record.}}',
    { n, percent: sayPercent(quiz.bestPercent / 100) },
  );
}
