import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { importPeople } from '../network/files.js';
import { aPrivacyWorld, assign, finish, idOf, letGo, signedIn } from './privacy-world.js';

let app: TestApp;
let lee: number;

const HOLD = 'claim at the tribunal';
const TOKEN = '0197f0a0-0000-7000-8000-00000000000';

beforeAll(async () => {
  app = await startTestApp({ now: '2020-03-10T10:00:00Z' });
  await aPrivacyWorld(app);
  lee = await idOf(app, 'lee');
  // While Lee was there: asked for a course, finished another's, nudged, let off, gave words, and asked others too.
  await assign(app, 'dawn', ['000001'], { dueOn: '2020-03-24' });
  await finish(app, 'lee');
  await plantWords();
  app.clock.set('2027-02-10T10:00:00Z');
});
afterAll(() => app.stop());

/** Lee's words and name wherever a module keeps some. */
async function plantWords(): Promise<void> {
  await app.db
    .query(`insert into message (key, person_id, kind, subject_kind, subject_id, facts, made_by, due_at, planned_at) values
    ('to-lee', ${lee}, 'assignments.nudge', 'assignment', 1, '{"by": "Dawn Mercer"}', null, '2027-01-01', '2027-01-01'),
    ('by-lee', ${await idOf(app, 'dawn')}, 'assignments.moreTime', 'assignment', 1,
     '{"name": "Lee Longgone", "reference": "lee", "words": "My mother is ill", "title": "x"}', ${lee}, '2027-01-01', '2027-01-01')`);
  await app.db.query(`insert into time_request (form_token, requirement_id, wanted_on, words, asked_at)
    select 'w', id, '2020-05-01', 'My mother is ill', '2020-03-11' from requirement where person_id = ${lee}`);
  await app.db.query(`insert into requirement_decision (requirement_id, form_token, kind, reason, made_by, made_at)
    select id, 'd', 'waived', 'Lee is unwell', ${await idOf(app, 'dawn')}, '2020-03-12' from requirement where person_id = ${lee}`);
  await app.db.query(
    `insert into held_post (id, person_id, path, fields) values ('h', ${lee}, '/', '{"words": "My mother is ill"}')`,
  );
  await app.db.query(`insert into credential (person_id, password_hash) values (${lee}, 'x')`);
  await app.signInAs(lee);
}

/** What every page adds up: completions by course and unit, people asked, answers. */
const totals = () =>
  Promise.all(
    [
      'select course_id, unit_id, count(*) from completion group by 1, 2 order by 1, 2',
      'select course_id, count(*), count(completion_id), count(closed_at) from requirement group by 1 order by 1',
      'select role, unit_id, count(*) from posting group by 1, 2 order by 1, 2',
      'select unit_id, count(*) from in_post($$2020-03-10$$) group by 1 order by 1',
      'select theme_day_id, count(*) from pledge group by 1 order by 1',
      'select quiz_id, count(*), sum(mark) from attempt group by 1 order by 1',
      'select count(*) from person',
    ].map((sql) => app.db.query(sql)),
  );

const leaversPage = async () => (await signedIn(app, 'ros')).get('/admin/privacy/leavers');

describe('before a leaver is made anonymous', () => {
  it('the page lists who goes, says that it can’t be undone, and leaves out who left lately', async () => {
    const page = await leaversPage();
    expect(page.words).toContain('One person goes tonight.');
    expect(page.words).toContain('Lee Longgone');
    expect(page.words).toContain('30 June 2020');
    expect(page.words).toContain('This can’t be undone. Whoever comes back afterwards is new.');
    expect(page.words).not.toContain('Liv Lately');
    const csv = await (await signedIn(app, 'ros')).get('/admin/privacy/leavers.csv');
    expect(csv.text).toContain('lee,Lee Longgone,Ashbridge,2020-06-30');
    expect(await lastAction()).toBe('privacy.leaversTaken');
  });

  it('a hold keeps everything as it is, until it ends', async () => {
    const ros = await signedIn(app, 'ros');
    const form = { formToken: `${TOKEN}1`, reference: 'lee', reason: HOLD };
    await ros.get('/admin/privacy/leavers');
    expect((await ros.post('/admin/privacy/holds', form)).status).toBe(303);
    expect((await ros.post('/admin/privacy/holds', form)).status).toBe(303);
    const twice = await ros.post('/admin/privacy/holds', { ...form, formToken: `${TOKEN}2` });
    expect([twice.status, twice.words.includes('This person is on hold already.')]).toEqual([422, true]);
    await letGo(app);
    expect(await app.db.one('select name from person where id = $1', [lee])).toEqual({ name: 'Lee Longgone' });
    const page = await leaversPage();
    expect(page.words).toContain('Nobody goes tonight.');
    expect(page.words).toContain(HOLD);
    const ending = /action="(\/admin\/privacy\/holds\/\d+\/ending)"/.exec(page.text)![1]!;
    expect((await ros.post(ending)).status).toBe(303);
    expect((await ros.post(ending)).status).toBe(303);
    expect((await ros.post('/admin/privacy/holds/999/ending')).status).toBe(404);
    expect((await leaversPage()).words).toContain('One person goes tonight.');
  });

  it.each([
    [{ reference: 'nobody', reason: 'Because' }, 'Nobody has this personnel reference.'],
    [{ reference: 'lee', reason: '' }, 'Say in 3 to 300 characters why it must be kept.'],
  ])('a hold with %j is refused in words', async (fields, words) => {
    const ros = await signedIn(app, 'ros');
    await ros.get('/admin/privacy/leavers');
    const answer = await ros.post('/admin/privacy/holds', { formToken: `${TOKEN}3`, ...fields });
    expect([answer.status, answer.words.includes(words)]).toEqual([422, true]);
  });

  it('is not for others to see, hold or end', async () => {
    for (const reference of ['sam', 'pia', 'dawn', 'ross', 'nik', 'grace']) {
      const browser = await signedIn(app, reference);
      expect((await browser.get('/admin/privacy/leavers')).status).toBe(403);
      expect((await browser.get('/admin/privacy/leavers.csv')).status).toBe(403);
      expect((await browser.post('/admin/privacy/holds', { reference: 'sam' })).status).toBe(403);
      expect((await browser.post('/admin/privacy/holds/1/ending')).status).toBe(403);
    }
  });
});

