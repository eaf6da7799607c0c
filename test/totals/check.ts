/** One question about one history: every report against what its children show, and against the model. */
import { expect } from '@jest/globals';
import type { Asked, History } from './history.js';
import { AREAS, REGIONS, UNITS } from './history.js';
import {
  answersIn,
  assigned,
  courseCompletion,
  type Counted,
  inPost,
  participation,
  type Place,
  range,
} from './model.js';
import type { ByPlace, Level, Reports } from './reports.js';

const LEVELS = { region: REGIONS, area: AREAS, unit: UNITS } as const;
const EVERYWHERE = () => true;
const inside = (level: Level, n: number) => (place: Place) => place[level] === n;

/** Every place of a level with its figures, those without any left out. */
function everyPlace<T>(
  level: Level,
  of: (within: (place: Place) => boolean) => T,
  isNothing: (figures: T) => boolean,
): ByPlace<T> {
  return new Map(
    range(LEVELS[level])
      .map((n) => [n, of(inside(level, n))] as const)
      .filter(([, figures]) => !isNothing(figures)),
  );
}

/** Adds up numbers of the same names. */
function total<T extends object>(figures: ByPlace<T>, nothing: T): T {
  const flat = (one: T) =>
    Object.entries(one).flatMap(([name, value]) =>
      [value].flat().map((n: number, at) => [`${name} ${at}`, n] as const),
    );
  const sums = new Map(flat(nothing));
  for (const one of figures.values()) for (const [name, n] of flat(one)) sums.set(name, (sums.get(name) ?? 0) + n);
  return Object.fromEntries(
    Object.entries(nothing).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((_, at) => sums.get(`${name} ${at}`)) : sums.get(`${name} 0`),
    ]),
  ) as T;
}

const NO_ANSWERS: Counted = { responses: 0, comments: 0, ease: [0, 0, 0], happy: 0, friendly: 0 };

/** Network, regions, areas and units of each area. */
export async function checkAnswers(reports: Reports, history: History, asked: Asked): Promise<void> {
  const modelled = (within: (place: Place) => boolean) => answersIn(history, asked, within);
  const none = ({ responses }: Counted) => responses === 0;
  const [regions, areas] = [await reports.answers('region', asked), await reports.answers('area', asked)];
  expect(regions).toEqual(everyPlace('region', modelled, none));
  expect(areas).toEqual(everyPlace('area', modelled, none));
  expect(await reports.answersWeekByWeek(asked)).toBe(total(regions, NO_ANSWERS).responses);
  for (const region of range(REGIONS)) {
    const children = await reports.answers('area', asked, region);
    expect(total(children, NO_ANSWERS)).toEqual(regions.get(region) ?? NO_ANSWERS);
  }
  for (const area of range(AREAS)) {
    const children = await reports.answersOfUnits(area, asked);
    expect(total(children, NO_ANSWERS)).toEqual(areas.get(area) ?? NO_ANSWERS);
    expect(children).toEqual(
      everyPlace('unit', (within) => modelled((place) => within(place) && place.area === area), none),
    );
  }
}

const NO_COURSES = { inPost: 0, done: 0, possible: 0 };

/** People in post and their valid completions, as of the end of a day. */
export async function checkCourses(reports: Reports, history: History, { day }: Asked): Promise<void> {
  const network = await reports.courses(day, 'network');
  expect(network).toEqual(courseCompletion(history, day, EVERYWHERE));
  for (const level of ['region', 'area'] as const) {
    const places = new Map(
      await Promise.all(range(LEVELS[level]).map(async (n) => [n, await reports.courses(day, level, n)] as const)),
    );
    expect(total(places, NO_COURSES)).toEqual(network);
    for (const [n, figures] of places) expect(figures).toEqual(courseCompletion(history, day, inside(level, n)));
  }
  const units = await reports.coursesOfUnits(day);
  const standing = new Set(inPost(history, day).map(({ place }) => place.unit));
  const { done, possible } = total(new Map([...units].filter(([unit]) => standing.has(unit))), {
    done: 0,
    possible: 0,
  });
  expect({ done, possible }).toEqual({ done: network.done, possible: network.possible });
  for (const [unit, people] of await reports.teams(day))
    expect(people).toBe(inPost(history, day).filter(({ place }) => place.unit === unit).length);
}

/** Requirements of people in post, as of the end of a day. */
export async function checkAssigned(reports: Reports, history: History, { day }: Asked): Promise<void> {
  const all = { due: 0, finished: 0 };
  const whole = assigned(history, day, EVERYWHERE);
  for (const level of ['region', 'area', 'unit'] as const) {
    const places = await reports.assigned(day, level);
    expect(places).toEqual(
      everyPlace(
        level,
        (within) => assigned(history, day, within),
        ({ due }) => due === 0,
      ),
    );
    expect(total(places, all)).toEqual(whole);
  }
}

const NOBODY = { units: 0, joined: 0, people: 0, took: 0, lessons: 0, pledges: 0 };

/** The themed week, as of the end of a day. */
export async function checkParticipation(reports: Reports, history: History, { day }: Asked): Promise<void> {
  const whole = participation(history, day, EVERYWHERE);
  for (const level of ['region', 'area', 'unit'] as const) {
    const places = await reports.participation(day, level);
    const isNothing = (figures: typeof whole) => figures.units + figures.lessons + figures.pledges === 0;
    expect(places).toEqual(everyPlace(level, (within) => participation(history, day, within), isNothing));
    expect(total(places, NOBODY)).toEqual(whole);
  }
}
