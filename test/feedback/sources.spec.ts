import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Config } from '../../src/platform/config.js';
import { importPeople, importUnits } from '../network/files.js';
import { type TestApp, startTestApp } from '../support/app.js';
import type { Answer, Browserless } from '../support/browserless.js';
import { until } from '../support/until.js';
import { wrongCells } from './imports.js';
import { fieldsOf } from './mapping-form.js';

const FOLDER = '../shared/data/responses';
const there = existsSync(FOLDER);
if (!there) process.stderr.write(`Skipped: the real answers of ${FOLDER} are not on this machine.\n`);

let app: TestApp;
let nik: Browserless;
beforeAll(async () => {
  app = await startTestApp();
  const rows = there
    ? (parse(readFileSync(`${FOLDER}/gp-friends-and-family.csv`), { columns: true }) as { surgery: string }[])
    : [];
  const names = [...new Set(rows.map(({ surgery }) => surgery)), 'Ashbridge'];
  await importUnits(
    app,
    names.map((name, i) => `GP,Surgeries,GP1,London,9000${String(i + 10)},"${name}",branch,england,2015-01-01,`),
  );
  await importPeople(app, [
    'nik,Nikhil Rao,,900010,analyst,2020-01-01,',
    'dawn,Dawn Mercer,,GP1,areaManager,2020-01-01,',
  ]);
  nik = await signIn('nik');
});
afterAll(() => app.stop());

const signIn = async (reference: string) =>
  app.signInAs((await app.db.one<{ id: number }>('select id from person where reference = $1', [reference]))!);
const lying = () => readdirSync(`${app.nest.get(Config).dataDir}/uploads`);
const tokenIn = (text: string) => /name="formToken" value="([^"]+)"/.exec(text)![1]!;

const newSource = async (name: string, content: string | Buffer, fileName = 'answers.csv') => {
  const { text } = await nik.get('/feedback/sources/new');
  return nik.upload('/feedback/sources', { name: fileName, content }, { name, formToken: tokenIn(text) });
};

const mappingAt = (sent: Answer) => {
  expect([sent.status, sent.words]).toEqual([303, expect.stringContaining('/mapping')]);
  return sent.location!;
};

(there ? describe : describe.skip)('a real file through the pages', () => {
  it('of eleven surgeries needs no correction', async () => {
    const at = mappingAt(await newSource('GP FFT', readFileSync(`${FOLDER}/gp-friends-and-family.csv`), 'gp.csv'));
    const form = await nik.get(at);
    expect(form.words).toContain('2,000 of the first 2,000 rows can be stored.');
    expect(form.text.match(/<th scope="row"/g)).toHaveLength(20);
    expect(form.words).toContain(
      'Earls Court Surgery (900010) 13 July 2023 at 15:28 Delighted Very friendly caring staff',
    );
    const saved = await nik.post(at, { ...fieldsOf(form), act: 'save' });
    expect([saved.status, saved.location]).toEqual([303, at.replace('/mapping', '')]);
    await app.runJobs();
    const looked = await nik.get(saved.location!);
    expect(looked.words).toContain('Lines read 3,882 New 3,882 Changed 0 Unchanged 0 Rejected 0 With an emotion 3,863');
    expect(await app.db.one('select count(*) as n from survey_response')).toEqual({ n: 0 });
    await nik.post(`${saved.location}/takings`);
    await app.runJobs();
    expect((await nik.get(saved.location!)).words).toContain('Delighted 2,616');
    expect(await app.db.one('select count(*) as n from survey_response')).toEqual({ n: 3882 });
    expect(await wrongCells(app)).toEqual([]);
    expect(lying()).toEqual([]);
    expect((await nik.get('/feedback/imports')).words).toMatch(/, Nikhil Rao GP FFT gp.csv Done 3,882 3,882 0 0 0/);
  });

  it('with three heading rows needs two: the unit’s column, and which unit it is', async () => {
    const at = mappingAt(await newSource('Qualtrics', readFileSync(`${FOLDER}/qualtrics-three-headers.csv`)));
    const first = await nik.get(at);
    expect(first.words).toContain('with 3 heading rows');
    expect(first.words).toContain('Choose the column of: Unit. The rows appear here then.');
    await nik.post(at, { ...fieldsOf(first), unit: 'distributionChannel', act: 'show' });
    const second = await nik.get(at);
    expect(second.words).toContain('Not known as units: say which they are');
    await nik.post(at, { ...fieldsOf(second), aliasMeans: 'Ashbridge', act: 'show' });
    const third = await nik.get(at);
    expect(third.words).toContain('1 of the first 1 rows can be stored.');
    expect(third.words).toMatch(/4 Ashbridge \(\d+\) 18 July 2017 at 08:28 2 Hello World!/);
    const { location } = await nik.post(at, { ...fieldsOf(third), act: 'save' });
    await app.runJobs();
    expect((await nik.get(location!)).words).toContain('New 1');
  });

  it('of an old export is read by the names of its second row', async () => {
    const at = mappingAt(await newSource('Old', readFileSync(`${FOLDER}/qualtrics-legacy.csv`)));
    await nik.post(at, { ...fieldsOf(await nik.get(at)), unit: 'Name', act: 'show' });
    await nik.post(at, { ...fieldsOf(await nik.get(at)), aliasMeans: 'Ashbridge', act: 'show' });
    const page = await nik.get(at);
    expect(page.words).toMatch(/3 Ashbridge \(\d+\) 18 July 2017 at 08:28 2 Hello World!/);
    const { location } = await nik.post(at, { ...fieldsOf(page), act: 'save' });
    await app.runJobs();
    await nik.post(`${location}/takings`);
    await app.runJobs();
    expect(
      await app.db.one(`select response_key from survey_response where response_key = 'R_2YPOQ602ER1jkf1'`),
    ).toEqual({
      response_key: 'R_2YPOQ602ER1jkf1',
    });
  });
});

