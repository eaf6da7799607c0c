import { createHash } from 'node:crypto';
import { setTimeout as later } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Browserless } from '../support/browserless.js';
import { until } from '../support/until.js';
import { LIMIT, sendRaw, startUploadApp, type UploadApp } from './upload-app.js';

let app: UploadApp;
let visitor: Browserless;
beforeAll(async () => void (app = await startUploadApp()));
afterAll(() => app.stop());
beforeEach(() => void (visitor = new Browserless(app.url)));

const EDGE = 'xxEDGExx';
const TYPE = `multipart/form-data; boundary=${EDGE}`;
const field = (name: string, value: string) =>
  `--${EDGE}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = (text: string, name = 'a.csv', input = 'file') =>
  `--${EDGE}\r\nContent-Disposition: form-data; name="${input}"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n${text}\r\n`;
const END = `--${EDGE}--\r\n`;

const raw = async (path: string, chunks: (string | Buffer)[], type = TYPE, cut = false) => {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return sendRaw(app.url + path, { 'content-type': type, cookie }, chunks, cut);
};
const token = async () =>
  field('_csrf', /name="_csrf" value="([^"]+)"/.exec((await visitor.get('/sign-in')).text)?.[1] ?? '');

describe('a form with a file', () => {
  it('brings its fields and the file, with its size and hash', async () => {
    const answer = await visitor.upload('/try/memory', { name: 'Uned Caffè.csv', content: 'a,b\n' }, { words: 'Tea' });
    const sha256 = createHash('sha256').update('a,b\n').digest('hex');
    expect(JSON.parse(answer.text)).toEqual({ name: 'Uned Caffè.csv', size: 4, sha256, text: 'a,b\n', words: 'Tea' });
  });

  it('on disk lies where nobody else can read it, and is gone after the request unless somebody keeps it', async () => {
    const answer = await visitor.upload('/try/disk', { name: 'a.csv', content: 'x'.repeat(200_000) });
    expect(JSON.parse(answer.text)).toMatchObject({ mode: '600', text: 'x'.repeat(200_000) });
    await until(async () => (await app.lying()).length === 0);
    await visitor.upload('/try/disk', { name: 'a.csv', content: 'kept' }, { keep: 'yes' });
    expect(await app.lying()).toHaveLength(1);
    expect(await app.lying()).not.toContain('a.csv');
  });

  it('asks for a file when there is none, or nothing in it', async () => {
    expect(await visitor.upload('/try/memory', null)).toMatchObject({ status: 422 });
    const empty = await visitor.upload('/try/memory', { name: 'a.csv', content: '' });
    expect([empty.status, empty.words]).toEqual([422, expect.stringContaining('That file is empty.')]);
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\\\Users\\\\sam\\\\people.csv', 'people.csv'],
    ['a\u202Evsc.exe', 'avsc.exe'],
    [`${'n'.repeat(400)}.csv`, 'n'.repeat(150)],
  ])('takes no path from a name such as %j', async (sent, shown) => {
    const body = [await token(), file('x', sent), END];
    expect(JSON.parse((await raw('/try/disk', body)).text)).toMatchObject({ name: shown });
  });
});

/** By the one form that asked for it; all others are gone a moment after their request. */
const KEPT = 1;

describe('what is refused', () => {
  let before: string[];
  beforeEach(async () => {
    await until(async () => (await app.lying()).length === KEPT);
    before = await app.lying();
  });
  afterEach(async () => {
    await until(async () => (await app.lying()).length <= before.length);
    expect(await app.lying()).toEqual(before);
  });

  it('a form without its token, with a wrong one, or with the token behind the file', async () => {
    const good = await token();
    for (const body of [
      [file('x'), END],
      [field('_csrf', 'wrong'), file('x'), END],
      [file('x'), good, END],
      [field('words', 'no file at all'), END],
    ]) {
      const answer = await raw('/try/disk', body);
      expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('choose the file again')]);
    }
  });

  it('a file above the limit, whether its size is told or not', async () => {
    const big = 'x'.repeat(LIMIT + 1);
    const told = await visitor.upload('/try/disk', { name: 'a.csv', content: Buffer.alloc(LIMIT + 2_000_000) });
    expect([told.status, told.words]).toEqual([413, expect.stringContaining('larger than')]);
    expect((await raw('/try/disk', [await token(), file(big), END])).status).toBe(413);
    expect((await raw('/try/memory', [await token(), file(big), END])).status).toBe(413);
  });

  it('two files, and a file under another name', async () => {
    const two = await raw('/try/disk', [await token(), file('a'), file('b'), END]);
    expect([two.status, two.text]).toEqual([400, expect.stringContaining('one file at a time')]);
    expect((await raw('/try/disk', [await token(), file('a', 'a.csv', 'other'), END])).status).toBe(400);
  });

  it('a form that is no form with a file, and a file where none is taken', async () => {
    expect((await visitor.post('/try/disk', { words: 'x' })).status).toBe(415);
    const none = await visitor.upload('/try/none', { name: 'a.csv', content: 'x' });
    expect([none.status, none.words]).toEqual([415, expect.stringContaining('No file is taken here')]);
    expect((await raw('/sign-in', [field('login', '100001'), END])).status).toBeGreaterThanOrEqual(400);
  });

  it.each<[string, string, (good: string) => (string | Buffer)[], number]>([
    ['no boundary', 'multipart/form-data', (good) => [good, file('x'), END], 400],
    ['another kind of multipart', `multipart/mixed; boundary=${EDGE}`, (good) => [good, file('x'), END], 400],
    ['a body that ends in the middle', TYPE, (good) => [good, file('x').slice(0, -4)], 400],
    ['a header that goes on and on', TYPE, (good) => [good, `--${EDGE}\r\nX: ${'h'.repeat(500_000)}`, END], 400],
    ['ten thousand headers', TYPE, (good) => [good, `--${EDGE}\r\n${'X-A: b\r\n'.repeat(10_000)}\r\n`, END], 400],
    ['ten thousand fields', TYPE, (good) => [good, field('a', 'b').repeat(10_000), file('x'), END], 400],
    ['a field of a megabyte', TYPE, (good) => [good, field('a', 'b'.repeat(1_000_000)), file('x'), END], 413],
    ['a name of a megabyte', TYPE, (good) => [good, field('a'.repeat(9_000), 'b'), file('x'), END], 400],
    ['names that nest', TYPE, (good) => [good, field('a[b][c]', 'b'), file('x'), END], 400],
    ['nothing but noise', TYPE, () => [Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 131) % 256))], 400],
    ['an empty body', TYPE, () => [''], 400],
  ])('%s', async (_, type, body, status) => {
    expect(await raw('/try/disk', body(await token()), type)).toMatchObject({ status });
  });

  it('a connection that breaks in the middle of the file', async () => {
    await raw('/try/disk', [await token(), file('x'.repeat(100_000)).slice(0, -2)], TYPE, true);
    await later(300);
  });

  it('whatever a handler that failed was given', async () => {
    expect((await visitor.upload('/try/disk', { name: 'a.csv', content: 'x' }, { fail: 'yes' })).status).toBe(500);
  });
});
