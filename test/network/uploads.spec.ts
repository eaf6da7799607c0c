import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Config } from '../../src/platform/config.js';
import { type TestApp, startTestApp } from '../support/app.js';
import type { Answer, Browserless } from '../support/browserless.js';
import { importPeople, importUnits, PERSON_HEADER, UNIT_HEADER } from './files.js';

let app: TestApp;
let ros: Browserless;
let grace: Browserless;
beforeAll(async () => {
  app = await startTestApp();
  await importUnits(app, [
    'R1,North,A1,Moors,000001,Ashbridge,branch,england,2020-01-01,',
    'R1,North,A1,Moors,000002,Millbridge,branch,england,2020-01-01,',
  ]);
  await importPeople(app, [
    'ros,Ros Aldous,,000001,administrator,2020-01-01,',
    'grace,Grace Ode,,000001,author,2020-01-01,',
    'dawn,Dawn Mercer,,A1,areaManager,2020-01-01,',
  ]);
  ros = await signIn('ros');
  grace = await signIn('grace');
});
afterAll(() => app.stop());
beforeEach(async () => void (await ros.get('/admin/imports')));

const signIn = async (reference: string) =>
  app.signInAs((await app.db.one<{ id: number }>('select id from person where reference = $1', [reference]))!);
const formToken = (text: string) => /name="formToken" value="([^"]+)"/.exec(text)![1]!;
const lying = () => readdirSync(`${app.nest.get(Config).dataDir}/uploads`);

const send = async (content: string | Buffer, fields: Record<string, string> = {}, name = 'people.csv') => {
  const { text } = await ros.get('/admin/imports');
  return ros.upload('/admin/imports', { name, content }, { kind: 'people', formToken: formToken(text), ...fields });
};
const people = (...rows: string[]) => [PERSON_HEADER, ...rows, ''].join('\n');
const lookedAt = async (answer: Answer) => {
  expect([answer.status, answer.words]).toEqual([303, expect.stringContaining('Redirecting')]);
  await app.runJobs();
  return ros.get(answer.location!);
};

