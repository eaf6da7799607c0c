import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aCourse, publish } from '../factories/courses.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type Learner, learner, versionOf } from './learner.js';
import { aSmallNetwork } from './people.js';

let app: TestApp;
let people: Awaited<ReturnType<typeof aSmallNetwork>>;
let courses = 0;
let slug: string;
let sam: Learner;

beforeAll(async () => {
  app = await startTestApp();
  people = await aSmallNetwork(app);
});
afterAll(() => app.stop());

beforeEach(async () => {
  slug = `course-${++courses}`;
  await publish(app, aCourse({ slug }));
  sam = await learner(app, people.sam, slug);
});

const answersKept = () =>
  app.db.query<{ answer: object }>(
    `select answer from block_answer b join lesson l on l.id = b.lesson_id
       join course_version v on v.id = l.course_version_id join course c on c.id = v.course_id
      where c.slug = $1 order by b.id`,
    [slug],
  );

describe('leaving at any second loses nothing', () => {
  it('goes on, on another device, in the same lesson at the same block', async () => {
    await sam.continueFrom(1);
    await sam.answer(2, 'sure', '1');
    const counter = await learner(app, people.sam, slug);
    expect((await counter.course()).words).toContain('Step 2 of 3 saved.');
    const answer = await counter.browser.post(`/courses/${slug}/enrolments`);
    expect(answer.headers.get('location')).toBe(`/courses/${slug}/lessons/2#sure`);
    expect((await counter.open(2)).words).toContain('That’s it');
  });

  it('shows the conversation as it stood', async () => {
    await sam.say(1, 'parcel', 0, 'opening', 'a');
    const counter = await learner(app, people.sam, slug);
    expect((await counter.open(1)).words).toContain('What do you say now?');
  });

  it('after the last lesson goes on to the quiz, and then to the open attempt', async () => {
    await sam.continueFrom(1);
    const first = (await sam.continueFrom(2)).location!;
    const counter = await learner(app, people.sam, slug);
    expect((await counter.browser.post(`/courses/${slug}/enrolments`)).location).toBe(`/courses/${slug}/quiz`);
    expect((await counter.browser.get(`/courses/${slug}/quiz`)).location).toBe(first.replace('/questions/1', ''));
  });

  it('keeps each answer, also those that were taken back', async () => {
    await sam.answer(2, 'sure', '2');
    await sam.startAgain(2, 'sure');
    expect((await sam.open(2)).words).toContain('Check my answer');
    await sam.answer(2, 'sure', '1');
    expect(await answersKept()).toEqual([
      { answer: { chosen: ['explain'] } },
      { answer: {} },
      { answer: { chosen: ['listen'] } },
    ]);
  });

  it('looking around changes nothing and starts nothing', async () => {
    await sam.course();
    await sam.open(2);
    await sam.browser.get(`/courses/${slug}/quiz`);
    const begun = await app.db.query(
      `select from enrolment e join course_version v on v.id = e.course_version_id join course c on c.id = v.course_id
        where c.slug = $1`,
      [slug],
    );
    expect(begun).toEqual([]);
    expect((await sam.course()).words).not.toContain('saved');
  });
});

describe('two tabs, the back button and double clicks', () => {
  it('the back button takes the conversation up where its page stood', async () => {
    await sam.say(1, 'parcel', 0, 'opening', 'a');
    await sam.say(1, 'parcel', 0, 'opening', 'b');
    expect((await sam.open(1)).words).toContain('It’s the depot. Gareth irritated I need my parcel. Feels worse');
  });

  it('a tab that is ahead of a conversation started again is told, and nothing is kept', async () => {
    await sam.say(1, 'parcel', 0, 'opening', 'a');
    await sam.startAgain(1, 'parcel');
    const answer = await sam.say(1, 'parcel', 1, 'heard', 'a');
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('The conversation has moved on since you opened that page. It goes on below.');
    expect(await answersKept()).toHaveLength(2);
  });

  it('the same Continue twice at once is one lesson read', async () => {
    const version = versionOf(await sam.open(1));
    const posts = await Promise.all(
      Array.from({ length: 6 }, () => sam.browser.post(`/courses/${slug}/lessons/1/reads`, { version })),
    );
    expect(posts.map(({ location }) => location)).toEqual(Array(6).fill(`/courses/${slug}/lessons/2`));
    const read = await app.db.query(
      `select from lesson_read r join lesson l on l.id = r.lesson_id join course_version v on v.id = l.course_version_id
         join course c on c.id = v.course_id where c.slug = $1`,
      [slug],
    );
    expect(read).toHaveLength(1);
  });

  it('Back leads to the lesson before, and from the first to the course', async () => {
    expect((await sam.open(2)).text).toContain(`href="/courses/${slug}/lessons/1"`);
    expect((await sam.open(1)).text).toContain(`href="/courses/${slug}"`);
  });

  it('a lesson that was skipped is offered before the quiz', async () => {
    expect((await sam.open(2)).words).toContain('Continue');
    expect((await sam.continueFrom(2)).location).toBe(`/courses/${slug}/lessons/1`);
  });
});

