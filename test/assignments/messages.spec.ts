import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FollowListener } from '../../src/assignments/following/follow.listener.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { aSmallNetwork, assign, COURSE, finish, ledgerOf, signedIn, tokenOn } from './network.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aSmallNetwork(app);
});
beforeEach(async () => {
  app.clock.set('2027-02-10T10:00:00Z');
  await app.db.query('truncate assignment, requirement, message, completion, lesson_read, enrolment cascade');
});
afterAll(() => app.stop());

/** Lives through days as the worker would: follows at midnight, reminds at five. */
async function liveUntil(day: string): Promise<void> {
  for (let at = new Date(app.clock.today()); at.toISOString().slice(0, 10) < day;) {
    at = new Date(at.getTime() + 86_400_000);
    app.clock.set(`${at.toISOString().slice(0, 10)}T05:00:00Z`);
    await app.nest.get(FollowListener).bringUpToDate();
    await app.nest.get(FollowListener).remind();
  }
}

const of = async (path: string, reference: string) =>
  (await ledgerOf(app, path))
    .filter((row) => row.reference === reference)
    .map(({ kind, due, state }) => `${due} ${kind} ${state}`);

describe('whoever is asked hears', () => {
  it('the day after, then on the ladder, and the manager once at its end', async () => {
    const { path } = await assign(app, 'dawn', ['000002']);
    expect(await of(path, 'bo')).toEqual(['2027-02-11 00:00 assigned planned']);
    await liveUntil('2027-03-05');
    expect(await of(path, 'bo')).toEqual([
      '2027-02-11 00:00 assigned planned',
      '2027-02-17 00:00 reminder planned',
      '2027-02-22 00:00 reminder planned',
      '2027-02-24 00:00 reminder planned',
      '2027-02-27 00:00 reminder planned',
    ]);
    expect(await of(path, 'dawn')).toEqual(['2027-02-27 00:00 late planned']);
    const dawn = await signedIn(app, 'dawn');
    expect((await dawn.get('/messages')).words).toContain('1 person has not finished Put it right first time');
    const bo = await signedIn(app, 'bo');
    expect((await bo.get('/messages')).words).toContain('Put it right first time: was due Wednesday 24 February');
  });

  it('at once when it is due today', async () => {
    const { path } = await assign(app, 'dawn', ['000002'], { dueOn: '2027-02-10' });
    expect(await of(path, 'bo')).toEqual(['2027-02-10 10:00 assigned planned']);
    expect((await (await signedIn(app, 'bo')).get('/messages')).words).toContain(
      'Dawn Mercer, your area manager, asked you: “So that nobody is sent elsewhere.”',
    );
  });

  it('nothing more once it is done', async () => {
    const { path } = await assign(app, 'dawn', ['000002']);
    await liveUntil('2027-02-16');
    await finish(app, 'bo');
    await liveUntil('2027-03-01');
    expect(await of(path, 'bo')).toEqual([
      '2027-02-11 00:00 assigned suppressed',
      '2027-02-17 00:00 reminder suppressed',
    ]);
    expect(await of(path, 'dawn')).toEqual([]);
  });

  it('of one course once, however many asked for it', async () => {
    const one = await assign(app, 'dawn', ['000002']);
    const two = await assign(app, 'ross', ['000002'], { dueOn: '2027-02-24', reason: 'All of the North.' });
    await liveUntil('2027-03-01');
    const reminders = [...(await of(one.path, 'bo')), ...(await of(two.path, 'bo'))].filter((row) =>
      row.includes('reminder'),
    );
    expect(reminders).toHaveLength(4);
    expect(new Set(reminders).size).toBe(4);
  });

  it('of the new date when it moves, not of the old one', async () => {
    const { browser, path } = await assign(app, 'dawn', ['000002'], { dueOn: '2027-02-17' });
    await liveUntil('2027-02-14');
    const formToken = tokenOn((await browser.get(path)).text);
    await browser.post(`${path}/extensions`, { formToken, everybody: 'yes', dueOn: '2027-02-24' });
    await liveUntil('2027-03-01');
    expect((await of(path, 'bo')).filter((row) => row.includes('planned'))).toEqual([
      '2027-02-14 05:00 extended planned',
      '2027-02-17 00:00 reminder planned',
      '2027-02-22 00:00 reminder planned',
      '2027-02-24 00:00 reminder planned',
      '2027-02-27 00:00 reminder planned',
    ]);
  });

  it('nothing while on long leave', async () => {
    const { path } = await assign(app, 'dawn', ['000002']);
    await app.db.query(
      `insert into leave (person_id, valid) select id, '[2027-02-12,)' from person where reference = 'bo'`,
    );
    await liveUntil('2027-03-01');
    expect((await of(path, 'bo')).filter((row) => row.includes('reminder'))).toEqual([]);
    await app.db.query(`delete from leave where valid = '[2027-02-12,)'`);
  });

  it('planned twice is one row', async () => {
    const { path } = await assign(app, 'dawn', ['000002'], { dueOn: '2027-02-18' });
    for (let round = 0; round < 3; round += 1) await app.nest.get(FollowListener).remind();
    expect(await of(path, 'bo')).toEqual(['2027-02-11 00:00 assigned planned']);
    await liveUntil('2027-02-16');
    for (let round = 0; round < 3; round += 1) await app.nest.get(FollowListener).remind();
    expect(await of(path, 'bo')).toEqual(['2027-02-11 00:00 assigned planned', '2027-02-16 00:00 reminder planned']);
  });
});

