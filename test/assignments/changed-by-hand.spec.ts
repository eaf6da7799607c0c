import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless, Fields } from '../support/browserless.js';
import { askedBy, aSmallNetwork, assign, signedIn } from './network.js';

let app: TestApp;
let dawn: Browserless;
let ros: Browserless;
let path: string;

beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aSmallNetwork(app);
  await app.db.query(
    `with ros as (insert into person (reference, name) values ('ros', 'Ros Admin') returning id)
     insert into posting (person_id, unit_id, role, main, valid)
     select ros.id, unit.id, 'administrator', true, '[2020-01-01,)' from ros, unit where unit.code = '000004'`,
  );
  ({ browser: dawn, path } = await assign(app, 'dawn', ['000001']));
  ros = await signedIn(app, 'ros');
});
afterAll(() => app.stop());

const dueOf = async (reference: string) =>
  (
    await app.db.one<{ due: string }>(
      `select due_on::text as due from requirement r join person p on p.id = r.person_id where reference = $1`,
      [reference],
    )
  )?.due;

async function send(look: string, to: string, fields: Fields) {
  const looked = await ros.get(`${look}?${new URLSearchParams(fields as Record<string, string>).toString()}`);
  const formToken = /name="formToken" value="([^"]+)"/.exec(looked.text)![1]!;
  const done = await ros.follow(await ros.post(to, { ...fields, formToken }));
  await app.runJobs();
  return { looked, done };
}

describe('long leave recorded by hand', () => {
  it('says first which dates wait, and then they do', async () => {
    expect(await dueOf('sam')).toBe('2027-02-24');
    const { looked } = await send('/people/sam/leaves/new', '/people/sam/leaves', {
      from: '2027-02-15',
      to: '2027-03-16',
    });
    expect(looked.words).toContain('‘Put it right first time’: due on 26 March 2027 instead of 24 February 2027');
    expect(await dueOf('sam')).toBe('2027-03-26');
  });

  it('taken back, the date is what it was', async () => {
    const page = await ros.get('/people/sam');
    await ros.post(/action="(\/people\/sam\/changes\/\d+\/undoings)"/.exec(page.text)![1]!);
    await app.runJobs();
    expect(await dueOf('sam')).toBe('2027-02-24');
  });

  it('without an end keeps people out of what is due, and their date waits', async () => {
    await send('/people/pia/leaves/new', '/people/pia/leaves', { from: '2027-02-01', to: '' });
    expect((await dawn.get('/people/pia')).words).toContain('On long leave: the date waits');
    expect((await dawn.get(path)).words).not.toMatch(/Pia Post.*Past the date/);
    expect(await dueOf('pia')).toBe('2027-02-24');
  });
});

describe('a post given by hand', () => {
  it('brings somebody under what is asked there, and out of it', async () => {
    expect(await askedBy(app, path)).not.toContain('bo');
    await send('/people/bo/postings/new', '/people/bo/postings', {
      role: 'staff',
      code: '000001',
      from: '2027-02-10',
      to: '',
      how: 'instead',
    });
    expect(await askedBy(app, path)).toContain('bo');
  });
});

describe('the page of a person', () => {
  it('says what they were asked and how far it is, with the way there', async () => {
    const { words, text } = await dawn.get('/people/sam');
    expect(words).toContain('Assigned courses Put it right first time Due 24 Feb');
    expect(text).toContain(`${path}/people/sam`);
    expect((await dawn.get('/people/dawn')).words).toContain('Nothing is assigned to them.');
  });
});
