import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aReadingCourse, aText, publish } from '../factories/courses.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { coverWorld, give, personId, signedIn, TODAY } from './cover-world.js';

let app: TestApp;
let priya: Browserless;
let assignment: string;

beforeAll(async () => {
  app = await startTestApp({ now: `${TODAY}T10:00:00Z` });
  await coverWorld(app);
  await publish(
    app,
    aReadingCourse({
      slug: 'put-it-right',
      title: 'Put it right',
      lessons: [{ title: 'Own the fix', minutes: 5, blocks: [aText('how', 'Say what happens next.')] }],
    }),
  );
  await give(await signedIn(app, 'dawn'));
  priya = await signedIn(app, 'priya');
  assignment = (await assign(['000001'])).location!;
});
afterAll(() => app.stop());

const chosen = (unit: string[]) => ({
  unit,
  course: 'put-it-right',
  reason: 'So that nobody is sent elsewhere.',
  dueOn: '2026-12-10',
});

async function assign(unit: string[]) {
  await priya.get('/assignments');
  return priya.post('/assignments', { ...chosen(unit), formToken: crypto.randomUUID() });
}

const MAKER = 'Priya Nair, covering for Dawn Mercer';

describe('what is done under cover says so', () => {
  it('before it is done', async () => {
    const query = new URLSearchParams([
      ...Object.entries(chosen([])).filter(([name]) => name !== 'unit'),
      ['unit', '000001'],
    ] as [string, string][]);
    expect((await priya.get(`/assignments/preview?${query.toString()}`)).words).toContain(
      `${MAKER}, your area manager, asked you: “So that nobody is sent elsewhere.”`,
    );
  });

  it('on the assignment, in the list, and to the people asked', async () => {
    expect((await priya.get(assignment)).words).toContain(`${MAKER} asked: “So that nobody is sent elsewhere.”`);
    expect((await (await signedIn(app, 'dawn')).get('/assignments')).words).toContain(`${MAKER},`);
    expect((await (await signedIn(app, 'sam')).get('/')).words).toContain(`${MAKER}, your area manager, asked you`);
  });

  it('in messages', async () => {
    const page = await priya.get(assignment);
    const formToken = /name="formToken" value="([^"]+)"/.exec(page.text)![1]!;
    await priya.post(`${assignment}/nudges`, { formToken, person: 'sam' });
    const messages = await (await signedIn(app, 'sam')).get('/messages');
    expect(messages.words).toContain(`a nudge from ${MAKER}`);
  });

  it('in what is done for one person', async () => {
    const page = await priya.get(assignment);
    const formToken = /name="formToken" value="([^"]+)"/.exec(page.text)![1]!;
    await priya.post(`${assignment}/extensions`, { formToken, person: 'sam', dueOn: '2026-12-20' });
    const person = await priya.get(`${assignment}/people/sam`);
    expect(person.words).toContain(`${MAKER} gave time until Sunday 20 December`);
    expect(person.words).toContain(`${MAKER} nudged`);
  });

  it('at a unit', async () => {
    await priya.get('/units/000001');
    await priya.post('/units/000001/actions', { token: crypto.randomUUID(), happenedOn: TODAY, words: 'New counter' });
    expect((await priya.get('/units/000001')).words).toContain(`recorded by ${MAKER}`);
  });

  it('in the audit log', async () => {
    const rows = await app.db.query<{ action: string; cover: number | null }>(
      `select action, (detail ->> 'coverId')::int as cover from audit_entry
        where actor_id = $1 and action in ('assignments.assign', 'assignments.nudge', 'assignments.extend', 'unit.changeRecorded')`,
      [await personId(app, 'priya')],
    );
    expect(rows.length).toBe(4);
    expect(rows.every(({ cover }) => cover !== null)).toBe(true);
  });

  it('in Welsh', async () => {
    await app.db.query(`update person set language = 'cy' where reference = 'sam'`);
    expect((await (await signedIn(app, 'sam')).get('/')).words).toContain('Priya Nair, yn cyflenwi dros Dawn Mercer');
    await app.db.query(`update person set language = 'en' where reference = 'sam'`);
  });

  it('not in one’s own place', async () => {
    await importStaff();
    const own = await priya.follow(await assign(['000003']));
    expect(own.words).toContain('Priya Nair asked: “So that nobody is sent elsewhere.”');
    await priya.get('/units/000003');
    await priya.post('/units/000003/actions', { token: crypto.randomUUID(), happenedOn: TODAY, words: 'New door' });
    expect((await priya.get('/units/000003')).words).toContain('recorded by Priya Nair');
  });
});

async function importStaff(): Promise<void> {
  await app.db.query(
    `with p as (insert into person (reference, name) values ('cy', 'Cy Nash') returning id)
     insert into posting (person_id, unit_id, role, main, valid)
     select p.id, u.id, 'staff', true, '[2021-04-01,)' from p, unit u where u.code = '000003'`,
  );
}

describe('who covers for whom is said', () => {
  it('to the deputy in the header and at home', async () => {
    const home = await priya.get('/');
    expect(home.words).toContain('Covering for Dawn Mercer until Sunday 29 November');
    expect(home.words).toContain('You cover for Dawn Mercer until Sunday 29 November.');
    expect((await (await signedIn(app, 'mill')).get('/')).words).not.toMatch(/[Cc]over/);
  });

  it('to both in a message', async () => {
    await app.runJobs();
    expect((await priya.get('/messages')).words).toMatch(
      /You cover for Dawn Mercer New Today at 10:00 Northmere, from Friday 20 November to 29 November 2026/,
    );
    expect((await (await signedIn(app, 'dawn')).get('/messages')).words).toContain('Priya Nair covers for you');
  });

  it('and when it ends', async () => {
    const cover = await app.db.one<{ id: number }>('select id from cover');
    await priya.get(`/cover/${cover!.id}`);
    await priya.post(`/cover/${cover!.id}/endings`);
    await app.runJobs();
    expect((await (await signedIn(app, 'dawn')).get('/messages')).words).toContain(
      'Priya Nair no longer covers for you',
    );
    expect((await priya.get('/')).words).not.toContain('You cover for');
    expect((await (await signedIn(app, 'sam')).get('/')).words).toContain(MAKER);
  });
});
