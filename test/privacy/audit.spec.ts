import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditActions } from '../../src/platform/privacy/audit-actions.js';
import { root } from '../../src/platform/root.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { aPrivacyWorld, assign, idOf, signedIn } from './privacy-world.js';

let app: TestApp;
let assignment: string;

beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aPrivacyWorld(app);
  assignment = (await assign(app, 'dawn', ['000001'])).path;
});
afterAll(() => app.stop());

const lastEntry = () =>
  app.db.one<{ action: string; actor: string; kind: string; id: string }>(
    `select e.action, p.reference as actor, e.subject_kind as kind, e.subject_id as id
       from audit_entry e left join person p on p.id = e.actor_id order by e.id desc limit 1`,
  );
const log = async (query = '') => (await signedIn(app, 'ros')).get(`/admin/audit${query}`);

describe('a look at individual results is recorded', () => {
  it.each([
    ['dawn', 'ASSIGNMENT', 'assignments.lookedAtPeople', 'assignment'],
    ['dawn', 'ASSIGNMENT/people/sam', 'assignments.lookedAtPerson', 'person'],
    ['dawn', '/assignments?show=all', 'assignments.lookedAtPeople', 'people'],
    ['pia', '/assignments?show=all&unit=000001', 'assignments.lookedAtPeople', 'unit'],
    ['dawn', '/assignments/people.csv', 'assignments.downloadPeople', 'people'],
    ['dawn', '/units/000001', 'unit.lookedAtTeam', 'unit'],
    ['pia', '/units/000001/team.csv', 'unit.downloadTeam', 'unit'],
    ['nik', '/admin/messages.csv', 'notifications.downloadLedger', 'ledger'],
    ['dawn', '/feedback/responses.csv?unit=000001', 'feedback.downloadResponses', 'unit'],
    ['ros', '/admin/privacy/leavers.csv', 'privacy.leaversTaken', 'people'],
    ['ros', '/admin/audit.csv', 'privacy.auditTaken', 'auditLog'],
  ] as const)('%s opens %s: %s', async (actor, path, action, kind) => {
    const answer = await (await signedIn(app, actor)).get(path.replace('ASSIGNMENT', assignment));
    expect(answer.status).toBe(200);
    expect(await lastEntry()).toMatchObject({ actor, action, kind });
  });

  it('not when a colleague reads their own unit’s page, or a page that nobody gets to see', async () => {
    const before = await lastEntry();
    expect((await (await signedIn(app, 'sam')).get('/units/000001')).status).toBe(200);
    expect((await (await signedIn(app, 'omar')).get('/units/000001')).status).toBe(404);
    expect((await (await signedIn(app, 'omar')).get(`${assignment}/people/sam`)).status).toBe(404);
    expect(await lastEntry()).toEqual(before);
  });

  it('shows the person who looked, on their own page, and nobody else’s looks', async () => {
    const sam = await (await signedIn(app, 'sam')).get('/privacy/who-looked');
    expect(sam.words).toContain('Dawn Mercer');
    expect(sam.words).toContain('Looked at how far somebody is with a course');
    expect(sam.words).toContain('Looked at who finished what in a team');
    const cy = await (await signedIn(app, 'cy')).get('/privacy/who-looked');
    expect(cy.words).toContain('Nobody has looked');
    const csv = await (await signedIn(app, 'sam')).get('/privacy/who-looked.csv');
    expect(csv.text).toContain('Dawn Mercer,Looked at how far somebody is with a course');
  });
});

describe('the audit log', () => {
  it('says in words who did what about whom', async () => {
    const page = await log();
    expect(page.words).toContain('Dawn Mercer dawn Looked at how far somebody is with a course');
    expect(page.words).toContain('Person: Sam Kaur, sam');
    expect(page.words).toContain('Unit: Ashbridge, 000001');
    expect(page.words).toContain('Assigned course: Put it right first time');
    expect(page.words).not.toContain('assignments.lookedAtPerson');
  });

  const said = (page: { text: string }) => page.text.match(/<tr class="govuk-table__row">\s*<td/g)?.length ?? 0;

  it.each([
    ['?actor=pia', 2],
    ['?actor=nobody', 0],
    ['?person=sam', 1],
    ['?unit=000001&kind=looked', 4],
    ['?unit=000001&kind=changed', 0],
    ['?action=assignments.assign', 1],
    ['?action=assignments.assign&actor=pia', 0],
    ['?day=2001-01-01', 0],
    ['?actor=%27%22%3Cscript%3E', 0],
  ])('%s shows %i entries', async (query, entries) => {
    const page = await log(query);
    expect(page.status).toBe(200);
    expect(said(page)).toBe(entries);
    expect(page.text).not.toContain('<script>');
  });

  it('is paged by keys that stay, and each page continues the one before', async () => {
    await app.db.query(
      `insert into audit_entry (action, subject_kind, subject_id) select 'job.retried', 'job', n::text from generate_series(1, 120) n`,
    );
    const numbers: string[] = [];
    let page = await log('?action=job.retried');
    for (let pages = 0; pages < 5; pages += 1) {
      numbers.push(...[...page.text.matchAll(/Job (\d+)</g)].map(([, n]) => n!));
      if (pages === 0)
        await app.db.query(
          `insert into audit_entry (action, subject_kind, subject_id) values ('job.retried', 'job', '999')`,
        );
      const older = /href="([^"]+)" rel="next"/.exec(page.text)?.[1];
      if (!older) break;
      page = await log(older.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=').replace('/admin/audit', ''));
    }
    expect(numbers).toEqual(Array.from({ length: 120 }, (_, n) => String(120 - n)));
  });

  it('is a file for the same filter, and taking it is an entry too', async () => {
    const { text } = await (await signedIn(app, 'ros')).get('/admin/audit.csv?person=sam');
    const [head, ...rows] = text.trim().split('\r\n');
    expect(head).toContain('When,Reference,Who,What');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('dawn,Dawn Mercer,Looked at how far somebody is with a course');
    expect(await lastEntry()).toMatchObject({ actor: 'ros', action: 'privacy.auditTaken' });
  });

  it('is not found by those who do not look after it', async () => {
    for (const reference of ['sam', 'pia', 'dawn', 'ross', 'nik', 'grace']) {
      const browser = await signedIn(app, reference);
      expect((await browser.get('/admin/audit')).status).toBe(404);
      expect((await browser.get('/admin/audit.csv')).status).toBe(404);
    }
    expect((await app.visitor().get('/admin/audit')).status).toBe(303);
  });
});