describe('the mapping of a source', () => {
  const HEAD = 'id;branch;when;easy;felt;said';
  const file = (...rows: string[]) => [HEAD, ...rows, ''].join('\n');
  const GOOD = 'r1;Ashbridge;06/01/2027 09:30;Very easy;happy-ish;Lovely café';

  it('brings a column’s answers along when another column is chosen, and stores what was said', async () => {
    const at = mappingAt(
      await newSource(
        'Branch survey',
        Buffer.from(file(GOOD, 'r2;Ashbridge;07/01/2027 10:00;Difficult;so-so;'), 'latin1'),
      ),
    );
    const form = await nik.get(at);
    expect(form.words).toContain('Written in Windows-1252.');
    await nik.post(at, { ...fieldsOf(form), emotion: 'felt', act: 'show' });
    const shown = await nik.get(at);
    expect(shown.words).toContain('What the answers to Emotion mean');
    expect(shown.words).toContain('0 of the first 2 rows can be stored.');
    const fields = fieldsOf(shown);
    const means = (fields.scaleText as string[]).map((text, i) =>
      text === 'happy-ish' ? '4' : text === 'so-so' ? 'none' : (fields.scaleMeans as string[])[i]!,
    );
    const saved = await nik.post(at, { ...fields, scaleMeans: means, act: 'save' });
    await app.runJobs();
    expect((await nik.get(saved.location!)).words).toContain('The file is written in Windows-1252');
    await nik.post(`${saved.location}/takings`);
    await app.runJobs();
    expect(
      await app.db.query(
        `select ease, emotion, comment from survey_response where response_key in ('r1', 'r2') order by 1 desc`,
      ),
    ).toEqual([
      { ease: 5, emotion: 1, comment: 'Lovely café' },
      { ease: 2, emotion: null, comment: null },
    ]);
    expect(lying().filter((name) => name.endsWith('.utf8'))).toEqual([]);
  });

  it('is used for the next file at once, which is one import however often it is sent', async () => {
    const { text } = await nik.get('/feedback/imports');
    const source = /value="(\d+)"[^>]*>Branch survey/.exec(text)![1]!;
    const formToken = tokenIn(text);
    const send = () =>
      nik.upload(
        '/feedback/imports',
        { name: 'next.csv', content: file(GOOD.replace('Very easy', 'Simple')) },
        { source, formToken },
      );
    const [one, two] = [await send(), await send()];
    expect([one.status, one.location]).toEqual([303, two.location]);
    await app.runJobs();
    const page = await nik.get(one.location!);
    expect(page.words).toContain('New 0 Changed 0 Unchanged 0 Rejected 1');
    expect(page.words).toContain('2 easy “Simple” is not an answer that the mapping knows');
    expect(page.text).not.toContain('/takings');
    expect((await nik.get(`${one.location}/rejects`)).text).toContain('line,column,reason,branch,when');
    await nik.post(`${one.location}/drop`);
    expect((await nik.get(`${one.location}/mapping`)).status).toBe(404);
  });

  it('can be changed with a file of the source, as its next version', async () => {
    const { id } = (await app.db.one<{ id: number }>(`select id from survey_source where name = 'Branch survey'`))!;
    const { text } = await nik.get(`/feedback/sources/${id}`);
    const sent = await nik.upload(
      '/feedback/imports',
      { name: 'a.csv', content: file(GOOD) },
      { source: String(id), formToken: tokenIn(text), then: 'map' },
    );
    const at = mappingAt(sent);
    const form = await nik.get(at);
    expect(form.words).toContain('1 of the first 1 rows can be stored.');
    await nik.post(at, { ...fieldsOf(form), comment1: '', act: 'save' });
    expect((await nik.get(`/feedback/sources/${id}`)).words).toContain('Version 2');
    await app.runJobs();
  });

  it('has a name that nobody else took, and not without a file', async () => {
    const taken = await newSource('branch SURVEY', file(GOOD));
    expect([taken.status, taken.words]).toEqual([
      422,
      expect.stringContaining('There is a source called branch SURVEY already'),
    ]);
    const { text } = await nik.get('/feedback/sources/new');
    const without = await nik.upload('/feedback/sources', null, { name: 'Another', formToken: tokenIn(text) });
    expect([without.status, without.words]).toEqual([422, expect.stringContaining('Choose a file.')]);
    expect(without.text).toContain('value="Another"');
    expect((await newSource('n'.repeat(101), file(GOOD))).status).toBe(422);
  });

  it.each<[string, string | Buffer, RegExp]>([
    ['an empty file', '', /That file is empty/],
    ['a zip', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]), /This is a zip. Unpack it/],
    ['a workbook', Buffer.from('PK\x03\x04\x14\0[Content_Types].xml'), /This is an Excel workbook. Open it/],
    ['a PDF', '%PDF-1.7\n', /This is a PDF/],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), /written in UTF-32/],
    ['UTF-32 without a mark', Buffer.from([...'a,b\n'.repeat(9)].flatMap((c) => [0, 0, 0, c.charCodeAt(0)])), /UTF-32/],
    ['blank lines', '\n\r\n \n', /The file is empty/],
    ['a note to Excel', 'sep=;\r\na;b\r\n1;2\r\n', /Delete the line/],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), /This is a gzip archive/],
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', /This is a web page/],
    ['JSON', '[{"ease": 5}]', /This is JSON/],
    ['null characters', 'a,b\n1,\u0000\u0000\n', /not a text file/],
    ['one column', 'a\n1\n', /one column only/],
    ['50,000 columns', `${'c,'.repeat(50_000)}\n1\n`, /more than 500 columns/],
    ['a heading only', 'a,b,c\n', /no answers below it/],
    ['a huge cell', `a,b\n1,${'x'.repeat(3_000_000)}\n`, /cannot be told apart/],
  ])('is not made of %s', async (_, content, sentence) => {
    const before = lying();
    // What an earlier case left may go meanwhile; of this one nothing may stay.
    const more = () => lying().filter((name) => !before.includes(name));
    const answer = await newSource('Wrong', content);
    expect([answer.status, answer.words]).toEqual([422, expect.stringMatching(sentence)]);
    await until(() => more().length === 0);
    expect(more()).toEqual([]);
  });

  it('is answered in words when junk is posted to its form, and can be opened afterwards', async () => {
    const at = mappingAt(await newSource('Junk', 'branch,when,ease\nAshbridge,2027-01-05 10:00,5\n'));
    const _csrf = /name="_csrf" value="([^"]+)"/.exec((await nik.get(at)).text)![1]!;
    const junk: unknown[] = ['\ud800', 'a\u0000b', '__proto__', 'x'.repeat(30_000), [['a'], { b: 1 }], -1, true, null];
    for (const value of junk) {
      for (const field of ['unit', 'format', 'zone', 'scaleText', 'aliasMeans', 'act']) {
        const body = JSON.stringify({ [field]: value, _csrf });
        const { status } = await nik.send('POST', at, body, { 'content-type': 'application/json' });
        expect([field, value, status]).toEqual([field, value, status < 500 ? status : 'our failure']);
      }
      expect((await nik.get(at)).status).toBe(200);
    }
  });

  it('numbers the columns whose name stands twice', async () => {
    const at = mappingAt(await newSource('Doubled', 'branch,when,x,x\nAshbridge,2027-01-05,1,2\n'));
    expect((await nik.get(at)).words).toContain('More than one column is called x: they are numbered here');
    expect((await nik.get(at)).text).not.toContain('<option value="x"');
  });
});

