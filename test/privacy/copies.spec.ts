import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { PersonalData } from '../../src/platform/privacy/personal-data.js';
import { readingOrder } from '../../src/privacy/copies/reading-order.js';
import { startTestApp, type TestApp } from '../support/app.js';
import {
  aPrivacyWorld,
  askForCopy,
  assign,
  bytesOf,
  filesOf,
  finish,
  idOf,
  ownCopy,
  signedIn,
} from './privacy-world.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aPrivacyWorld(app);
  await assign(app, 'dawn', ['000001']);
  await finish(app, 'sam');
  await app.runJobs();
});
afterAll(() => app.stop());

describe('a copy of one’s own data', () => {
  it('holds a table for everything that any module registered, and a page that shows them', async () => {
    const sam = await signedIn(app, 'sam');
    const path = await ownCopy(app, sam);
    const { status, bytes } = await bytesOf(sam, path);
    expect(status).toBe(200);
    const files = await filesOf(bytes);
    const sources = readingOrder(app.nest.get(PersonalData).sources);
    expect([...files.keys()]).toEqual(['index.html', ...sources.map(({ kind }) => `${kind.replace('.', '-')}.csv`)]);
    const page = files.get('index.html')!;
    for (const source of sources) expect(page).toContain(source.title().replaceAll('&', '&amp;'));
    expect(page).toContain('<html lang="en-GB">');
    expect(page).not.toMatch(/<script|src=|http:/);
    const finished = parse(files.get('learning-completions.csv')!, { bom: true, columns: true }) as object[];
    expect(finished).toEqual([
      expect.objectContaining({ Course: 'Put it right first time', 'Where you worked': 'Ashbridge' }),
    ]);
    expect(page).toContain('10 February 2027 at 10:00');
  });

  it('has a heading of its own for every column, in both languages', () => {
    const doubled = app.nest
      .get(PersonalData)
      .sources.filter((source) => new Set(source.headings()).size !== source.headings().length);
    expect(doubled.map(({ kind }) => kind)).toEqual([]);
  });

  it('is in the language of the person', async () => {
    await app.db.query(`update person set language = 'cy' where reference = 'bo'`);
    const bo = await signedIn(app, 'bo');
    const files = await filesOf((await bytesOf(bo, await ownCopy(app, bo))).bytes);
    const page = files.get('index.html')!;
    expect(page).toContain('<html lang="cy-GB">');
    expect(page).toContain('Pwy ydych chi');
    expect(files.get('network-person.csv')).toContain('Enw');
  });

  it('does not hold what is another person’s, wherever it is planted', async () => {
    const secret = 'PLANTED-7f3a';
    await app.db.query('insert into held_post (id, person_id, path, fields) values ($1, $2, $3, $4)', [
      'planted',
      await idOf(app, 'cy'),
      '/x',
      JSON.stringify({ words: secret }),
    ]);
    await app.db.query(`update person set email = '${secret}@example.org' where reference = 'cy'`);
    const sam = await signedIn(app, 'sam');
    const everything = [...(await filesOf((await bytesOf(sam, await ownCopy(app, sam))).bytes)).values()].join('\n');
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain('Cy Nash');
    const cy = await signedIn(app, 'cy');
    const theirs = [...(await filesOf((await bytesOf(cy, await ownCopy(app, cy))).bytes)).values()].join('\n');
    expect(theirs).toContain(secret);
  });

  it('is made once for a form sent twice, and three times a day at most', async () => {
    const nik = await signedIn(app, 'nik');
    const formToken = '0197f0a0-0000-7000-8000-000000000001';
    await nik.post('/privacy/copies', { formToken });
    expect((await nik.post('/privacy/copies', { formToken })).status).toBe(303);
    await nik.post('/privacy/copies', { formToken: '0197f0a0-0000-7000-8000-000000000002' });
    await nik.post('/privacy/copies', { formToken: '0197f0a0-0000-7000-8000-000000000003' });
    const fourth = await nik.post('/privacy/copies', { formToken: '0197f0a0-0000-7000-8000-000000000004' });
    expect(fourth.status).toBe(422);
    expect(fourth.words).toContain('You’ve asked for 3 copies since yesterday.');
    expect((await nik.post('/privacy/copies', { formToken: 'x' })).status).toBe(422);
  });
});

describe('a copy for somebody who asked on paper', () => {
  it('is made for a leaver too, and only who asked may take it', async () => {
    const { ros, answer } = await askForCopy(app, 'lee');
    expect(answer.status).toBe(303);
    await app.runJobs();
    const page = await ros.get('/admin/privacy');
    expect(page.words).toContain('Lee Longgone');
    expect(page.words).toContain('Letter of 3 February');
    const path = /href="(\/privacy\/copies\/\d+)"/.exec(page.text)![1]!;
    const files = await filesOf((await bytesOf(ros, path)).bytes);
    expect(files.get('network-person.csv')).toContain('lee@example.org');
    const others = await Promise.all(['sam', 'dawn', 'grace'].map((reference) => signedIn(app, reference)));
    for (const other of others) {
      expect((await other.get(path)).status).toBe(404);
      expect((await other.get(`${path}/progress`)).status).toBe(404);
    }
    expect((await app.visitor().get(path)).status).toBe(303);
  });

  it.each([
    ['nobody', 'Letter', 'Nobody has this personnel reference.'],
    ['ros', 'Letter', 'That is you.'],
    ['lee', '', 'Say in 3 to 300 characters who asked and how.'],
    ['', 'Letter', 'Type the personnel reference.'],
  ])('%j with reason %j is refused in words', async (reference, reason, words) => {
    const { answer } = await askForCopy(app, reference, reason);
    expect(answer.status).toBe(422);
    expect(answer.words).toContain(words);
  });

  it('is written to the audit log, asked and taken', async () => {
    const rows = await app.db.query<{ action: string }>(
      `select action from audit_entry where subject_kind = 'person' and subject_id = $1::text order by id`,
      [await idOf(app, 'lee')],
    );
    expect(rows.map(({ action }) => action)).toEqual(['privacy.copyAsked', 'privacy.copyTaken']);
  });

  it('is not for those who look after nothing', async () => {
    for (const reference of ['sam', 'pia', 'dawn', 'nik', 'grace']) {
      const browser = await signedIn(app, reference);
      expect((await browser.get('/admin/privacy')).status).toBe(403);
      expect((await browser.post('/admin/privacy/copies', { reference: 'cy', reason: 'Because' })).status).toBe(403);
    }
  });
});
