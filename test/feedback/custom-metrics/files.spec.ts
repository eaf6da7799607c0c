import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from '../../support/app.js';
import type { Answer, Browserless } from '../../support/browserless.js';
import { as, defined, FOOTFALL, RESPONSE, startMetrics, type, wrongCells } from './metrics-world.js';

let app: TestApp;
let nik: Browserless;
beforeAll(async () => {
  app = await startMetrics();
  nik = await as(app, 'nik');
  await defined(app, FOOTFALL);
  await defined(app, RESPONSE);
});
afterAll(() => app.stop());

const tokenIn = (text: string) => /number[^]*?files"[^]*?name="formToken" value="([^"]+)"/.exec(text)![1]!;

async function sent(key: string, content: string | Buffer): Promise<Answer> {
  const { text } = await nik.get(`/feedback/numbers/${key}`);
  return nik.upload(`/feedback/numbers/${key}/files`, { name: 'values.csv', content }, { formToken: tokenIn(text) });
}

/** The fields of the mapping form as they stand. */
function fieldsOf({ text }: Answer): Record<string, string> {
  const form = /<form class="card mapping__form"[\s\S]*?<\/form>/.exec(text)![0];
  const selects = [...form.matchAll(/<select[\s\S]*?<\/select>/g)].map(([tag]) => tag);
  return Object.fromEntries(
    selects.map((tag) => [/name="([^"]+)"/.exec(tag)![1]!, /value="([^"]*)" selected/.exec(tag)?.[1] ?? '']),
  );
}

/** Sends a file, leaves the guess alone, and has it looked at; answers its page. */
async function looked(key: string, content: string | Buffer, change: Record<string, string> = {}): Promise<string> {
  const at = (await sent(key, content)).location!;
  const saved = await nik.post(at, { ...fieldsOf(await nik.get(at)), ...change, act: 'save' });
  expect([saved.status, saved.location]).toEqual([303, at.replace('/mapping', '')]);
  await app.runJobs();
  return saved.location!;
}

async function taken(key: string, content: string | Buffer): Promise<string> {
  const page = await looked(key, content);
  expect((await nik.post(`${page}/takings`)).status).toBe(303);
  await app.runJobs();
  return (await nik.get(page)).words;
}

const values = () =>
  app.db.query<object>(
    `select u.code, starts_on::text as day, value::float8, weight::float8 from metric_value v left join unit u on u.id = place_id
      order by metric_id, code, day`,
  );

const LONG = [
  'Week;Branch;Visitors',
  '25/01/2027;021047;"1,200"',
  '01/02/2027;021047;1240',
  '01/02/2027;000002;310',
  '01/02/2027;2;310',
  '01/02/2027;021047;1',
  '01/02/2027;HQ;9',
].join('\n');

describe('a file of values', () => {
  it('shows its first values as they will be stored, and changes nothing until it is taken over', async () => {
    const at = (await sent('footfall', LONG)).location!;
    const form = await nik.get(at);
    expect(form.words).toContain('3 of the first 6 values can be stored.');
    expect(form.words).toContain('2 Ashbridge (021047) Week of 25 January 2027 1,200 visitors');
    expect(form.words).toContain('d/M/yyyy: 01/02/2027 is Week of 1 February 2027');
    const page = await looked('footfall', LONG);
    const dry = await nik.get(page);
    expect(dry.words).toContain('Values read 6 New 3 Changed 0 Unchanged 0 Rejected 3');
    expect(dry.words).toContain('The same place and period came earlier, on line 3. That one was taken.');
    expect(dry.words).toContain('not of a kind that has this number');
    expect(await values()).toEqual([]);
    expect((await nik.get(`${page}/rejects`)).text).toContain('leading zeros');
    await nik.post(`${page}/drop`);
  });

  it('lands, twice without a change, corrected with its history, and back again', async () => {
    expect(await taken('footfall', LONG)).toContain('New 3 Changed 0 Unchanged 0 Rejected 3');
    expect(await taken('footfall', LONG)).toContain('New 0 Changed 0 Unchanged 3 Rejected 3');
    expect(await taken('footfall', LONG.replace('1240', '1300'))).toContain('New 0 Changed 1 Unchanged 2');
    expect(await values()).toContainEqual({ code: '021047', day: '2027-02-01', value: 1300, weight: null });
    expect(await wrongCells(app)).toEqual([]);
    const page = await nik.get('/feedback/numbers/footfall');
    const [latest] = [...page.text.matchAll(/action="([^"]+\/undo)"/g)].map((match) => match[1]!);
    await nik.post(latest!);
    await app.runJobs();
    expect(await values()).toContainEqual({ code: '021047', day: '2027-02-01', value: 1240, weight: null });
    expect((await nik.get('/feedback/numbers/footfall')).words).toContain('Taken back');
    expect(await wrongCells(app)).toEqual([]);
  });

  it('may be wide, in another encoding, and remembers how it was read', async () => {
    const wide = 'Office,4 Jan 2027,11 Jan 2027\nAshbridge,900,950\nMillbridge,,200\n';
    expect(await taken('footfall', Buffer.from(`\uFEFF${wide}`, 'utf16le'))).toContain('New 3');
    expect(await values()).toContainEqual({ code: '000002', day: '2027-01-11', value: 200, weight: null });
    const again = await nik.get((await sent('footfall', wide)).location!);
    expect(fieldsOf(again)).toMatchObject({ form: 'wide', place: 'Office', match: 'name' });
  });

  it('of an average brings its weights', async () => {
    const file = 'day,unit,contacts,first response time\n2027-02-01,021047,850,0:11:30\n2027-02-02,021047,,9\n';
    const page = await looked('first-response-time', file);
    const dry = await nik.get(page);
    expect(dry.words).toContain('New 1 Changed 0 Unchanged 0 Rejected 1');
    expect(dry.words).toContain('The number of contacts is missing');
    await nik.post(`${page}/takings`);
    await nik.post(`${page}/takings`);
    await app.runJobs();
    expect(await values()).toContainEqual({ code: '021047', day: '2027-02-01', value: 11.5, weight: 850 });
    expect(await wrongCells(app)).toEqual([]);
  });

  it('is refused in words when its columns do not fit, or it is no file of values', async () => {
    const at = (await sent('footfall', 'a,b\nx,y\n')).location!;
    const saved = await nik.post(at, { ...fieldsOf(await nik.get(at)), act: 'save' });
    expect([saved.status, saved.words]).toEqual([422, expect.stringContaining('Choose the column of')]);
    const noFile = await sent('footfall', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 7, 1]));
    expect(noFile.status).toBe(422);
    expect((await nik.get('/feedback/number-files/999999')).status).toBe(404);
    expect((await nik.get('/feedback/number-files/x/mapping')).status).toBe(404);
  });

  it('is nobody else’s to see', async () => {
    const dawn = await as(app, 'dawn');
    expect((await dawn.get('/feedback/number-files/1')).status).toBe(403);
    expect((await dawn.post('/feedback/number-files/1/takings')).status).toBe(403);
  });

  it('and what was typed by hand correct one another', async () => {
    await type(nik, 'footfall', ['021047', '2027-02-03', '1250']);
    expect(await taken('footfall', LONG)).toContain('Changed 1');
    expect(await app.db.one('select count(*) as n from metric_value_history')).toEqual({ n: 2 });
  });
});
