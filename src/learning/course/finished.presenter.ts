import { cataloguePath } from '../../courses/paths.js';
import { DRIVER_NAMES } from '../../platform/drivers.js';
import { count, sayPercent } from '../../platform/say.js';
import { presentRing } from '../driver-ring.js';
import type { DriverProgress } from '../my-learning.queries.js';
import { recordPath } from '../paths.js';
import type { Place } from '../places/place.js';
import type { NextCard } from '../what-next.service.js';

/** The page after a course: what got finished, and one next thing. */
export function presentFinished(place: Place, cards: NextCard[], drivers: DriverProgress[]) {
  const { version } = place;
  return {
    title: `Finished: ${version.title}`,
    driver: version.driver,
    driverName: DRIVER_NAMES[version.driver],
    heading: version.title,
    lang: version.language === 'cy' ? 'cy' : null,
    did: sayDid(place),
    cards,
    ring: presentRing(drivers),
    todayPath: '/',
    cataloguePath: cataloguePath(version.driver),
    catalogueText: `More on ${DRIVER_NAMES[version.driver]}`,
    recordPath: recordPath(),
  };
}

function sayDid({ version, quiz, finishedAt }: Place): string {
  if (finishedAt === null) return 'That was an earlier version. It is in your record.';
  const lessons = `${count(version.lessons.length, 'lesson', 'lessons')} read`;
  if (!quiz?.passed || quiz.bestPercent === null) return `${lessons}. It is in your record.`;
  return `${lessons}, quiz passed with ${sayPercent(quiz.bestPercent / 100)}. It is in your record.`;
}
