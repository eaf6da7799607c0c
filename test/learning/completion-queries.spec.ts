import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CoursesQueries } from '../../src/courses/courses.queries.js';
import { CourseCompletionQueries } from '../../src/learning/course-completion.queries.js';
import { endOfLondonDay, type IsoDate } from '../../src/platform/dates.js';
import { aReadingCourse, publish } from '../factories/courses.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { aSmallNetwork } from './people.js';

let app: TestApp;
let queries: CourseCompletionQueries;
let people: Awaited<ReturnType<typeof aSmallNetwork>>;
let courses: { courseId: number; versionId: number }[];
let unitIds: number[];

const NOW = new Date('2027-02-10T10:00:00Z');

/** `yearly` counts for twelve months, `lasting` for good. */
beforeAll(async () => {
  app = await startTestApp();
  queries = app.nest.get(CourseCompletionQueries);
  people = await aSmallNetwork(app);
  unitIds = [people.ashbridge, people.millbridge, people.chalkford];
  await publish(
    app,
    aReadingCourse({ slug: 'lasting', title: 'A lasting one' }),
    aReadingCourse({ slug: 'yearly', title: 'B yearly', validityMonths: 12 }),
  );
  courses = await app.nest.get(CoursesQueries).published();
});
afterAll(() => app.stop());

interface Fact {
  person: 'sam' | 'pat' | 'kim' | 'ola' | 'dawn';
  /** 0 lasts, 1 counts for a year. */
  course: 0 | 1;
  at: Date;
}

async function complete(facts: readonly Fact[]): Promise<void> {
  await app.db.query(
    `insert into completion (person_id, course_id, course_version_id, period, completed_at)
     select f.person_id, v.course_id, v.id, f.period, f.at
       from unnest($1::int[], $2::int[], $3::int[], $4::timestamptz[]) f (person_id, version_id, period, at)
       join course_version v on v.id = f.version_id`,
    [
      facts.map((fact) => people[fact.person].id),
      facts.map((fact) => courses[fact.course]!.versionId),
      facts.map((_, index) => index),
      facts.map((fact) => fact.at),
    ],
  );
}

/** Completions are appended only; specs that need none start over with the trigger's knowledge. */
const forget = () => app.db.query('truncate completion cascade');

/** The definition, one person and one course at a time. */
function counts(fact: Fact, day: IsoDate): boolean {
  const end = endOfLondonDay(day);
  const asOf = end < NOW ? end : NOW;
  if (fact.at > asOf) return false;
  const until = new Date(fact.at);
  until.setUTCFullYear(until.getUTCFullYear() + 1);
  return fact.course === 0 || until > asOf;
}

const STAFF = { sam: 'ashbridge', pat: 'ashbridge', kim: 'millbridge', ola: 'chalkford' } as const;

describe('course completion by unit', () => {
  it('is people in post with a valid completion, out of people in post', async () => {
    await forget();
    await complete([
      { person: 'sam', course: 0, at: new Date('2027-02-01T09:00:00Z') },
      { person: 'sam', course: 0, at: new Date('2027-02-02T09:00:00Z') },
      { person: 'kim', course: 1, at: new Date('2026-02-01T09:00:00Z') },
    ]);
    const rows = await queries.byUnit({ unitIds, courseIds: [courses[0]!.courseId], day: '2027-02-10', now: NOW });
    expect(rows.map(({ unitId, inPost, done }) => [unitId, done, inPost])).toEqual([
      [people.ashbridge, 1, 2],
      [people.millbridge, 0, 1],
      [people.chalkford, 0, 1],
    ]);
  });

  it('takes somebody on long leave out of both figures', async () => {
    await forget();
    await complete([{ person: 'pat', course: 0, at: new Date('2027-02-01T09:00:00Z') }]);
    await app.db.query(`insert into leave (person_id, valid) values ($1, daterange('2027-02-05', '2027-02-08'))`, [
      people.pat.id,
    ]);
    const on = async (day: IsoDate) => {
      const [row] = await queries.byUnit({
        unitIds: [people.ashbridge],
        courseIds: [courses[0]!.courseId],
        day,
        now: NOW,
      });
      return [row?.done, row?.inPost];
    };
    expect(await on('2027-02-04')).toEqual([1, 2]);
    expect(await on('2027-02-05')).toEqual([0, 1]);
    expect(await on('2027-02-08')).toEqual([1, 2]);
    await app.db.query('delete from leave');
  });

  it('never counts what lies ahead, even when asked for a day to come', async () => {
    await forget();
    await complete([{ person: 'sam', course: 0, at: new Date('2027-02-10T10:00:01Z') }]);
    const total = await queries.total({ unitIds, courseIds: null, day: '2027-03-01', now: NOW });
    expect(total.map(({ done }) => done)).toEqual([0, 0]);
  });

  it('leaves out units where nobody is in post, and answers about no units with nothing', async () => {
    expect(await queries.byUnit({ unitIds: [], courseIds: null, day: '2027-02-10', now: NOW })).toEqual([]);
    expect(await queries.byUnit({ unitIds, courseIds: null, day: '2019-02-10', now: NOW })).toEqual([]);
  });

  it('agrees with the definition for random completions and days, and units add up to the total', async () => {
    const facts = fc.array(
      fc.record({
        person: fc.constantFrom(...(['sam', 'pat', 'kim', 'ola', 'dawn'] as const)),
        course: fc.constantFrom(0 as const, 1 as const),
        at: fc.date({ min: new Date('2025-12-01'), max: new Date('2027-03-31'), noInvalidDate: true }),
      }),
      { maxLength: 12 },
    );
    const days = fc.constantFrom('2026-01-15', '2026-12-31', '2027-02-09', '2027-02-10', '2027-03-05');
    await fc.assert(
      fc.asyncProperty(facts, days, async (history, day) => {
        await forget();
        await complete(history);
        const rows = await queries.byUnit({ unitIds, courseIds: null, day, now: NOW });
        for (const { unitId, courseId, done } of rows) {
          const here = Object.entries(STAFF).filter(([, unit]) => people[unit] === unitId);
          const finished = here.filter(([person]) =>
            history.some(
              (fact) => fact.person === person && courses[fact.course]!.courseId === courseId && counts(fact, day),
            ),
          );
          expect(done).toBe(finished.length);
        }
        const total = await queries.total({ unitIds, courseIds: null, day, now: NOW });
        for (const { courseId, done, inPost } of total) {
          const parts = rows.filter((row) => row.courseId === courseId);
          expect(done).toBe(parts.reduce((sum, row) => sum + row.done, 0));
          expect(inPost).toBe(parts.reduce((sum, row) => sum + row.inPost, 0));
        }
      }),
      { numRuns: 40 },
    );
  });
});
