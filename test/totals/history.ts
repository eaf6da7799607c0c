/** Random histories of a small network: days are counted from Monday 30 November 2026. */
import fc from 'fast-check';
import { addDays, type IsoDate } from '../../src/platform/dates.js';

const FIRST: IsoDate = '2026-11-30';
/** Ten weeks, the last of which closed on the Sunday before today. */
export const DAYS = 70;
export const TODAY = addDays(FIRST, DAYS + 2);
export const dateOf = (day: number): IsoDate => addDays(FIRST, day);

export const REGIONS = 2;
export const AREAS = 4;
export const UNITS = 5;
export const PEOPLE = 6;
export const COURSES = 2;
/** Completions of the second course count for a month. */
export const EXPIRES_AFTER_A_MONTH = 1;
/** The themed week: Monday to Friday of the seventh week, a lesson a day. */
export const THEME_DAYS = [42, 43, 44, 45, 46];

/** Where something is from a day on, until the next entry; null is nowhere. The first entry holds since long before. */
export type Timeline = readonly { from: number; at: number | null }[];

export interface Tree {
  /** The area of each unit. */
  units: readonly Timeline[];
  /** The region of each area. */
  areas: readonly Timeline[];
  /** Each at the end of a day on which the unit closed and what it went into was open. */
  mergers: readonly Merger[];
}

export interface Merger {
  unit: number;
  into: number;
  on: number;
}

export interface Answer {
  unit: number;
  day: number;
  hour: number;
  ease: number | null;
  emotion: number | null;
  friendly: number | null;
  said: boolean;
}

export interface Person {
  /** Units; `OVER_AN_AREA` for somebody who manages the first area. */
  posts: Timeline;
  away: { from: number; to: number } | null;
}

export const OVER_AN_AREA = -1;

export interface Completion {
  person: number;
  course: number;
  day: number;
}

/** One person's due item with its one reason. */
export interface Requirement {
  person: number;
  course: number;
  madeOn: number;
  since: number | null;
  endedOn: number | null;
  settled: { how: 'waived' | 'markedComplete'; on: number } | null;
  /** Whether their completion of the course finishes it. */
  finishes: boolean;
}

export interface Pledge {
  person: number;
  themeDay: number;
  day: number;
}

export interface History {
  /** The network as it was known first, and as each import said that it had been all along; answers came in after each. */
  tellings: readonly { tree: Tree; answers: readonly Answer[] }[];
  people: readonly Person[];
  completions: readonly Completion[];
  requirements: readonly Requirement[];
  pledges: readonly Pledge[];
}

const day = fc.nat({ max: DAYS - 1 });

function timeline(places: number, often = 2): fc.Arbitrary<Timeline> {
  const place = fc.option(fc.nat({ max: places - 1 }), { freq: 6 });
  return fc
    .tuple(place, fc.uniqueArray(fc.tuple(day, place), { selector: ([from]) => from, maxLength: often }))
    .map(([first, moves]) => [
      { from: -1000, at: first },
      ...moves.sort(([a], [b]) => a - b).map(([from, at]) => ({ from, at })),
    ]);
}

const many = <T>(one: fc.Arbitrary<T>, n: number) => fc.array(one, { minLength: n, maxLength: n });

const place = (units: Tree['units'], unit: number, on: number) =>
  units[unit]!.filter(({ from }) => from <= on).at(-1)?.at ?? null;

/** Where each closed unit may have gone: to one that comes after it when both close on one day, so that nothing goes round. */
function possible(units: Tree['units']): Merger[] {
  const days = Array.from({ length: DAYS }, (_, on) => on);
  const numbers = units.map((_, unit) => unit);
  const open = (unit: number, on: number) => place(units, unit, on) !== null;
  const closes = (unit: number, on: number) => open(unit, on) && !open(unit, on + 1);
  return numbers.flatMap((unit) =>
    days
      .filter((on) => closes(unit, on))
      .flatMap((on) =>
        numbers
          .filter((into) => into !== unit && open(into, on) && (into > unit || !closes(into, on)))
          .map((into) => ({ unit, into, on })),
      ),
  );
}

const tree: fc.Arbitrary<Tree> = fc
  .record({ units: many(timeline(AREAS, 3), UNITS), areas: many(timeline(REGIONS, 1), AREAS) })
  .chain(({ units, areas }) => {
    const all = possible(units);
    const mergers = all.length === 0 ? fc.constant([]) : fc.uniqueArray(fc.constantFrom(...all), { selector: closing });
    return mergers.map((some) => ({ units, areas, mergers: some }));
  });

/** A unit that closes goes to one other. */
const closing = ({ unit, on }: Merger) => `${unit} ${on}`;

const mark = fc.option(fc.integer({ min: 1, max: 5 }));
const answer: fc.Arbitrary<Answer> = fc.record({
  unit: fc.nat({ max: UNITS - 1 }),
  day,
  // The first and the last hour of a London day, and noon.
  hour: fc.constantFrom(0, 12, 23),
  ease: mark,
  emotion: fc.option(fc.integer({ min: -2, max: 2 })),
  friendly: mark,
  said: fc.boolean(),
});

const person: fc.Arbitrary<Person> = fc.record({
  posts: fc.oneof(
    { weight: 6, arbitrary: timeline(UNITS) },
    { weight: 1, arbitrary: fc.constant([{ from: -1000, at: OVER_AN_AREA }]) },
  ),
  away: fc.option(
    fc.tuple(day, fc.integer({ min: 1, max: 20 })).map(([from, days]) => ({ from, to: from + days })),
    { freq: 3 },
  ),
});

const who = fc.nat({ max: PEOPLE - 1 });
const course = fc.nat({ max: COURSES - 1 });
const later = fc.option(day, { freq: 3 });

export const histories: fc.Arbitrary<History> = fc.record({
  tellings: fc.array(fc.record({ tree, answers: fc.array(answer, { maxLength: 14 }) }), { minLength: 1, maxLength: 3 }),
  people: many(person, PEOPLE),
  completions: fc.uniqueArray(fc.record({ person: who, course, day }), {
    selector: ({ person: one, course: of }) => one * COURSES + of,
    maxLength: 8,
  }),
  requirements: fc.uniqueArray(
    fc.record({
      person: who,
      course,
      madeOn: day,
      since: later,
      endedOn: later,
      settled: fc.option(fc.record({ how: fc.constantFrom('waived' as const, 'markedComplete' as const), on: day }), {
        freq: 3,
      }),
      finishes: fc.boolean(),
    }),
    { selector: ({ person: one, course: of }) => one * COURSES + of, maxLength: 8 },
  ),
  pledges: fc.uniqueArray(
    fc.record({ person: who, themeDay: fc.nat({ max: 4 }), day: fc.integer({ min: 42, max: 60 }) }),
    {
      selector: ({ person: one, themeDay }) => one * 5 + themeDay,
      maxLength: 6,
    },
  ),
});

/** What somebody asks: as of the end of a day, over weeks that end with a Sunday. */
export interface Asked {
  day: number;
  firstWeek: number;
  lastWeek: number;
}

export const questions: fc.Arbitrary<Asked> = fc
  .tuple(day, fc.nat({ max: DAYS / 7 - 1 }), fc.nat({ max: DAYS / 7 - 1 }))
  .map(([one, a, b]) => ({ day: one, firstWeek: Math.min(a, b), lastWeek: Math.max(a, b) }));