describe('forms that were not filled in, or were tampered with', () => {
  it('a check without an answer comes back with what to do', async () => {
    const answer = await sam.post(2, 'blocks/sure/answers');
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('There is a problem');
    expect(answer.text).toContain('href="#sure-1"');
    expect(answer.text).toMatch(/<title>\s*Error: Own the fix/);
    expect(await answersKept()).toEqual([]);
  });

  it.each([
    ['a lesson that does not exist', 'lessons/3'],
    ['lesson zero', 'lessons/0'],
    ['a lesson that is no number', 'lessons/first'],
    ['a lesson with zeros in front', 'lessons/01'],
  ])('%s is not found', async (_, path) => {
    const answer = await sam.browser.get(`/courses/${slug}/${path}`);
    expect(answer.status).toBe(404);
    expect(answer.words).toContain('We can’t find that page');
  });

  it.each([
    ['a block that does not exist', 'blocks/nowhere/answers', 404],
    ['an answer to a scenario', 'blocks/parcel/answers', 404],
    ['a turn in a check', 'blocks/sure/turns', 422],
    ['starting a text again', 'blocks/why/restarts', 404],
  ])('%s is refused', async (_, what, status) => {
    expect((await sam.post(1, what, { answer: '1' })).status).toBe(status);
    expect(await answersKept()).toEqual([]);
  });

  it.each([
    ['a choice that was not offered', { shown: 0, node: 'opening', choice: 'z' }],
    ['a node further on', { shown: 0, node: 'heard', choice: 'a' }],
    ['turns that were never made', { shown: 7, node: 'opening', choice: 'a' }],
    ['a number that is none', { shown: 'many', node: 'opening', choice: 'a' }],
    ['a key full of markup', { shown: 0, node: '<script>', choice: 'a' }],
    ['an endless key', { shown: 0, node: 'a'.repeat(5000), choice: 'a' }],
  ])('%s changes nothing', async (_, fields) => {
    expect((await sam.post(1, 'blocks/parcel/turns', fields)).status).toBe(422);
    expect(await answersKept()).toEqual([]);
  });

  it.each(['3', '0', '-1', 'listen', '1e0', ''])('the answer “%s” is not on offer', async (answer) => {
    expect((await sam.answer(2, 'sure', answer)).status).toBe(422);
    expect(await answersKept()).toEqual([]);
  });

  it('two answers to a question that takes one are refused', async () => {
    const answer = await sam.answer(2, 'sure', ['1', '2']);
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('Choose one answer only.');
  });

  it('a score, a status or another person in the form is not believed', async () => {
    const fields = { score: 100, passed: 'true', completed: 'true', personId: people.kim.id, unitId: people.chalkford };
    await sam.post(1, 'reads', fields);
    expect(await app.db.query('select from lesson_read where person_id = $1', [people.kim.id])).toEqual([]);
    expect((await sam.course()).words).toContain('Step 2 of 3 saved.');
  });

  it('a version that is not the learner’s own is refused in words', async () => {
    const answer = await sam.browser.post(`/courses/${slug}/lessons/1/reads`, { version: 999_999 });
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('This course was updated while you had it open.');
    expect((await sam.browser.post(`/courses/${slug}/lessons/1/reads`, { version: 'x' })).status).toBe(422);
    expect((await sam.browser.post(`/courses/${slug}/lessons/1/reads`, {})).status).toBe(422);
  });
});
