import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ActorLoader } from '../../src/network/actor-loader.service.js';
import { MyLearningQueries } from '../../src/learning/my-learning.queries.js';
import { UnitLearningQueries } from '../../src/learning/unit-learning.queries.js';
import { WhatNext } from '../../src/learning/what-next.service.js';
import { aCourse, aReadingCourse, publish } from '../factories/courses.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { learner } from './learner.js';
import { aSmallNetwork, type Somebody } from './people.js';

let app: TestApp;
let people: Awaited<ReturnType<typeof aSmallNetwork>>;
const NOW = new Date('2027-02-10T10:00:00Z');

beforeAll(async () => {
  app = await startTestApp();
  people = await aSmallNetwork(app);
  const friendly = { primaryDriver: 'friendly', drivers: ['friendly'] };
  await publish(
    app,
    aCourse(),
    aReadingCourse({ slug: 'first-ten', title: 'The first ten seconds', validityMonths: 12, ...friendly }),
    aReadingCourse({ slug: 'a-hello', title: 'A proper hello', ...friendly }),
  );
  const sam = await learner(app, people.sam, 'first-ten');
  await sam.continueFrom(1);
  await sam.continueFrom(2);
  const begun = await learner(app, people.sam, 'put-it-right');
  await begun.continueFrom(1);
});
afterAll(() => app.stop());

const actor = async (person: Somebody) => (await app.nest.get(ActorLoader).load(person.id))!;

describe('my record', () => {
  it('holds what I finished, until when it counts, and where I am', async () => {
    const { words } = await (await app.signInAs(people.sam)).get('/record');
    expect(words).toContain('1 course finished.');
    expect(words).toContain('Put it right Step 2 of 3 saved');
    expect(words).toContain('The first ten seconds Finished 10 February 2027 Version 1 Counts until 10 February 2028');
    expect(words).toContain('Friendly 1 of 2');
    expect(words).toContain('Expectations 0 of 1');
  });

  it('says so when a completion has run out, and no longer counts it', async () => {
    app.clock.set('2028-02-11T10:00:00Z');
    const { words } = await (await app.signInAs(people.sam)).get('/record');
    expect(words).toContain('Ran out on 10 February 2028');
    expect(words).toContain('Friendly 0 of 2');
    expect((await (await app.signInAs(people.sam)).get('/courses')).words).not.toContain('Done');
    app.clock.set(NOW.toISOString());
  });

  it('does not know yet what will happen', async () => {
    app.clock.set('2027-02-09T10:00:00Z');
    const { words } = await (await app.signInAs(people.sam)).get('/record');
    expect(words).toContain('Nothing finished yet');
    expect(words).not.toContain('saved');
    app.clock.set(NOW.toISOString());
  });

  it('is empty for somebody new, and says what to do', async () => {
    const { words, text } = await (await app.signInAs(people.kim)).get('/record');
    expect(words).toContain('Nothing finished yet When you finish a course it is kept here');
    expect(text).toContain('href="/courses"');
  });
});

describe('somebody else', () => {
  it('sees nothing of mine in their record, their catalogue or their course page', async () => {
    const kim = await app.signInAs(people.kim);
    expect((await kim.get('/record')).words).not.toContain('The first ten seconds');
    expect((await kim.get('/courses/put-it-right')).words).not.toContain('saved');
    expect((await kim.get('/courses/put-it-right/lessons/1')).words).not.toContain('done');
    expect((await kim.get('/courses/first-ten/finished')).location).toBe('/courses/first-ten');
  });

  it.each(['/record', '/courses/put-it-right', '/courses/put-it-right/lessons/1', '/courses/put-it-right/quiz'])(
    'who is not signed in is asked to sign in at %s',
    async (path) => expect((await app.visitor().get(path)).location).toMatch(/^\/sign-in/),
  );

  it('who is not signed in cannot post either', async () => {
    const visitor = app.visitor();
    const answer = await visitor.post('/courses/put-it-right/lessons/1/reads', { version: 1 });
    expect([303, 403]).toContain(answer.status);
    expect(answer.location ?? '/sign-in').toMatch(/^\/sign-in/);
  });
});

describe('who finished what in a unit', () => {
  const team = async (person: Somebody, unitId: number) =>
    (await app.nest.get(UnitLearningQueries).team(await actor(person), unitId, NOW)).map((row) => [
      row.name,
      row.title,
    ]);

  it('lists everybody in post, also those who finished nothing', async () => {
    expect(await team(people.dawn, people.ashbridge)).toEqual([
      ['Pat Post', null],
      ['Sam Kaur', 'The first ten seconds'],
    ]);
  });

  it('answers with nothing about units out of reach', async () => {
    expect(await team(people.dawn, people.chalkford)).toEqual([]);
    expect(await team(people.pat, people.millbridge)).toEqual([]);
  });

  it('lists the latest completions where they happened, within reach and up to now', async () => {
    const queries = app.nest.get(UnitLearningQueries);
    const since = new Date('2027-02-01T00:00:00Z');
    const units = [people.ashbridge, people.millbridge, people.chalkford];
    const recent = await queries.recent(await actor(people.dawn), units, since, NOW);
    expect(recent.map((row) => [row.name, row.title, row.unitId])).toEqual([
      ['Sam Kaur', 'The first ten seconds', people.ashbridge],
    ]);
    expect(await queries.recent(await actor(people.ola), units, since, NOW)).toEqual([]);
    expect(await queries.recent(await actor(people.dawn), units, since, new Date('2027-02-09T00:00:00Z'))).toEqual([]);
  });
});

describe('what others ask about one person', () => {
  it('is answered in one row per course', async () => {
    const mine = app.nest.get(MyLearningQueries);
    expect(await mine.underWay(people.sam.id, NOW)).toMatchObject([{ slug: 'put-it-right', step: 2, steps: 3 }]);
    expect(await mine.underWay(people.sam.id, NOW, [])).toEqual([]);
    expect(await mine.doneCourseIds(people.sam.id, NOW)).toHaveLength(1);
    expect(await mine.driverProgress(people.kim.id, NOW)).toHaveLength(6);
  });
});

describe('the page after a course', () => {
  it('offers what comes next, from whoever knows', async () => {
    app.nest.get(WhatNext).register({
      cardsFor: async () => [
        { title: 'Due next', text: 'By Friday.', action: { text: 'Start', path: '/courses/a-hello' } },
      ],
    });
    const { words, text } = await (await app.signInAs(people.sam)).get('/courses/first-ten/finished');
    expect(words).toContain('You finished The first ten seconds 2 lessons read. It is in your record.');
    expect(words).toContain('Back to today');
    expect(words).toContain('Next Due next By Friday. Start');
    expect(text).toContain('href="/courses/a-hello"');
  });
});
