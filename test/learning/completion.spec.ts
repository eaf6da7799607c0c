import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { courseCompleted } from '../../src/learning/learning.events.js';
import { Listeners } from '../../src/platform/events/listeners.js';
import { aCourse, aQuizSource, aReadingCourse, aText, type CourseSource, publish } from '../factories/courses.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { completions, type Learner, learner, versionOf } from './learner.js';
import { aSmallNetwork } from './people.js';

let app: TestApp;
let people: Awaited<ReturnType<typeof aSmallNetwork>>;
let listenerFails = false;
let courses = 0;
let slug: string;
let sam: Learner;

beforeAll(async () => {
  app = await startTestApp();
  people = await aSmallNetwork(app);
  app.nest.get(Listeners).addWithin(courseCompleted.kind, async () => {
    if (listenerFails) throw new Error('A listener failed');
  });
});
afterAll(() => app.stop());

beforeEach(async () => {
  slug = `course-${++courses}`;
  sam = await learner(app, people.sam, slug);
});

const done = async () => (await completions(app, people.sam)).filter((row) => row.slug === slug);

const events = () =>
  app.db.query<{ body: Record<string, number> }>(
    `select body from event e join course c on c.id = (e.body->>'courseId')::int
      where e.kind = 'learning.courseCompleted' and c.slug = $1`,
    [slug],
  );

describe('a completion is appended once, from evidence', () => {
  it('by reading alone where that is the rule, and says what happened in ids', async () => {
    await publish(app, aReadingCourse({ slug }));
    await sam.continueFrom(1);
    expect(await done()).toEqual([]);
    expect((await sam.continueFrom(2)).location).toBe(`/courses/${slug}/finished`);
    expect(await done()).toHaveLength(1);
    const [event] = await events();
    expect(event?.body).toMatchObject({ personId: people.sam.id, unitId: people.ashbridge });
    expect(Object.values(event!.body).every(Number.isInteger)).toBe(true);
  });

  it('by the quiz alone where that is the rule, with no lesson read', async () => {
    await publish(app, aCourse({ slug, completionRule: 'quizPassed' }));
    await sam.takeQuiz('1');
    expect((await done()).map((row) => row.attemptId)).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  });

  it('by both in either order: the quiz first, then the lessons', async () => {
    await publish(app, aCourse({ slug }));
    await sam.takeQuiz('1');
    await sam.continueFrom(2);
    expect(await done()).toEqual([]);
    expect((await sam.continueFrom(1)).location).toBe(`/courses/${slug}/lessons/2`);
    expect(await done()).toHaveLength(1);
  });

  it('not by a failed quiz; the next try that passes finishes', async () => {
    await publish(app, aCourse({ slug }));
    await sam.continueFrom(1);
    await sam.continueFrom(2);
    await sam.takeQuiz('2');
    expect(await done()).toEqual([]);
    expect((await sam.browser.get(`/courses/${slug}/quiz`)).words).toContain(
      'Not passed yet after 1 try. Your best so far: 0%.',
    );
    await sam.takeQuiz('1');
    expect(await done()).toHaveLength(1);
    await sam.takeQuiz('1');
    expect(await done()).toHaveLength(1);
  });

  it('only once, however often the last lesson is posted at the same moment', async () => {
    await publish(app, aReadingCourse({ slug }));
    await sam.continueFrom(1);
    const version = versionOf(await sam.open(2));
    const posts = Array.from({ length: 8 }, () => sam.browser.post(`/courses/${slug}/lessons/2/reads`, { version }));
    expect(new Set((await Promise.all(posts)).map(({ status }) => status))).toEqual(new Set([303]));
    expect(await done()).toHaveLength(1);
    expect(await events()).toHaveLength(1);
  });

  it('also when the last lesson and the quiz are posted at the same moment', async () => {
    const slugs = Array.from({ length: 6 }, (_, n) => `${slug}-${n}`);
    await publish(app, ...slugs.map((each) => aCourse({ slug: each, quiz: aQuizSource(each) })));
    const ready = await Promise.all(
      slugs.map(async (each) => {
        const mine = await learner(app, people.kim, each);
        await mine.continueFrom(1);
        return { mine, attempt: await mine.answerQuiz('1'), version: versionOf(await mine.open(2)) };
      }),
    );
    await Promise.all(
      ready.flatMap(({ mine, attempt, version }) => [
        mine.handIn(attempt),
        mine.browser.post(`/courses/${mine.slug}/lessons/2/reads`, { version }),
      ]),
    );
    expect((await completions(app, people.kim)).map((row) => row.slug).sort()).toEqual(slugs);
  });

  it('in the unit of the main posting on that day', async () => {
    await publish(app, aReadingCourse({ slug }));
    await app.db.query(
      `update posting set valid = daterange('2020-01-01', '2027-02-11') where person_id = $1 and valid @> '2027-02-10'::date`,
      [people.ola.id],
    );
    await app.db.query(
      `insert into posting (person_id, unit_id, role, main, valid) values ($1, $2, 'staff', true, daterange('2027-02-11', null))`,
      [people.ola.id, people.millbridge],
    );
    const ola = await learner(app, people.ola, slug);
    await ola.continueFrom(1);
    app.clock.set('2027-02-11T00:10:00Z');
    await ola.continueFrom(2);
    app.clock.set('2027-02-10T10:00:00Z');
    expect(await completions(app, people.ola)).toMatchObject([{ slug, unitId: people.millbridge }]);
  });

  it('also for an area manager, who is posted to no unit', async () => {
    await publish(app, aReadingCourse({ slug }));
    const dawn = await learner(app, people.dawn, slug);
    await dawn.continueFrom(1);
    await dawn.continueFrom(2);
    expect(await completions(app, people.dawn)).toMatchObject([{ slug, unitId: null }]);
  });

  it('and never changes afterwards', async () => {
    await publish(app, aReadingCourse({ slug }));
    await sam.continueFrom(1);
    await sam.continueFrom(2);
    await expect(app.db.query('update completion set period = 7')).rejects.toThrow('completion is appended to only');
    await expect(app.db.query('delete from completion')).rejects.toThrow('completion is appended to only');
    await expect(app.db.query('delete from lesson_read')).rejects.toThrow('lesson_read is appended to only');
  });
});

