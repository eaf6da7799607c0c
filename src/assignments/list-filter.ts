import { type PeopleFilter, SHOWS, type Show } from './people.queries.js';

export const PEOPLE_PER_PAGE = 25;

/** What an address asks the list to show. Anything that is not a filter shows the list as it is. */
export interface ListFilter extends PeopleFilter {
  /** From 1. */
  page: number;
  /** Whether people are asked for at all. */
  people: boolean;
}

export function readFilter(query: Record<string, unknown>): ListFilter {
  const text = (name: string, pattern: RegExp) => {
    const value = query[name];
    return typeof value === 'string' && pattern.test(value) ? value : null;
  };
  const show = SHOWS.find((one) => one === query.show) ?? null;
  const unitCode = text('unit', /^[\w-]{1,40}$/);
  const courseSlug = text('course', /^[a-z0-9-]{1,200}$/);
  const assignment = text('assignment', /^[1-9]\d{0,8}$/);
  return {
    show: show ?? ('all' satisfies Show),
    unitCode,
    courseSlug,
    assignmentId: assignment === null ? null : Number(assignment),
    page: Number(text('page', /^[1-9]\d{0,4}$/) ?? 1),
    people: show !== null || unitCode !== null || courseSlug !== null || assignment !== null,
  };
}