describe('who was told', () => {
  it('stands on a page of the assignment, by person', async () => {
    const { browser, path } = await assign(app, 'dawn', ['000001', '000002']);
    await finish(app, 'sam');
    const page = await browser.get(`${path}/messages`);
    expect(page.words).toContain('Called off 1');
    expect(page.words).toMatch(/Bo Lyle Message Asked When Thursday 11 February, 00:00 What became of it Waits/);
    expect(page.words).toMatch(/Sam Kaur Message Asked .*? Called off Finished or settled before it went out/);
  });

  it('is read in the reader’s language', async () => {
    await app.db.query(`update person set language = 'cy' where reference = 'bo'`);
    await assign(app, 'dawn', ['000002'], { dueOn: '2027-02-10' });
    const page = await (await signedIn(app, 'bo')).get('/messages');
    expect(page.words).toContain(
      'Gofynnodd Dawn Mercer, eich rheolwr ardal, i chi: “So that nobody is sent elsewhere.”',
    );
    await app.db.query(`update person set language = 'en' where reference = 'bo'`);
  });
});

describe('the list of people', () => {
  it('is narrowed by how far, place and course, and nudges from the row', async () => {
    await assign(app, 'dawn', ['000001', '000002'], { dueOn: '2027-02-12' });
    await assign(app, 'dawn', ['000002'], { course: 'another-course' });
    await finish(app, 'sam');
    app.clock.set('2027-02-13T10:00:00Z');
    const dawn = await signedIn(app, 'dawn');
    const names = async (query: string) =>
      [...(await dawn.get(`/assignments?${query}`)).text.matchAll(/people\/(\w+)"/g)].map(([, reference]) => reference);
    expect(await names('show=overdue')).toEqual(['pia', 'bo']);
    expect(await names('show=done')).toEqual(['sam']);
    expect(await names('show=dueThisWeek')).toEqual([]);
    expect(await names('show=todo&unit=000002')).toEqual(['bo', 'bo']);
    expect(await names('show=all&course=another-course')).toEqual(['bo']);
    expect(await names('show=all&unit=000004')).toEqual([]);
  });

  it('is a file to open in a spreadsheet', async () => {
    await assign(app, 'dawn', ['000001', '000002']);
    const file = await (await signedIn(app, 'dawn')).get(`/assignments/people.csv?course=${COURSE}`);
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.text).toContain(
      'Reference,Name,Branch or team code,Branch or team,Course,Due,How far,Finished on,Last nudged on',
    );
    expect(file.text).toContain('bo,Bo Lyle,000002,Millbridge,Put it right first time,2027-02-24,Still to do,,');
    const omars = await (await signedIn(app, 'omar')).get('/assignments/people.csv');
    expect(omars.text).not.toContain('Bo Lyle');
    expect((await (await signedIn(app, 'sam')).get('/assignments/people.csv')).status).toBe(403);
  });
});
