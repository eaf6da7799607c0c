import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from '../../support/app.js';
import type { Browserless } from '../../support/browserless.js';
import { decided, fieldsOf } from '../mapping-form.js';
import { CASES, type NastyCase } from './cases.js';
import { MODEL, STORED } from './model.js';
import { VENDORS } from './vendors.js';
import { byKey, mappingFor, rejectsOf, startNastyWorld, storedIn } from './world.js';
import { write } from './writing.js';

let app: TestApp;
let nik: Browserless;
beforeAll(async () => {
  app = await startNastyWorld();
  nik = await app.signInAs((await app.db.one<{ id: number }>('select id from person'))!);
});
afterAll(() => app.stop());

/** Sends a file as that of a new source; the path of its mapping form. */
async function sent(name: string, content: Buffer): Promise<string> {
  const { text } = await nik.get('/feedback/sources/new');
  const formToken = /name="formToken" value="([^"]+)"/.exec(text)![1]!;
  const { location, words } = await nik.upload(
    '/feedback/sources',
    { name: 'answers.csv', content },
    { name, formToken },
  );
  expect(words).toContain('/mapping');
  return location!;
}

/** Saves the form as it stands and takes the file over; the page of the import. */
async function taken(at: string, changed: Record<string, string | string[]> = {}): Promise<string> {
  const { location } = await nik.post(at, { ...fieldsOf(await nik.get(at)), ...changed, act: 'save' });
  await app.runJobs();
  await nik.post(`${location}/takings`);
  await app.runJobs();
  return location!;
}

/** What somebody has to put right by hand in the guess of some cases; the others need nothing. */
const CORRECTIONS: Record<string, Record<string, string>> = {
  'columns of one name': { ease: 'score (1)', friendly: 'score (2)' },
  'times written as M/d/yy h:mm a': {},
};

const chosen = (...names: string[]): [string, NastyCase][] =>
  names.map((name) => [name, CASES.find((one) => one.name === name)!]);

describe('a nasty file through the wizard', () => {
  it.each(
    chosen(
      'a byte order mark before a quoted first field',
      'line breaks in headers',
      'columns of one name',
      'lines that end in carriage returns alone',
      'UTF-16 the other way round',
      'columns in another order, all quoted',
      'times written as M/d/yy h:mm a',
      'times written as EXCEL',
      'the heading again in the middle, and blank lines',
      'Windows-1252',
      'ISO-8859-14',
      'a branch that has closed',
    ),
  )('%s', async (name, { bytes, stored, rejects }) => {
    const at = await sent(name, bytes);
    const corrections = CORRECTIONS[name] ?? {};
    expect(Object.keys(corrections).length).toBeLessThanOrEqual(2);
    if (Object.keys(corrections).length > 0)
      await nik.post(at, { ...fieldsOf(await nik.get(at)), ...corrections, act: 'show' });
    const all = stored.length + rejects.length;
    expect((await nik.get(at)).words).toContain(`${stored.length} of the first ${all} rows can be stored.`);
    const location = await taken(at);
    expect(await storedIn(app, name)).toEqual(byKey(stored));
    const list = await nik.get(`${location}/rejects`);
    expect(rejects.length === 0 ? list.status : rejectsOf(list.text)).toEqual(rejects.length === 0 ? 404 : rejects);
  });

  it('may hold an answer further down than the sample: the import’s page leads to what it means, and nothing is lost', async () => {
    const many = Array.from({ length: 2100 }, (_, at) => ({ ...MODEL[0]!, id: `m${at}`, said: '' }));
    const at = await sent('Met later', write([...many, { ...MODEL[0]!, id: 'late', easy: 'Dead easy' }]));
    const { location } = await nik.post(at, { ...fieldsOf(await nik.get(at)), act: 'save' });
    await app.runJobs();
    const page = await nik.get(location!);
    expect(page.words).toContain('New 2,100 Changed 0 Unchanged 0 Rejected 1');
    expect(page.words).toContain('Add them to the mapping, and their lines come in with the others: “Dead easy”.');
    const form = await nik.get(at);
    expect(form.words).toContain('Dead easy not in these rows');
    await taken(at, decided(fieldsOf(form), { 'Dead easy': '5' }));
    expect((await nik.get(location!)).words).toContain('New 2,101 Changed 0 Unchanged 0 Rejected 0');
  });

  it('is read in another way of writing when somebody says so', async () => {
    const bytes = Buffer.from(write(MODEL).toString().replace('Quick and kind', 'Caff\x8e'), 'latin1');
    const at = await sent('A Mac', bytes);
    const form = await nik.get(at);
    expect(form.words).toContain('Written in Windows-1252.');
    expect(form.words).toContain('Macintosh: ');
    await nik.post(at, { ...fieldsOf(form), encoding: 'macintosh', act: 'show' });
    expect((await nik.get(at)).words).toContain('Caffé');
    await taken(at);
    expect((await storedIn(app, 'A Mac'))[0]).toEqual({ ...STORED[0], comment: 'Caffé' });
  });

  it('is said how it is read and why, what to check first', async () => {
    const text = 'Id,Shop code,Date,Ease (1 = very easy)\na1,1,03/04/2026 10:00,1\na2,1,05/06/2026 10:00,2\n';
    const { words } = await nik.get(await sent('Unsure', Buffer.from(text)));
    expect(words).toMatch(
      /How the file is read 3 things need your eye, and stand first\. Unit Check this “Shop code”: 1 of its 1 texts are our codes/,
    );
    expect(words).toContain('03/04/2026 10:00 could be day first or month first, and no row tells which.');
    expect(words).toContain('1 is read as the best');
    expect(words).toContain('“Id”: never empty and never the same twice.');
  });
});

