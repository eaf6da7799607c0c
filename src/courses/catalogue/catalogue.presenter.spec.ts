import { describe, expect, it } from '@jest/globals';
import { presentCatalogue } from './catalogue.presenter.js';
import { CourseStates, type CourseState } from '../course-states.service.js';
import type { CourseCard } from '../course-version.js';

const card = (courseId: number, change: Partial<CourseCard> = {}): CourseCard => ({
  courseId,
  versionId: courseId,
  slug: `course-${courseId}`,
  kind: 'course',
  title: `Course ${courseId}`,
  summary: '',
  driver: 'friendly',
  minutes: 1,
  language: 'en',
  ...change,
});

const NOTHING: CourseState = { tag: null, meta: null, why: null, act: null };
const EVERYTHING = { driver: null, words: null };

const present = (courses: CourseCard[], change: Partial<Parameters<typeof presentCatalogue>[0]> = {}) =>
  presentCatalogue({
    filter: EVERYTHING,
    courses,
    stateOf: () => NOTHING,
    closed: new Map(),
    today: '2027-02-10',
    ...change,
  });

describe('the catalogue', () => {
  it('keeps theme days apart', () => {
    const { courses, themeDays } = present([card(1), card(2, { kind: 'themeDay' })]);
    expect(courses.map(({ title }) => title)).toEqual(['Course 1']);
    expect(themeDays?.map(({ title }) => title)).toEqual(['Course 2']);
    expect(present([card(1)]).themeDays).toBeNull();
  });

  it('shows the minutes until there is something better to say', () => {
    const state: CourseState = { tag: { text: 'Due today', tone: 'today' }, meta: 'Step 2 of 5 saved', why: null };
    expect(present([card(1)]).courses[0]).toMatchObject({ meta: '1 minute', tag: null, tone: null });
    expect(present([card(1)], { stateOf: () => state }).courses[0]).toMatchObject({
      meta: 'Step 2 of 5 saved',
      tag: 'Due today',
      tone: 'today',
    });
  });

  it.each([
    ['2027-02-13', null, 'Opens Saturday 13 February'],
    ['2027-01-01', '2027-01-02', 'Closed'],
  ])('says when a course cannot be started (%s to %s)', (opensOn, closesOn, tag) => {
    expect(present([card(1)], { closed: new Map([[1, { opensOn, closesOn }]]) }).courses[0]?.tag).toBe(tag);
  });

  it('marks the driver that is chosen and offers the others', () => {
    const { drivers, title } = present([], { filter: { driver: 'knowledge', words: null } });
    expect(title).toBe('Courses: Knowledge');
    expect(drivers.filter(({ current }) => current).map(({ name }) => name)).toEqual(['Knowledge']);
    expect(drivers.map(({ path }) => path)).toContain('/courses?driver=friendly');
    expect(drivers).toHaveLength(7);
  });

  it('counts what was found, and helps when that is nothing', () => {
    const filter = { driver: null, words: 'queue' };
    expect(present([card(1)], { filter })).toMatchObject({ found: '1 course for “queue”', empty: null });
    expect(present([], { filter }).empty).toMatchObject({ title: 'No course found', action: { path: '/courses' } });
  });
});

describe('what several modules say about one course', () => {
  const source = (state: Partial<CourseState>) => ({
    statesFor: async () => new Map([[1, { ...NOTHING, ...state }]]),
  });
  const actor = {
    personId: 1,
    reference: '',
    name: '',
    language: 'en' as const,
    posts: [],
    roles: [],
    reach: { network: false, regionIds: [], areaIds: [], unitIds: [] },
    unitId: null,
    areaId: null,
  };

  it('adds up, and the later one has the word', async () => {
    const states = new CourseStates();
    states.register(source({ tag: { text: 'In progress', tone: 'brand' }, meta: 'Step 2 of 5 saved' }));
    states.register(source({ tag: { text: 'Due today', tone: 'today' }, why: 'Dawn asked for this.' }));
    const stateOf = await states.of(actor, [1, 2]);
    expect(stateOf(1)).toEqual({
      tag: { text: 'Due today', tone: 'today' },
      meta: 'Step 2 of 5 saved',
      why: 'Dawn asked for this.',
      act: null,
    });
    expect(stateOf(2)).toEqual(NOTHING);
  });
});