describe('an import of answers', () => {
  it('goes on after its worker died in the middle, and ends the same', async () => {
    const { id } = (await app.db.one<{ id: number }>(`select id from survey_source where name = 'Branch survey'`))!;
    const rows = Array.from({ length: 6000 }, (_, i) => `k${i};Ashbridge;06/01/2027 09:30;Very easy;happy-ish;`);
    const { text } = await nik.get('/feedback/imports');
    const content = ['id;branch;when;easy;felt;said', ...rows, ''].join('\n');
    const sent = await nik.upload(
      '/feedback/imports',
      { name: 'big.csv', content },
      { source: String(id), formToken: tokenIn(text) },
    );
    await app.runJobs();
    await nik.post(`${sent.location}/takings`);
    await app.db.query(`create function die() returns trigger language plpgsql as $$ begin
      if new.rows_read = 6000 then raise exception 'the worker dies'; end if; return new; end $$`);
    await app.db.query('create trigger die before update on survey_import for each row execute function die()');
    await app.runJobs();
    expect((await nik.get(sent.location!)).words).toContain('It was interrupted and will be begun again');
    const { rows_read: kept } = (await app.db.one<{ rows_read: number }>(
      'select rows_read from survey_import order by id desc limit 1',
    ))!;
    expect(kept).toBeLessThan(6000);
    expect(await app.db.one(`select count(*) as n from survey_response where response_key ~ '^k[0-9]+$'`)).toEqual({
      n: kept,
    });
    await app.db.query('drop trigger die on survey_import');
    await app.db.query('update job set run_after = now() where done_at is null');
    await app.runJobs();
    expect((await nik.get(sent.location!)).words).toContain('New 6,000 Changed 0 Unchanged 0 Rejected 0');
    expect(await wrongCells(app)).toEqual([]);
  });

  it('can be stopped while it waits; looked at again it may be taken over', async () => {
    const { id } = (await app.db.one<{ id: number }>(`select id from survey_source where name = 'Branch survey'`))!;
    const { text } = await nik.get('/feedback/imports');
    const content = 'id;branch;when;easy;felt;said\nq1;Ashbridge;06/01/2027 09:30;Very easy;happy-ish;\n';
    const { location } = await nik.upload(
      '/feedback/imports',
      { name: 's.csv', content },
      { source: String(id), formToken: tokenIn(text) },
    );
    await app.runJobs();
    await nik.post(`${location}/takings`);
    await nik.post(`${location}/stop`);
    await app.runJobs();
    expect((await nik.get(location!)).words).toContain('Stopped');
    expect((await nik.get(location!)).words).toContain('Lines read 1');
    await nik.post(`${location}/looks`);
    const again = (await nik.get(location!)).words;
    expect(again).toContain('Looking at the file');
    expect(again).not.toContain('Lines read');
    await app.runJobs();
    expect((await nik.get(location!)).words).toContain('Lines read 1');
    const twice = await Promise.all([nik.post(`${location}/takings`), nik.post(`${location}/takings`)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([303, 422]);
    await app.runJobs();
    expect((await nik.get(location!)).words).toContain('Done');
  });
});

describe('an outsider', () => {
  it('reads no imports, no sources and no rejected lines', async () => {
    const dawn = await signIn('dawn');
    for (const path of [
      '/feedback/imports',
      '/feedback/imports/1',
      '/feedback/sources',
      '/feedback/sources/1',
      '/feedback/imports/1/mapping',
    ])
      expect([path, (await dawn.get(path)).status]).toEqual([path, 403]);
    for (const path of ['/feedback/imports/1/rejects', '/feedback/past-imports/1/rejects'])
      expect([path, (await dawn.get(path)).status]).toEqual([path, 404]);
    expect((await dawn.upload('/feedback/imports', { name: 'a.csv', content: 'x' }, { source: '1' })).status).toBe(403);
  });

  it('opens no file of another kind by its number', async () => {
    await app.db.query(
      `insert into file_import (kind, form_token, file_name, bytes, sha256, state, received_at)
       values ('people', gen_random_uuid(), 'p.csv', 1, 'x', 'looked', now())`,
    );
    const { id } = (await app.db.one<{ id: number }>(`select id from file_import where kind = 'people'`))!;
    for (const act of ['', '/rejects', '/mapping', '/progress'])
      expect((await nik.get(`/feedback/imports/${id}${act}`)).status).toBe(404);
    expect((await nik.post(`/feedback/imports/${id}/takings`)).status).toBe(404);
  });
});