describe('people by upload', () => {
  it('are looked at first, and nothing changes until somebody says so', async () => {
    const sent = await send(people('sam,Sam Kaur,,000001,staff,2026-01-01,', 'x,No Unit,,999999,staff,2026-01-01,'));
    expect((await ros.get(sent.location!)).words).toContain('Looking at the file');
    const { words } = await lookedAt(sent);
    expect(words).toContain('Rows read 2 New 1 Moved 0 Changed 0 Unchanged 0 Rejected 1');
    expect(words).toContain('sam Sam Kaur At 000001 from 1 January 2026 2');
    expect(words).toContain('3 unit_code There is no unit with the code 999999');
    expect(await app.db.one(`select 1 from person where reference = 'sam'`)).toBeNull();
    expect(lying()).toHaveLength(1);
    await ros.post(`${sent.location}/takings`);
    await app.runJobs();
    const done = await ros.get(sent.location!);
    expect(done.words).toContain('Imported, with rejected rows');
    expect(await app.db.one(`select name from person where reference = 'sam'`)).toEqual({ name: 'Sam Kaur' });
    expect(lying()).toEqual([]);
    expect(
      await app.db.one(`select actor_id is not null as known from audit_entry where action = 'people.import'
       order by id desc limit 1`),
    ).toEqual({ known: true });
  });

  it('are taken over once, however often the button is pressed', async () => {
    const { location } = await send(people('kim,Kim Poe,,000001,staff,2026-01-01,'));
    await app.runJobs();
    const [first, second] = await Promise.all([ros.post(`${location}/takings`), ros.post(`${location}/takings`)]);
    expect([first.status, second.status].sort()).toEqual([303, 422]);
    await app.runJobs();
    expect(
      await app.db.one(
        `select count(*) as n from event where kind = 'network.peopleImported' and (body->>'new')::int = 1 and (body->>'read')::int = 1`,
      ),
    ).toEqual({ n: 1 });
  });

  it('are one import when the form is sent twice', async () => {
    const token = formToken((await ros.get('/admin/imports')).text);
    const again = () => send(people('lee,Lee Fox,,000001,staff,2026-01-01,'), { formToken: token });
    const [one, two] = [await again(), await again()];
    expect(one.location).toBe(two.location);
    await app.runJobs();
    expect(lying()).toHaveLength(1);
    await ros.post(`${one.location}/drop`);
    expect(lying()).toEqual([]);
  });

  it('can be stopped before they are taken over, and looked at again', async () => {
    const { location } = await send(people('moe,Moe Day,,000001,staff,2026-01-01,'));
    await ros.post(`${location}/stop`);
    await app.runJobs();
    expect((await ros.get(location!)).words).toContain('Stopped; nothing was imported');
    await ros.post(`${location}/looks`);
    await app.runJobs();
    expect((await ros.get(location!)).words).toContain('Looked at; nothing is imported yet');
    await ros.post(`${location}/drop`);
    expect((await ros.get(location!)).words).toContain('Thrown away');
    expect((await ros.post(`${location}/takings`)).status).toBe(422);
  });

  it('say who is importing when somebody else is first', async () => {
    const [first, second] = [
      await send(people('a,A B,,000001,staff,2026-01-01,')),
      await send(people('b,B C,,000001,staff,2026-01-01,'), {}, 'second.csv'),
    ];
    await app.db.query(
      `update job set claimed_at = now() where id = (select min(id) from job where kind = 'network.lookAtFile' and done_at is null)`,
    );
    expect((await ros.get(second.location!)).words).toContain('Ros Aldous is importing people.csv. Yours begins');
    await app.db.query('update job set claimed_at = null where done_at is null');
    await app.runJobs();
    await ros.post(`${first.location}/drop`);
    await ros.post(`${second.location}/drop`);
  });

  it('begin again when their worker died, and end the same', async () => {
    const { location } = await send(people('pat,Pat Rue,,000001,staff,2026-01-01,'));
    await app.runJobs();
    await ros.post(`${location}/takings`);
    await app.db.query(
      `update job set claimed_at = now() - interval '2 minutes', tries = 1 where kind = 'network.takeFileOver' and done_at is null`,
    );
    expect((await ros.get(`${location}/progress`)).text).toContain('"over":false');
    await app.runJobs();
    expect((await ros.get(location!)).words).toContain('Imported');
    await app.db.query(`update job set done_at = null, claimed_at = null where kind = 'network.takeFileOver'`);
    await app.runJobs();
    expect((await ros.get(location!)).words).toContain('New 1');
  });
});

describe('a full snapshot', () => {
  const snapshot = (...rows: string[]) => send(people(...rows), { snapshot: 'yes' });

  it('that would end more than 2% stops and asks, and does it after a yes', async () => {
    const sent = await snapshot(
      'grace,Grace Ode,,000001,author,2020-01-01,',
      'dawn,Dawn Mercer,,A1,areaManager,2020-01-01,',
    );
    const page = await lookedAt(sent);
    expect(page.words).toMatch(/This snapshot would end \d+ of \d+ \(\d+%\). Is the file whole\?/);
    expect(page.words).toContain('ends, because the file does not name it');
    await ros.post(`${sent.location}/takings`);
    await app.runJobs();
    const refused = await ros.get(sent.location!);
    expect(refused.words).toContain('Could not be imported');
    expect(refused.words).toContain('more than 2%');
    await ros.post(`${sent.location}/looks`);
    await app.runJobs();
    const agreed = /name="agreed"[^>]*value="(\d+)"/.exec((await ros.get(sent.location!)).text)![1]!;
    await ros.post(`${sent.location}/takings`, { agreed });
    await app.runJobs();
    expect((await ros.get(sent.location!)).words).toContain('Imported');
    const open = await app.db.query<{ reference: string }>(
      `select distinct reference from posting join person on person.id = person_id where valid @> date '2027-02-10' order by 1`,
    );
    expect(open.map(({ reference }) => reference)).toEqual(['dawn', 'grace', 'ros']);
  });

  it('with rejected rows ends nobody, because nobody can say who is missing', async () => {
    const sent = await snapshot(
      'grace,Grace Ode,,000001,author,2020-01-01,',
      'dawn,Dawn Mercer,,A9,areaManager,2020-01-01,',
    );
    const page = await lookedAt(sent);
    expect(page.words).toContain('1 row of this snapshot is rejected');
    expect(page.text).not.toContain('/takings');
    await ros.post(`${sent.location}/takings`);
    await app.runJobs();
    expect((await ros.get(sent.location!)).words).toContain('Could not be imported');
  });
});