describe('when something fails between the evidence and the completion', () => {
  beforeEach(() => {
    listenerFails = false;
  });

  it('no lesson is read without its completion', async () => {
    await publish(app, aReadingCourse({ slug }));
    await sam.continueFrom(1);
    listenerFails = true;
    expect((await sam.continueFrom(2)).status).toBe(500);
    listenerFails = false;
    expect(await done()).toEqual([]);
    expect((await sam.course()).words).toContain('Step 2 of 2 saved.');
    expect((await sam.continueFrom(2)).location).toBe(`/courses/${slug}/finished`);
    expect(await done()).toHaveLength(1);
  });

  it('no attempt is handed in without its completion, and the answers are still there', async () => {
    await publish(app, aCourse({ slug, completionRule: 'quizPassed' }));
    listenerFails = true;
    expect((await sam.takeQuiz('1')).status).toBe(500);
    listenerFails = false;
    const open = await app.db.query<{ answers: number }>(
      `select (select count(*) from attempt_response r where r.attempt_id = a.id) answers
         from attempt a where a.person_id = $1 and a.submitted_at is null`,
      [people.sam.id],
    );
    expect(open.map((row) => row.answers)).toEqual([1]);
    await sam.takeQuiz('1');
    expect(await done()).toHaveLength(1);
  });
});

describe('when a course changes', () => {
  const first = (): CourseSource => aReadingCourse({ slug, title: 'First title' });
  const second = (): CourseSource =>
    aReadingCourse({
      slug,
      title: 'Second title',
      lessons: [{ title: 'All in one', minutes: 4, blocks: [aText('all', 'Everything.')] }],
    });

  it('somebody part-way finishes the version they began; a starter gets the new one', async () => {
    await publish(app, first());
    await sam.continueFrom(1);
    await publish(app, second());
    expect((await sam.course()).words).toContain('First title');
    const kim = await learner(app, people.kim, slug);
    expect((await kim.course()).words).toContain('Second title');
    await sam.continueFrom(2);
    await kim.continueFrom(1);
    expect(await done()).toMatchObject([{ version: 1 }]);
    expect((await completions(app, people.kim)).at(-1)).toMatchObject({ slug, version: 2 });
  });

  it('somebody who finished the old one may take the new one, and both are in the record', async () => {
    await publish(app, first());
    await sam.continueFrom(1);
    await sam.continueFrom(2);
    await publish(app, second());
    expect((await sam.course()).words).toContain('You finished an earlier version on Wednesday 10 February.');
    await sam.continueFrom(1);
    expect((await done()).map((row) => row.version)).toEqual([1, 2]);
  });

  it('a page of the old version that is still open is not taken for the new one', async () => {
    await publish(app, first());
    const version = versionOf(await sam.open(1));
    await publish(app, second());
    const answer = await sam.browser.post(`/courses/${slug}/lessons/1/reads`, { version });
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('This course was updated while you had it open.');
    expect(answer.words).toContain('All in one');
    expect(await done()).toEqual([]);
  });
});
