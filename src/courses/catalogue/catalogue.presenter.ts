import type { IsoDate } from '../../platform/dates.js';
import { type Driver, DRIVER_NAMES, DRIVERS } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import { sayDate } from '../../platform/say.js';
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
    title: filter.driver === null ? t('Courses') : t('Courses: {driver}', { driver: t(DRIVER_NAMES[filter.driver]) }),
    words: filter.words ?? '',
    driver: filter.driver ?? '',
    drivers: [allLink(filter), ...DRIVERS.map((driver) => driverLink(driver, filter))],
    found: found(filter, courses.length),
    courses: rows('course'),
    themeDays: themeDays.length > 0 ? themeDays : null,
    empty: courses.length === 0 ? { title: t('No course found'), text: emptyText(filter), action: everything() } : null,
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
      meta: state.meta ?? t('{n, plural, one {# minute} other {# minutes}}', { n: course.minutes }),
      lang: course.language === 'cy' ? 'cy' : null,
    };
  }
}

const everything = () => ({ text: t('See all courses'), path: cataloguePath() });

function closedTag(window: CourseWindow, today: IsoDate): CourseState['tag'] {
  const text = window.opensOn > today ? t('Opens {day}', { day: sayDate(window.opensOn, today) }) : t('Closed');
  return { text, tone: null };
}

function allLink(filter: CourseFilter) {
  return { driver: null, name: t('All'), path: cataloguePath(), current: filter.driver === null };
}

function driverLink(driver: Driver, filter: CourseFilter) {
  return { driver, name: t(DRIVER_NAMES[driver]), path: cataloguePath(driver), current: filter.driver === driver };
}

function found(filter: CourseFilter, n: number): string | null {
  if (filter.words === null) return null;
  return t('{n, plural, one {# course for “{words}”} other {# courses for “{words}”}}', { n, words: filter.words });
}

function emptyText(filter: CourseFilter): string {
  if (filter.words === null) return t('There is no course for this yet.');
  return t('Try fewer or other words, such as “queue” or “parcel”.');
}