describe('a file as a survey tool writes it', () => {
  it.each(VENDORS.map((one) => [one.tool, one] as const))('%s', async (tool, { text, corrections, stored, counts }) => {
    const at = await sent(tool, Buffer.from(text));
    expect(Object.keys(corrections).length).toBeLessThanOrEqual(2);
    if (Object.keys(corrections).length > 0)
      await nik.post(at, { ...fieldsOf(await nik.get(at)), ...corrections, act: 'show' });
    const { words } = await nik.get(await taken(at));
    expect(words).toContain(counts);
    const all = await storedIn(app, tool);
    expect(all.sort((a, b) => a.at.localeCompare(b.at))).toMatchObject(stored);
    expect(all).toHaveLength(stored.length);
  });

  it('says before anything is stored how many lines are previews and tests, and asks nothing about them', async () => {
    const at = await sent('Previews', Buffer.from(VENDORS.at(-1)!.text));
    const { words } = await nik.get(at);
    expect(words).toContain('2 of the first 5 rows can be stored. 3 previews and tests left out.');
    expect(words).not.toContain('Not known as units');
    expect(words).toContain('Left out. A preview or a test of the survey');
  });
});

describe('a mapping from somebody’s disk', () => {
  const send = async (at: string, content: string | Buffer, name = 'mapping.json') => {
    await nik.get(at);
    return nik.upload(`${at}/file`, { name, content, field: 'mappingFile' });
  };
  const versions = () => app.db.one('select count(*)::int as n from survey_mapping');

  it('fills the form in, is seen with the rows, and is saved only then: what was downloaded comes back as it was', async () => {
    const aliases = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`Old shop ${i}`, '000001']));
    const mapping = {
      ...mappingFor(['id', 'branch', 'when', 'easy', 'felt', 'friendly', 'said', 'contact']),
      unit: { column: 'branch', match: 'code', aliases },
      drivers: { knowledge: { column: 'friendly', map: { '5': 5, '4': 3, '3': 3, '1': null } } },
      comment: ['said', 'contact', 'felt'],
      ignore: ['-'],
    };
    const at = await sent('By hand', write(MODEL));
    const before = await versions();
    const filled = await send(at, JSON.stringify(mapping));
    expect([filled.status, filled.location]).toEqual([303, at]);
    const form = await nik.get(at);
    expect(form.words).toContain('The form is filled in from mapping.json. Nothing is saved until you say so.');
    expect(form.words).toContain('6 of the first 6 rows can be stored.');
    expect(fieldsOf(form)).toMatchObject({ knowledge: ['friendly'], friendly: [''] });
    expect(await versions()).toEqual(before);
    await nik.post(at, { ...fieldsOf(form), act: 'save' });
    const source = (await app.db.one<{ id: number }>(`select id from survey_source where name = 'By hand'`))!;
    const saved = JSON.parse((await nik.get(`/feedback/sources/${source.id}/mapping.json`)).text) as unknown;
    expect(saved).toMatchObject({
      unit: { aliases },
      drivers: mapping.drivers,
      comment: mapping.comment,
      ignore: ['-'],
    });
    expect((await send(at, JSON.stringify(saved))).status).toBe(303);
    await nik.post(at, { ...fieldsOf(await nik.get(at)), act: 'save' });
    expect(await versions()).toEqual({ n: ((before as { n: number }).n ?? 0) + 1 });
  });

  it('that recognises every column and stores no row says so', async () => {
    const at = await sent('Of nobody', write(MODEL.map((one) => ({ ...one, easy: '5', unit: '000002' }))));
    expect((await nik.get(at)).words).toContain('yet none of these rows can be stored. The rows below say why.');
  });

  it('for other columns shows which of them the file lacks', async () => {
    const at = await sent('Of another', write(MODEL));
    await send(at, JSON.stringify({ ...mappingFor(), ease: 'How easy?' }));
    const { words } = await nik.get(at);
    expect(words).toContain('“How easy?” is not in this file.');
    expect(words).toContain('How easy? (not in this file)');
  });

  it('is refused in sentences, and the form stands as it stood', async () => {
    const at = await sent('Hostile', write(MODEL));
    const before = fieldsOf(await nik.get(at));
    for (const [content, sentence] of [
      ['', 'That file is empty'],
      ['id,branch\n', 'It isn’t JSON'],
      ['['.repeat(9000) + ']'.repeat(9000), 'It is nested deeper than any mapping.'],
      [
        '{"unit":"branch","time":"when","ease":{"column":"easy","map":{"5":9}}}',
        'means 9; use a whole number from 1 to 5',
      ],
      ['{"unit":"<script>alert(1)</script>","time":{"zone":"Mars/Base"}}', 'time.zone must be a time zone'],
    ]) {
      const answer = await send(at, content!);
      expect([answer.status, answer.words]).toEqual([422, expect.stringContaining(sentence!)]);
      expect(answer.text).not.toContain('<script>alert');
    }
    expect((await send(at, ' '.repeat(300_000))).status).toBe(413);
    expect(fieldsOf(await nik.get(at))).toEqual(before);
  });
});