describe('a file that is none', () => {
  it.each<[string, string | Buffer, RegExp]>([
    ['without rows', people(), /no rows below/],
    ['of something else', 'a,b\n1,2\n', /columns reference, name/],
    ['with bytes for text', Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0, 1, 10, 10]), /./],
    ['in one column', 'reference\n1\n', /Separate the columns with/],
    ['of 50,000 columns', `${'c,'.repeat(50_000)}\n1\n`, /too long|missing/],
    ['with a column twice', `${PERSON_HEADER},name\n`, /there twice/],
  ])('%s says why', async (_, content, sentence) => {
    const page = await lookedAt(await send(content));
    expect(page.words).toContain('Could not be imported');
    expect(page.words).toMatch(sentence);
  });

  it('is asked for when none was chosen, and what was chosen beside it stays', async () => {
    const { text } = await ros.get('/admin/imports');
    const answer = await ros.upload('/admin/imports', null, {
      kind: 'people',
      snapshot: 'yes',
      formToken: formToken(text),
    });
    expect([answer.status, answer.words]).toEqual([422, expect.stringContaining('Choose a file.')]);
    expect(answer.text).toMatch(/value="people" selected/);
    expect(answer.text).toMatch(/value="yes" checked/);
  });

  it('of units is imported the same way', async () => {
    const rows = 'R1,North,A1,Moors,000003,Newbridge,branch,england,2026-01-01,';
    const sent = await send([UNIT_HEADER, rows, ''].join('\n'), { kind: 'network' }, 'units.csv');
    await lookedAt(sent);
    await ros.post(`${sent.location}/takings`);
    await app.runJobs();
    expect((await ros.get('/admin/imports')).words).toContain('units.csv Units');
    expect(await app.db.one(`select name from unit where code = '000003'`)).toEqual({ name: 'Newbridge' });
  });
});

describe('an outsider', () => {
  let location: string;
  beforeAll(async () => {
    await ros.get('/admin/imports');
    location = (await send(people('z,Zed,,999999,staff,2026-01-01,', 'y,Yan,,000001,staff,2026-01-01,'))).location!;
    await app.runJobs();
  });

  it('of the CX team reads what was imported, and changes nothing', async () => {
    expect((await grace.get('/admin/imports')).text).not.toContain('multipart');
    expect((await grace.get(location)).words).toContain('1 row is rejected');
    expect((await grace.get(location)).text).not.toContain('<form method="post" action="/admin');
    for (const act of ['takings', 'looks', 'stop', 'drop'])
      expect((await grace.post(`${location}/${act}`)).status).toBe(403);
    expect((await grace.upload('/admin/imports', { name: 'a.csv', content: 'x' })).status).toBe(403);
  });

  it('finds no list of rejected rows; the administrator does, made harmless', async () => {
    expect((await grace.get(`${location}/rejects`)).status).toBe(404);
    const dawn = await signIn('dawn');
    expect((await dawn.get(`${location}/rejects`)).status).toBe(404);
    expect((await dawn.get('/admin/imports')).status).toBe(403);
    const file = await ros.get(`${location}/rejects`);
    expect(file.headers.get('content-disposition')).toContain('rejected-people-');
    expect(file.text).toContain('line,column,reason\n2,unit_code,"There is no unit with the code 999999.');
  });

  it('finds nothing under a number that is none', async () => {
    for (const path of ['/admin/imports/0', '/admin/imports/999', '/admin/imports/x', '/admin/imports/99999999999'])
      expect((await ros.get(path)).status).toBe(404);
  });
});
