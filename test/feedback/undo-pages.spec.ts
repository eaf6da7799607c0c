import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SentResponses } from '../../src/feedback/api/sent-responses.service.js';
import { ActorLoader } from '../../src/network/actor-loader.service.js';
import { aWorld, idOf } from '../dashboards/world.js';
import type { Browserless } from '../support/browserless.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { importLines, wrongCells } from './imports.js';
import { forgetAnswers, inForce } from './undo-world.js';

let app: TestApp;
let nik: Browserless;
beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aWorld(app);
  nik = await app.signInAs(await idOf(app, 'nik'));
});
afterAll(() => app.stop());
beforeEach(() => forgetAnswers(app));

const line = (id: string, easy: number) => `${id},021047,06/01/2027 09:30,${easy},,,`;

async function imported(...lines: string[]): Promise<string> {
  await importLines(app, lines);
  const { id } = (await app.db.one<{ id: number }>('select max(id) as id from survey_import'))!;
  return `/feedback/past-imports/${id}`;
}

const tokenIn = (text: string) => /name="formToken" value="([^"]+)"/.exec(text)![1]!;

async function undone(path: string, also?: 'day'): Promise<void> {
  const formToken = tokenIn((await nik.get(path)).text);
  expect((await nik.post(`${path}/undo`, { formToken, ...(also ? { also } : {}) })).location).toBe(path);
  await app.runJobs();
}

describe('the page of an import', () => {
  it('says before anything happens what undoing would do, and afterwards what it did', async () => {
    await imported(line('a', 5), line('b', 5));
    const second = await imported(line('a', 1), line('c', 1), line('d', 1));
    await imported(line('d', 4), line('b', 5));
    const { words } = await nik.get(second);
    expect(words).toContain('1 answer that came with it goes.');
    expect(words).toContain('1 answer that it corrected gets its old values back.');
    expect(words).toContain('1 answer stays as a later import has it.');
    expect(words).toContain('Later imports found 1 answer of this source as they were already.');
    await undone(second);
    expect(await inForce(app)).toEqual({ a: 5, b: 5, d: 4 });
    const after = (await nik.get(second)).words;
    expect(after).toContain('Undone 10 February 2027 at 10:00, Nikhil');
    expect(after).toContain(
      '1 answer has gone. 1 answer has its old values again. 1 answer stayed as a later import has it.',
    );
    expect(after).toContain('The same file can be imported again.');
    expect((await nik.get('/feedback/imports')).words).toContain('Undone 3 2 1 0 0');
    expect(await wrongCells(app)).toEqual([]);
  });

  it('undoes once, however often the button is pressed', async () => {
    const only = await imported(line('a', 5));
    const formToken = tokenIn((await nik.get(only)).text);
    const [one, two] = await Promise.all([1, 2].map(() => nik.post(`${only}/undo`, { formToken })));
    expect([one!.status, two!.status]).toEqual([303, 303]);
    expect(
      await app.db.query(`select id from job where kind = 'feedback.undoImport' and done_at is null`),
    ).toHaveLength(1);
    const running = await nik.get(only);
    expect(running.words).toContain('Undoing the import It begins in a moment.');
    expect(running.text).not.toContain('name="formToken"');
    expect(JSON.parse((await nik.get(`${only}/progress`)).text)).toMatchObject({ over: false });
    await app.runJobs();
    expect(JSON.parse((await nik.get(`${only}/progress`)).text)).toMatchObject({ over: true });
    const late = await nik.post(`${only}/undo`, { formToken: '7b3f1c1e-5a0e-4b69-8b57-0b6cf2a1a001' });
    expect(late.status).toBe(422);
    expect(late.words).toContain('Somebody has done that already.');
    expect(await app.db.query('select id from survey_undo')).toHaveLength(1);
  });

  it('gives the answers that were taken back as a file, without what customers said', async () => {
    await imported(line('a', 5));
    const second = await imported(line('a', 1), 'c,021047,06/01/2027 09:30,2,irritated,,Slow');
    await undone(second);
    const csv = await nik.get(`${second}/undone.csv`);
    expect(
      csv.text
        .replace('\uFEFF', '')
        .trim()
        .split('\r\n')
        .map((row) => row.split(',').slice(0, 7)),
    ).toEqual([
      ['Response', 'Unit', 'Day', 'Time', 'What became of it', 'Ease', 'Felt'],
      ['a', '021047', '2027-01-06', '09:30', 'As it was before', '1', ''],
      ['c', '021047', '2027-01-06', '09:30', 'Taken out', '2', 'Irritated'],
    ]);
    expect(csv.text).not.toContain('Slow');
    expect(await app.db.query(`select from audit_entry where action = 'feedback.downloadUndone'`)).toHaveLength(1);
  });

  it('goes on with an undo that an administrator has stopped', async () => {
    const only = await imported(line('a', 5));
    await nik.post(`${only}/undo`, { formToken: tokenIn((await nik.get(only)).text) });
    await app.db.query(`update job set done_at = now() where kind = 'feedback.undoImport'`);
    expect((await nik.get(only)).words).toContain('Undone in part');
    await undone(only);
    expect(await inForce(app)).toEqual({});
    expect((await nik.get(only)).words).toContain('1 answer has gone.');
  });

  it('takes back what had landed of a file that was cut short, and the file then begins anew', async () => {
    const only = await imported(line('a', 5), line('b', 4));
    await app.db.query('update survey_import set finished_at = null, rows_read = 1, result = null');
    expect((await nik.get(only)).words).toContain('This import has not ended.');
    await undone(only);
    expect(await importLines(app, [line('a', 5), line('b', 4)])).toMatchObject({ read: 2, new: 2 });
  });
});

