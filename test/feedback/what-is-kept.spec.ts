import { createHmac } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { columnsOf, parseMapping } from '../../src/feedback/imports/mapping.js';
import { Utf8Copies } from '../../src/feedback/uploads/utf8-copy.service.js';
import { Config } from '../../src/platform/config.js';
import { FileImportsJobs } from '../../src/platform/files/file-imports.jobs.js';
import { SECRET } from '../../src/platform/secret.queries.js';
import { aFile, importPeople } from '../network/files.js';
import { type TestApp, startTestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { aSmallNetwork, importFile, MAPPING } from './imports.js';

const WITHOUT_IDS = { ...MAPPING, responseId: undefined };
const HEADING = 'id,branch,when,easy,felt,friendly,said,home address';
const line = (branch: string, said: string) => `r1,${branch},06/01/2027 09:30,5,,,${said},12 Zqxw Lane`;
const fileOf = (...lines: string[]) => [HEADING, ...lines, ''].join('\n');

let app: TestApp;
let nik: Browserless;
let dataDir: string;
beforeAll(async () => {
  app = await startTestApp();
  dataDir = app.nest.get(Config).dataDir;
  await aSmallNetwork(app);
  await importPeople(app, ['nik,Nikhil Rao,,000001,analyst,2020-01-01,']);
  // The first file of the source, so that there is a mapping for those to come.
  await importFile(app, aFile(fileOf(line('000001', 'Quick'))), { mapping: WITHOUT_IDS });
  nik = await app.signInAs((await app.db.one<{ id: number }>(`select id from person where reference = 'nik'`))!);
});
afterAll(() => app.stop());

const modeOf = (...path: string[]) => (statSync(join(dataDir, ...path)).mode & 0o777).toString(8);
/** Of the lists of rejected rows, those of the network's import among them. */
const modesOfLists = () => [...new Set(readdirSync(join(dataDir, 'rejects')).map((name) => modeOf('rejects', name)))];
const lying = () => readdirSync(join(dataDir, 'uploads'));

async function sent(content: string): Promise<string> {
  const { text } = await nik.get('/feedback/imports');
  const source = /value="(\d+)"[^>]*>Branch survey/.exec(text)![1]!;
  const formToken = /name="formToken" value="([^"]+)"/.exec(text)![1]!;
  return (await nik.upload('/feedback/imports', { name: 'answers.csv', content }, { source, formToken })).location!;
}

/** Tables in which some row holds these words, in whichever column. */
async function tablesWith(words: string): Promise<string[]> {
  const tables = await app.db.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  const each = tables.map(
    ({ name }) => `select '${name}' as name where exists (select from ${name} it where it::text like $1)`,
  );
  const found = await app.db.query<{ name: string }>(each.join(' union all '), [`%${words}%`]);
  return found.map(({ name }) => name);
}

describe('a file of answers that somebody uploads', () => {
  it('lies in the data folder for nobody else to read until its import ends, and so does the list of its rejects', async () => {
    const here = await sent(fileOf(line('000001', '"Ring 07700 900123"'), line('999999', '"Or 07700 900456"')));
    expect(modeOf('uploads')).toBe('700');
    expect(lying().map((name) => modeOf('uploads', name))).toEqual(['600']);
    await app.runJobs();
    expect(lying()).toHaveLength(1);
    expect(modesOfLists()).toEqual(['600']);
    await nik.post(`${here}/takings`);
    await app.runJobs();
    expect((await nik.get(here)).words).toContain('New 1 Changed 0 Unchanged 0 Rejected 1');
    expect(lying()).toEqual([]);
    expect(modesOfLists()).toEqual(['600']);
    const rejects = (await nik.get(`${here}/rejects`)).text.replace('\uFEFF', '').trim().split('\n');
    expect(rejects).toEqual([
      'line,column,reason,branch,when,easy,felt,friendly,said',
      '3,branch,No unit has the code “999999”.,999999,06/01/2027 09:30,5,,,Or [phone number]',
    ]);
  });

  it('leaves no trace of the columns that nobody mapped, nor of what was masked', async () => {
    expect(await tablesWith('Zqxw Lane')).toEqual([]);
    // However it is written; and long enough that no time of day or checksum holds it by chance.
    for (const number of ['7700 900', '7700900']) expect(await tablesWith(number)).toEqual([]);
    expect(await tablesWith('Ring [phone number]')).toEqual(expect.arrayContaining(['survey_response']));
  });

  it('is deleted after a day when nobody imports it', async () => {
    const here = await sent(fileOf(line('000001', 'Never')));
    await app.runJobs();
    expect(lying()).toHaveLength(1);
    await app.db.query(`update file_import set stored_at = now() - interval '25 hours' where deleted_at is null`);
    await app.nest.get(FileImportsJobs, { strict: false }).sweep();
    expect(lying()).toEqual([]);
    expect((await nik.get(here)).words).toContain('Thrown away, or left for a day');
  });

  it('has a copy in UTF-8 when it is written otherwise, for nobody else to read either', async () => {
    const copy = await app.nest
      .get(Utf8Copies)
      .of(aFile(Buffer.from(`\uFEFF${fileOf(line('000001', 'Ŵ'))}`, 'utf16le')));
    expect((statSync(copy.path).mode & 0o777).toString(8)).toBe('600');
    await copy.remove();
    expect(() => statSync(copy.path)).toThrow(/ENOENT/);
  });
});

describe('the name of an answer without an id', () => {
  it('is an HMAC of its mapped texts before they were masked: two phone numbers are two customers', async () => {
    const lines = [line('PP1', '07700 900111'), line('PP1', '07700 900222')];
    const path = aFile(fileOf(...lines));
    expect(await importFile(app, path, { mapping: WITHOUT_IDS })).toMatchObject({ new: 2 });
    expect(await importFile(app, path, { mapping: WITHOUT_IDS })).toMatchObject({ unchanged: 2 });
    const stored = await app.db.query<{ key: string; comment: string }>(
      `select response_key as key, comment from survey_response r join unit u on u.id = r.unit_id where u.code = 'PP1'`,
    );
    expect(stored.map(({ comment }) => comment)).toEqual(['[phone number]', '[phone number]']);
    expect(stored.map(({ key }) => key).sort()).toEqual(lines.map(nameOf).sort());
  });

  it('cannot be found out by whoever has the database and guesses the numbers', () => {
    const guess = createHmac('sha256', 'another secret')
      .update(textsOf(line('PP1', '07700 900111')))
      .digest('base64url');
    expect(nameOf(line('PP1', '07700 900111'))).not.toBe(guess.slice(0, 32));
  });
});

function textsOf(row: string): string {
  const cells = new Map(HEADING.split(',').map((column, at) => [column, row.split(',')[at] ?? '']));
  return JSON.stringify(columnsOf(parseMapping(WITHOUT_IDS)).map((column) => cells.get(column)));
}

function nameOf(row: string): string {
  const key = createHmac('sha256', app.nest.get<string>(SECRET)).update('feedback.fingerprint').digest();
  return createHmac('sha256', key).update(textsOf(row)).digest('base64url').slice(0, 32);
}