describe('a leaver whose period is over', () => {
  it('is nobody any more in any table, and every total stays the same', async () => {
    const before = await totals();
    await letGo(app);
    expect(await totals()).toEqual(before);
    expect(await leftovers(['Longgone', 'lee@example.org', 'mother', 'unwell', '"lee"'])).toEqual([]);
    expect(
      await app.db.one('select reference, name, email, anonymised_at is not null as gone from person where id = $1', [
        lee,
      ]),
    ).toEqual({ reference: `former-${lee}`, name: 'Former colleague · Cyn-gydweithiwr', email: null, gone: true });
    for (const table of ['credential', 'session', 'held_post', 'message', 'mail']) {
      expect(await app.db.query(`select 1 from ${table} where person_id = $1`, [lee])).toEqual([]);
    }
  });

  it('leaves whoever left lately, and everybody in post, as they are', async () => {
    const names = await app.db.query<{ name: string }>(
      'select name from person where anonymised_at is null order by 1',
    );
    expect(names.map(({ name }) => name)).toContain('Liv Lately');
    expect(names).toHaveLength(12);
  });

  it('is a line in the audit log that names nobody', async () => {
    const entry = await app.db.one(
      `select actor_id, detail from audit_entry where action = 'privacy.madeAnonymous' order by id desc limit 1`,
    );
    expect(entry).toEqual({ actor_id: null, detail: { people: 1 } });
  });

  it('does not happen twice', async () => {
    await letGo(app);
    expect((await leaversPage()).words).toContain('Nobody’s period is over.');
    expect(await app.db.one(`select count(*) as n from audit_entry where action = 'privacy.madeAnonymous'`)).toEqual({
      n: 1,
    });
  });

  it('is not brought back by a file that still lists where they were', async () => {
    const people = await app.db.one('select count(*) as n from person');
    const result = await importPeople(app, ['lee,Lee Longgone,lee@example.org,000001,staff,2018-01-01,2020-06-30']);
    expect(result).toMatchObject({ read: 1, new: 0, rejected: 1 });
    expect(await app.db.one('select count(*) as n from person')).toEqual(people);
    expect(await leftovers(['Longgone', 'lee@example.org'])).toEqual([]);
  });

  it('comes back as somebody new, from the new post on', async () => {
    await importPeople(app, [
      'lee,Lee Longgone,lee@example.org,000001,staff,2018-01-01,2020-06-30',
      'lee,Lee Longgone,lee@example.org,000002,staff,2027-02-01,',
    ]);
    const again = await idOf(app, 'lee');
    expect(again).not.toBe(lee);
    const page = await (await app.signInAs(again)).get('/record');
    expect(page.words).toContain('Nothing finished yet');
    expect(await app.db.query('select lower(valid)::text as since from posting where person_id = $1', [again])).toEqual(
      [{ since: '2027-02-01' }],
    );
  });

  it('cannot be put on hold or copied any more', async () => {
    const ros = await signedIn(app, 'ros');
    await ros.get('/admin/privacy/leavers');
    const reference = `former-${lee}`;
    const hold = await ros.post('/admin/privacy/holds', { formToken: `${TOKEN}4`, reference, reason: 'Too late' });
    expect(hold.words).toContain('This person has been made anonymous. That can’t be undone.');
    const copy = await ros.post('/admin/privacy/copies', { formToken: `${TOKEN}5`, reference, reason: 'Too late' });
    expect(copy.words).toContain('This person has been made anonymous');
  });
});

const lastAction = async () =>
  (await app.db.one<{ action: string }>('select action from audit_entry order by id desc limit 1'))?.action;

/** Every table and column in which one of the words still stands, whatever kind of column it is. */
async function leftovers(words: readonly string[]): Promise<string[]> {
  const columns = await app.db.query<{ table: string; column: string }>(
    `select c.table_name as "table", c.column_name as "column" from information_schema.columns c
       join information_schema.tables t on t.table_name = c.table_name and t.table_schema = 'public'
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb', 'json', 'ARRAY')`,
  );
  const found: string[] = [];
  for (const { table, column } of columns) {
    const rows = await app.db.query<{ text: string }>(
      `select left("${column}"::text, 200) as text from "${table}" where "${column}"::text ~ $1`,
      [words.join('|')],
    );
    found.push(...rows.map(({ text }) => `${table}.${column}: ${text}`));
  }
  return found;
}