/** A batch of one answer from a program. @returns the number of its import */
async function sent(responseId: string): Promise<number> {
  const account = { id: 1, name: 'Survey tool', scopes: [], reach: (await wholeNetwork()).reach };
  const responses = [{ responseId, unit: '021047', at: '2027-02-03T10:15:00Z', ease: 4 }];
  const batch = { source: 'Branch survey', responses, bodySha256: responseId, idempotencyKey: null };
  return (await app.nest.get(SentResponses).take(account as never, batch)).import;
}

const wholeNetwork = async () => (await app.nest.get(ActorLoader).load(await idOf(app, 'nik')))!;

describe('what a program sent', () => {
  it('is undone batch by batch, or all of a day', async () => {
    app.clock.set('2027-02-09T10:00:00Z');
    await sent('c');
    app.clock.set('2027-02-10T10:00:00Z');
    const first = `/feedback/past-imports/${await sent('a')}`;
    await sent('b');
    expect((await nik.get('/feedback/imports')).text).toContain(`href="${first}">API: Survey tool<`);
    expect((await nik.get(first)).words).toContain('Undo all 2 batches that were sent on 10 February 2027');
    await undone(first, 'day');
    expect(await inForce(app)).toEqual({ c: 4 });
    expect((await nik.get(first)).words).toContain('2 batches of the same day undone together.');
  });
});

describe('an outsider', () => {
  it('neither sees the page nor undoes anything', async () => {
    const only = await imported(line('a', 5));
    const formToken = tokenIn((await nik.get(only)).text);
    for (const reference of ['dawn', 'post', 's0', 'regi']) {
      const browser = await app.signInAs(await idOf(app, reference));
      expect((await browser.get(only)).status).toBe(403);
      expect((await browser.post(`${only}/undo`, { formToken })).status).toBe(403);
      expect((await browser.get(`${only}/undone.csv`)).status).toBe(
        (await browser.get('/feedback/past-imports/999999/undone.csv')).status,
      );
    }
    expect(await inForce(app)).toEqual({ a: 5 });
  });
});
