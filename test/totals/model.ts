/**
 * What the reports should say, worked out from the facts one by one and from the words of the specification: what happened
 * counts in the area and the region where its unit stood on that day; people, and what they finished, at their main posting of
 * the day; who is away on long leave counts nowhere.
 */
import {
  type Answer,
  type Asked,
  COURSES,
  EXPIRES_AFTER_A_MONTH,
  type History,
  PEOPLE,
  THEME_DAYS,
  type Timeline,
  type Tree,
  UNITS,
  dateOf,
} from './history.js';

/** Where something counted: the unit, its area and its region on the day. */
export interface Place {
  unit: number;
  area: number;
  region: number;
}

export const at = (timeline: Timeline, day: number): number | null =>
  timeline.filter(({ from }) => from <= day).at(-1)?.at ?? null;

/** The network as the last telling has it. */
const treeOf = (history: History) => history.tellings.at(-1)!.tree;

export function placeOf(history: History, unit: number | null, day: number): Place | null {
  if (unit === null || unit < 0) return null;
  const area = at(treeOf(history).units[unit]!, day);
  const region = area === null ? null : at(treeOf(history).areas[area]!, day);
  return area === null || region === null ? null : { unit, area, region };
}

/**
 * Answers come in for units that stood somewhere on the day, as far as was known then; those that name one which had merged
 * are the answers of what it went into.
 */
export function landed({ tree, answers }: History['tellings'][number]): readonly Answer[] {
  return answers.flatMap((answer) => {
    const unit = meantOn(tree, answer.unit, answer.day);
    return unit === null ? [] : [{ ...answer, unit }];
  });
}

function meantOn(tree: Tree, unit: number, day: number, before: readonly number[] = []): number | null {
  const stood = (on: number) => {
    const area = at(tree.units[unit]!, on);
    return area !== null && at(tree.areas[area]!, on) !== null;
  };
  if (stood(day)) return unit;
  const lastDay = range(day).reverse().find(stood);
  const merger = tree.mergers.find((one) => one.unit === unit && one.on === lastDay);
  if (!merger || before.includes(merger.into)) return null;
  return meantOn(tree, merger.into, day, [...before, unit]);
}

export interface Counted {
  responses: number;
  comments: number;
  ease: [n: number, top: number, sum: number];
  happy: number;
  friendly: number;
}

/** All answers with the place where each counts. */
function placedAnswers(history: History): { answer: Answer; place: Place }[] {
  return history.tellings
    .flatMap(landed)
    .map((answer) => ({ answer, place: placeOf(history, answer.unit, answer.day) }))
    .filter((one): one is { answer: Answer; place: Place } => one.place !== null);
}

export function answersIn(
  history: History,
  { firstWeek, lastWeek }: Asked,
  within: (place: Place) => boolean,
): Counted {
  const inside = placedAnswers(history)
    .filter(({ answer: { day }, place }) => day >= firstWeek * 7 && day < (lastWeek + 1) * 7 && within(place))
    .map(({ answer }) => answer);
  const eases = inside.flatMap(({ ease }) => (ease === null ? [] : [ease]));
  return {
    responses: inside.length,
    comments: inside.filter(({ said }) => said).length,
    ease: [eases.length, eases.filter((ease) => ease >= 4).length, eases.reduce((sum, ease) => sum + ease, 0)],
    happy: inside.filter(({ emotion }) => emotion === 2).length,
    friendly: inside.reduce((sum, { friendly }) => sum + (friendly ?? 0), 0),
  };
}

/** Those in post on a day, each with the place of their main posting. */
export function inPost(history: History, day: number): { person: number; place: Place }[] {
  return range(PEOPLE).flatMap((person) => {
    const { posts, away } = history.people[person]!;
    const place = placeOf(history, at(posts, day), day);
    return place === null || (away !== null && day >= away.from && day < away.to) ? [] : [{ person, place }];
  });
}

/** Course completion at the end of a day: people in post, and valid completions of theirs. */
export function courseCompletion(history: History, day: number, within: (place: Place) => boolean) {
  const people = inPost(history, day).filter(({ place }) => within(place));
  const done = people.flatMap(({ person }) =>
    history.completions.filter((one) => one.person === person && one.day <= day && isValid(one, day)),
  );
  return { inPost: people.length, done: done.length, possible: people.length * COURSES };
}

/** Finished at noon; it counts until noon of the same day of the next month. */
function isValid({ course, day: finishedOn }: History['completions'][number], day: number): boolean {
  return course !== EXPIRES_AFTER_A_MONTH || monthAfter(dateOf(finishedOn)) > dateOf(day);
}

/** 31 December is followed by 31 January, and 31 January by 28 February. */
function monthAfter(date: string): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(dayOfMonth, last))).toISOString().slice(0, 10);
}

/** Assigned completion at the end of a day. */
export function assigned(history: History, day: number, within: (place: Place) => boolean) {
  const people = new Set(inPost(history, day).flatMap(({ person, place }) => (within(place) ? [person] : [])));
  const due = history.requirements.filter(
    ({ person, madeOn, since, endedOn, settled }) =>
      people.has(person) &&
      madeOn <= day &&
      (since === null || since <= day) &&
      (endedOn === null || endedOn > day) &&
      !(settled?.how === 'waived' && settled.on <= day),
  );
  const finished = due.filter(
    ({ person, course, finishes, settled }) =>
      (settled?.how === 'markedComplete' && settled.on <= day) ||
      (finishes && history.completions.some((one) => one.person === person && one.course === course && one.day <= day)),
  );
  return { due: due.length, finished: finished.length };
}

/** The themed week as of a day: lessons and pledges where they happened, people and units where they stand on the day. */
export function participation(history: History, day: number, within: (place: Place) => boolean) {
  const deeds = [...lessons(history, day), ...pledges(history, day)].flatMap((deed) => {
    const unit = at(history.people[deed.person]!.posts, deed.day);
    return unit === null || unit < 0 ? [] : [{ ...deed, unit, place: placeOf(history, unit, deed.day) }];
  });
  const here = range(UNITS).filter((unit) => isIn(placeOf(history, unit, day), within));
  const people = inPost(history, day).filter(({ place }) => within(place));
  const counted = deeds.filter(({ place }) => isIn(place, within));
  return {
    units: here.length,
    joined: here.filter((unit) => deeds.some((deed) => deed.unit === unit)).length,
    people: people.length,
    took: people.filter(({ person }) => deeds.some((deed) => deed.person === person)).length,
    lessons: counted.filter(({ kind }) => kind === 'lesson').length,
    pledges: counted.filter(({ kind }) => kind === 'pledge').length,
  };
}

const isIn = (place: Place | null, within: (place: Place) => boolean) => place !== null && within(place);

/** The courses take turns as the lessons of the days. A lesson counts from its day on, for a fortnight after the week. */
function lessons(history: History, day: number) {
  const lastDay = Math.min(day, THEME_DAYS.at(-1)! + 14);
  return THEME_DAYS.flatMap((heldOn, themeDay) =>
    history.completions
      .filter((one) => one.course === themeDay % COURSES && one.day >= heldOn && one.day <= lastDay)
      .map((one) => ({ kind: 'lesson', person: one.person, day: one.day })),
  );
}

function pledges(history: History, day: number) {
  return history.pledges
    .filter((pledge) => pledge.day <= day)
    .map(({ person, day: on }) => ({ kind: 'pledge', person, day: on }));
}

export const range = (n: number): number[] => Array.from({ length: n }, (_, at) => at);
