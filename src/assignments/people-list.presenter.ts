import type { CourseCard } from '../courses/course-version.js';
import type { IsoDate } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import { type ListFilter, PEOPLE_PER_PAGE } from './list-filter.js';
import { assignmentsPath, peopleCsvPath, peoplePath } from './paths.js';
import { presentPersonRow } from './people.presenter.js';
import { type PersonProgress, type Show, SHOWS } from './people.queries.js';

export interface PeopleListFacts {
  filter: ListFilter;
  people: PersonProgress[];
  count: number;
  units: { code: string; name: string }[];
  courses: CourseCard[];
  /** The units whose people the reader may act on. */
  acts: ReadonlySet<number>;
  formToken: string;
}

/** People of all assignments, narrowed by the filters above them. */
export function presentPeopleList(facts: PeopleListFacts, today: IsoDate) {
  const { filter, people, count, acts } = facts;
  return {
    title: t('Assigned courses: people'),
    heading: t('People'),
    sub: t('{n, plural, =0 {Nobody to show.} one {# item.} other {# items.}}', { n: count }),
    backPath: assignmentsPath,
    action: assignmentsPath,
    filters: presentFilters(facts),
    assignmentId: filter.assignmentId === null ? null : String(filter.assignmentId),
    csvPath: count > 0 ? peopleCsvPath(addressOf(filter)) : null,
    people: people.length > 0 ? people.map((person) => presentPersonRow(person, acts, today)) : null,
    formToken: facts.formToken,
    pages: presentPages(filter, count),
    empty: { title: t('Nobody to show'), text: t('Choose other filters to see more.') },
  };
}

function presentFilters({ filter, units, courses }: PeopleListFacts) {
  const any = (text: string, chosen: boolean) => ({ value: '', text, selected: chosen });
  return {
    show: SHOWS.map((show) => ({ value: show, text: sayShow(show), selected: show === filter.show })),
    units: [
      any(t('Everywhere'), filter.unitCode === null),
      ...units.map(({ code, name }) => ({ value: code, text: name, selected: code === filter.unitCode })),
    ],
    courses: [
      any(t('All courses'), filter.courseSlug === null),
      ...courses.map(({ slug, title }) => ({ value: slug, text: title, selected: slug === filter.courseSlug })),
    ],
  };
}

function sayShow(show: Show): string {
  switch (show) {
    case 'all':
      return t('Everybody');
    case 'todo':
      return t('Still to do');
    case 'overdue':
      return t('Past the date');
    case 'dueThisWeek':
      return t('Due in the next seven days');
    case 'done':
      return t('Finished');
  }
}

function addressOf({ show, unitCode, courseSlug, assignmentId }: ListFilter) {
  return {
    show,
    ...(unitCode === null ? {} : { unit: unitCode }),
    ...(courseSlug === null ? {} : { course: courseSlug }),
    ...(assignmentId === null ? {} : { assignment: assignmentId }),
  };
}

function presentPages(filter: ListFilter, count: number) {
  const last = Math.ceil(count / PEOPLE_PER_PAGE);
  const to = (page: number) => ({ href: peoplePath({ ...addressOf(filter), page }) });
  if (last < 2) return null;
  return {
    previous: filter.page > 1 ? to(filter.page - 1) : null,
    next: filter.page < last ? to(filter.page + 1) : null,
    where: t('Page {page} of {last}', { page: String(filter.page), last: String(last) }),
  };
}
