import type { IsoDate } from '../../platform/dates.js';
import { type Driver, DRIVER_NAMES, DRIVERS } from '../../platform/drivers.js';
import { count, sayDate } from '../../platform/say.js';
import type { CourseState } from '../course-states.service.js';
import type { CourseCard } from '../course-version.js';
import type { CourseWindow } from '../course-window.js';
import type { CourseFilter } from '../courses.queries.js';
import { cataloguePath, coursePath } from '../paths.js';

interface Catalogue {
  filter: CourseFilter;
  courses: CourseCard[];
  stateOf: (courseId: number) => CourseState;
  /** Courses that cannot be started today. */
  closed: ReadonlyMap<number, CourseWindow>;
  today: IsoDate;
}

export function presentCatalogue(catalogue: Catalogue) {
  const { filter, courses } = catalogue;
  const rows = (kind: CourseCard['kind']) => courses.filter((course) => course.kind === kind).map(row);
  const themeDays = rows('themeDay');
  return {
    title: filter.driver === null ? 'Courses' : `Courses: ${DRIVER_NAMES[filter.driver]}`,
    words: filter.words ?? '',
    driver: filter.driver ?? '',
    drivers: [allLink(filter), ...DRIVERS.map((driver) => driverLink(driver, filter))],
    found: found(filter, courses.length),
    courses: rows('course'),
    themeDays: themeDays.length > 0 ? themeDays : null,
    empty: courses.length === 0 ? { title: 'No course found', text: emptyText(filter), action: EVERYTHING } : null,
  };

  function row(course: CourseCard) {
    const window = catalogue.closed.get(course.courseId);
    const state = catalogue.stateOf(course.courseId);
    const tag = state.tag ?? (window ? closedTag(window, catalogue.today) : null);
    return {
      path: coursePath(course.slug),
      driver: course.driver,
      title: course.title,
      summary: course.summary,
      tag: tag?.text ?? null,
      tone: tag?.tone ?? null,
      meta: state.meta ?? count(course.minutes, 'minute', 'minutes'),
      lang: course.language === 'cy' ? 'cy' : null,
    };
  }
}

const EVERYTHING = { text: 'See all courses', path: cataloguePath() };

function closedTag(window: CourseWindow, today: IsoDate): CourseState['tag'] {
  const text = window.opensOn > today ? `Opens ${sayDate(window.opensOn, today)}` : 'Closed';
  return { text, tone: null };
}

function allLink(filter: CourseFilter) {
  return { driver: null, name: 'All', path: cataloguePath(), current: filter.driver === null };
}

function driverLink(driver: Driver, filter: CourseFilter) {
  return { driver, name: DRIVER_NAMES[driver], path: cataloguePath(driver), current: filter.driver === driver };
}

function found(filter: CourseFilter, n: number): string | null {
  return filter.words === null ? null : `${count(n, 'course', 'courses')} for “${filter.words}”`;
}

function emptyText(filter: CourseFilter): string {
  if (filter.words === null) return 'There is no course for this yet.';
  return 'Try fewer or other words, such as “queue” or “parcel”.';
}
