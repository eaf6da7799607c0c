import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { get } from 'node:http';
import { ASSETS, assetUrl } from '../../src/platform/web/assets.js';
import { aColleague } from '../factories/colleagues.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { type LogLine, logLinesOf } from '../support/log-lines.js';

let app: TestApp;
let log: LogLine[];
let sam: Browserless;
beforeAll(async () => {
  app = await startTestApp({ env: { CXU_LOG: 'info' } });
  log = logLinesOf(app);
  sam = await app.signInAs(await aColleague(app));
});
afterAll(() => app.stop());
beforeEach(() => void (log.length = 0));

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const AS_BROWSERS = { 'accept-encoding': 'gzip, deflate, br' };

describe('every page', () => {
  it('comes with the headers that keep it safe, and is kept nowhere', async () => {
    const { headers } = await app.visitor().get('/sign-in');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';" +
        "form-action 'self';frame-ancestors 'none';base-uri 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  });

  it('travels compressed', async () => {
    const { headers } = await app.visitor().send('GET', '/sign-in', undefined, AS_BROWSERS);
    expect(headers.get('content-encoding')).toMatch(/br|gzip/);
  });

  it('answers HEAD as GET, without the page', async () => {
    const head = await app.visitor().send('HEAD', '/sign-in');
    expect([head.status, head.text, head.headers.get('content-type')]).toEqual([200, '', 'text/html; charset=utf-8']);
    expect((await app.visitor().send('HEAD', '/record')).location).toBe('/sign-in?next=%2Frecord');
  });
});

describe('assets', () => {
  it('are compressed and kept for good, since their names change with them', async () => {
    const { status, headers } = await app.visitor().send('GET', assetUrl('cxu.css'), undefined, AS_BROWSERS);
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(headers.get('content-encoding')).toMatch(/br|gzip/);
  });

  it.each([
    '/assets/no-such.css',
    '/assets/',
    '/assets/../package.json',
    '/assets/%2e%2e%2fpackage.json',
    '/assets/%E0%A4%A',
  ])('%s is not there, and takes no page to say so', async (path) => {
    const { status, text, headers } = await raw(path);
    expect([status, text, headers['cache-control']]).toEqual([404, 'Not found', undefined]);
  });

  it('are never written to by a post', async () => {
    const before = readdirSync(ASSETS);
    expect((await app.visitor().send('POST', assetUrl('cxu.css'), 'x', FORM)).status).toBe(404);
    expect(readdirSync(ASSETS)).toEqual(before);
  });
});

describe('a request that cannot be read', () => {
  it.each([
    ['a broken percent sign', 'GET', '/courses/%E0%A4%A', undefined, {}, 400],
    ['broken JSON', 'POST', '/tell-us', '{"a":', { 'content-type': 'application/json' }, 400],
    ['an encoding nobody knows', 'POST', '/tell-us', 'a=b', { ...FORM, 'content-encoding': 'tea' }, 415],
    [
      'an alphabet nobody knows',
      'POST',
      '/tell-us',
      'a=b',
      { 'content-type': `${FORM['content-type']};charset=tea` },
      415,
    ],
    ['two thousand and one fields', 'POST', '/tell-us', 'a=1&'.repeat(2_001), FORM, 413],
    ['two megabytes', 'POST', '/tell-us', `a=${'x'.repeat(2_000_000)}`, FORM, 413],
  ])('%s is answered in words', async (_, method, path, body, headers, status) => {
    const answer = await sam.send(method, path, body, headers);
    expect(answer.status).toBe(status);
    expect(answer.words).toMatch(/We couldn’t read that|That’s too much at once/);
    expect(answer.words).toMatch(/If you ask for help, quote [\w-]{36}/);
    expect(answer.text).not.toMatch(/Error|node_modules|at \w+ \(/);
  });

  it.each([
    ['a form of no type', 'plain text', { 'content-type': 'text/plain' }],
    ['no form at all', undefined, {}],
    ['a list', '[1,2]', { 'content-type': 'application/json' }],
  ])('%s has no token and is refused', async (_, body, headers) => {
    const answer = await sam.send('POST', '/sign-out', body, headers);
    expect([answer.status, answer.words.includes('open too long')]).toEqual([403, true]);
  });

  it('a form in parts is taken only where a file is asked for', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await sam.send('POST', '/sign-out', '--x\r\n\r\n--x--', headers)).status).toBe(415);
  });

  it('is not made worse by a long address', async () => {
    const long = `/record?${'x=%25&'.repeat(2_000)}`;
    expect((await app.visitor().get(long)).location).toBe('/sign-in');
    expect((await sam.get(long)).status).toBe(200);
  });
});

describe('what is not there', () => {
  it('is a page that says so, for those who are signed in with the way home', async () => {
    const answer = await sam.get('/no-such-page');
    expect(answer.status).toBe(404);
    expect(answer.words).toContain('We can’t find that page');
    expect(answer.text).toContain('href="/"');
  });

  it('gives a wrong method no other answer than a wrong address', async () => {
    expect((await sam.post('/record')).status).toBe(404);
    expect((await sam.get('/sign-out')).status).toBe(404);
  });
});

describe('what is not open to a role', () => {
  it('says that the page is for others and who can help', async () => {
    const answer = await sam.get('/assignments/new');
    expect(answer.status).toBe(403);
    expect(answer.words).toContain('Your manager can tell you who to ask.');
  });
});

describe('a bug', () => {
  const breakCourses = () => app.db.query('alter table course rename to course_away');
  const mendCourses = () => app.db.query('alter table course_away rename to course');

  it('is a plain apology with the request’s id, and one line in the log with the reason', async () => {
    await breakCourses();
    const answer = await sam.get('/courses?driver=friendly').finally(mendCourses);
    expect(answer.status).toBe(500);
    expect(answer.words).toContain('Sorry, that went wrong on our side');
    const id = answer.headers.get('x-request-id')!;
    expect(answer.words).toContain(`quote ${id}`);
    expect(answer.text).not.toMatch(/relation|course_away|select|node_modules|\.ts:|\.js:/);
    expect(log).toHaveLength(1);
    expect(log[0]).toMatchObject({
      level: 50,
      req: { id, method: 'GET', path: '/courses' },
      res: { status: 500 },
      err: { message: expect.stringContaining('relation "course" does not exist'), stack: expect.any(String) },
    });
  });

  it('leaves the next request unharmed', async () => expect((await sam.get('/courses')).status).toBe(200));
});

describe('the log', () => {
  it('has one line a request, without what people typed', async () => {
    await sam.get('/courses?secret=in-the-address');
    await sam.post('/sign-in', { login: '100001', password: 'in-the-form' });
    expect(log.map((line) => [line.level, line.req, line.res])).toEqual([
      [30, expect.objectContaining({ method: 'GET', path: '/courses' }), { status: 200 }],
      [30, expect.objectContaining({ method: 'POST', path: '/sign-in' }), { status: 422 }],
    ]);
    expect(JSON.stringify(log)).not.toMatch(/in-the-(address|form)|cxu=/);
  });

  it('finds nothing wrong with somebody who has to sign in first, or asked for what is not there', async () => {
    await app.visitor().get('/record');
    await app.visitor().get('/no-such-page');
    expect(log.map((line) => [line.level, line.err])).toEqual([
      [30, undefined],
      [30, undefined],
    ]);
  });
});

/** Sends the path as it stands: fetch would tidy it up first. */
function raw(path: string): Promise<{ status: number | undefined; text: string; headers: Record<string, unknown> }> {
  const { hostname, port } = new URL(app.url);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode, text, headers: response.headers }));
    }).on('error', reject);
  });
}