describe('nobody rewrites the audit log', () => {
  it.each([
    `update audit_entry set action = 'nothing'`,
    `update audit_entry set actor_id = null where actor_id is not null`,
    'delete from audit_entry',
    'truncate audit_entry',
    `with s as (select set_config('cxu.erasing', 'audit_entry', true)) delete from audit_entry using s`,
    `with s as (select set_config('cxu.erasing', 'audit_entry', true)) update audit_entry set detail = '{}' from s`,
  ])('%s is refused, also to the role the product itself runs under', async (sql) => {
    await expect(app.db.query(sql)).rejects.toThrow(/appended to only/);
  });

  it('not even by the job that lets old entries go', async () => {
    const young = app.db.write(async (tx) => {
      await tx.query(`select set_config('cxu.erasing', 'audit_entry', true)`);
      await tx.query('delete from audit_entry');
    });
    await expect(young).rejects.toThrow(/appended to only/);
  });

  it.each(['completion', 'lesson_read', 'assignment_extension', 'unit_action'])('nor %s', async (table) => {
    const erasing = app.db.write(async (tx) => {
      await tx.query(`select set_config('cxu.erasing', $1, true)`, [table]);
      await tx.query(`select 1 from pg_trigger where tgrelid = $1::regclass and tgname = $2`, [
        table,
        `${table}_append_only`,
      ]);
      const trigger = await tx.one<{ name: string }>(
        `select p.proname as name from pg_trigger g join pg_proc p on p.oid = g.tgfoid
          where g.tgrelid = $1::regclass and g.tgname = $2`,
        [table, `${table}_append_only`],
      );
      return trigger?.name;
    });
    expect(await erasing).toBe('refuse_change');
  });
});

describe('every action and every subject', () => {
  const SRC = join(root, 'src');
  const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => readFileSync(join(SRC, name), 'utf8'));

  /** Actions as they stand in the source: literals beside `action:`, and the templates of these two modules. */
  const written = () =>
    sources.flatMap((text) => [
      ...[...text.matchAll(/action: '([\w]+\.[\w]+)'/g)].map(([, action]) => action!),
      ...[...text.matchAll(/audit\([^)]*?'(\w+\.\w+)'/g)].map(([, action]) => action!),
      ...[...text.matchAll(/entry\(actor, '(\w+\.\w+)'/g)].map(([, action]) => action!),
      ...[...text.matchAll(/\? '(\w+\.\w+)' : '(\w+\.\w+)',\n\s+subjectKind/g)].flatMap(([, a, b]) => [a!, b!]),
    ]);

  it('that is written somewhere has words', () => {
    const actions = app.nest.get(AuditActions);
    const found = [...new Set(written())].filter((action) => !/^(log|this|tx|db)\./.test(action));
    expect(found.length).toBeGreaterThan(25);
    expect(found.filter((action) => actions.find(action) === null)).toEqual([]);
    const kinds = sources.flatMap((text) => [...text.matchAll(/subjectKind: '(\w+)'/g)].map(([, kind]) => kind!));
    expect([...new Set(kinds)].filter((kind) => actions.subject(kind) === null)).toEqual([]);
  });

  it('that was written in this run has words too', async () => {
    const actions = app.nest.get(AuditActions);
    const rows = await app.db.query<{ action: string; kind: string }>(
      'select distinct action, subject_kind as kind from audit_entry',
    );
    expect(rows.filter(({ action, kind }) => !actions.find(action) || !actions.subject(kind))).toEqual([]);
  });
});

it('what an entry holds is ids and figures, never a name', async () => {
  const names = await app.db.query<{ detail: string }>(
    `select detail::text from audit_entry where detail::text ~ (select string_agg(name, '|') from person)`,
  );
  expect(names).toEqual([]);
  expect(await idOf(app, 'sam')).toBeGreaterThan(0);
});
