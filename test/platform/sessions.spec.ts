import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../support/app.js';
import { Browserless } from '../support/browserless.js';
import { idOf, PASSWORD, peopleWithPasswords } from '../sign-in/people.js';

const HTTPS = { CXU_URL: 'https://learn.example.org', TRUST_PROXY: '1' };

async function signedIn(app: TestApp, browser = app.visitor(), login = '100001') {
  await browser.get('/sign-in');
  const answer = await browser.post('/sign-in', { login, password: PASSWORD });
  expect([answer.status, answer.location]).toEqual([303, '/']);
  return { browser, cookies: answer.headers.getSetCookie() };
}

const expiries = async (app: TestApp) =>
  (await app.db.query<{ expire: Date; xmin: string }>('select expire, xmin::text from session')).map((row) => row.xmin);

describe('a session on plain http', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    await peopleWithPasswords(app);
  });
  afterAll(() => app.stop());

  it('is not begun for visitors', async () => {
    const visitor = app.visitor();
    await visitor.get('/sign-in');
    await visitor.get('/no-such-page');
    await visitor.post('/sign-in', { login: '100001', password: 'wrong' });
    expect([visitor.cookies.has('cxu'), await expiries(app)]).toEqual([false, []]);
  });

  it('has a cookie that scripts and other sites cannot use', async () => {
    const { cookies } = await signedIn(app);
    const cookie = cookies.find((line) => line.startsWith('cxu='));
    expect(cookie).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect(cookies.join()).not.toMatch(/Secure|Domain/i);
  });

  it('is written when it begins and, however many pages are read, not again for five minutes', async () => {
    await app.db.query('delete from session');
    const { browser } = await signedIn(app);
    const written = await expiries(app);
    for (const path of ['/', '/record', '/courses', '/no-such-page', '/record']) await browser.get(path);
    expect(await expiries(app)).toEqual(written);
  });

  it('that has run out leads to the sign-in page and back', async () => {
    const { browser } = await signedIn(app);
    expect((await browser.get('/record')).status).toBe(200);
    await app.db.query(`update session set expire = now() - interval '1 second'`);
    expect((await browser.get('/record')).location).toBe('/sign-in?next=%2Frecord');
  });

  it.each(['s%3Amade-up.signature', 'made-up', 's%3A', '%E0%A4%A', ''])(
    'with the cookie %j is nobody’s',
    async (cookie) => {
      const browser = app.visitor();
      browser.cookies.set('cxu', cookie);
      expect((await browser.get('/record')).location).toBe('/sign-in?next=%2Frecord');
    },
  );

  it('of a person whose posting has closed is nobody’s, at once', async () => {
    const { browser } = await signedIn(app, app.visitor(), '150001');
    expect((await browser.get('/record')).status).toBe(200);
    const eleri = await idOf(app, '150001');
    await app.db.query(`update posting set valid = daterange(lower(valid), '2027-02-10') where person_id = $1`, [
      eleri,
    ]);
    expect((await browser.get('/record')).location).toMatch(/^\/sign-in/);
    expect((await browser.get('/sign-in')).status).toBe(200);
  });

  it('takes no form with the token of another session', async () => {
    const [one, other] = [await signedIn(app), await signedIn(app)];
    const token = /name="_csrf" value="([^"]+)"/.exec((await other.browser.get('/record')).text)![1]!;
    const answer = await one.browser.post('/sign-out', { _csrf: token });
    expect(answer.status).toBe(403);
    expect((await one.browser.get('/record')).status).toBe(200);
    one.browser.cookies.set('cxu-csrf', other.browser.cookies.get('cxu-csrf')!);
    expect((await one.browser.post('/sign-out', { _csrf: token })).status).toBe(403);
    expect((await other.browser.post('/sign-out', { _csrf: token })).status).toBe(303);
  });

  it('leaves the forms of other tabs as they were when one request could not be read', async () => {
    const { browser } = await signedIn(app);
    const token = /name="_csrf" value="([^"]+)"/.exec((await browser.get('/record')).text)![1]!;
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await browser.send('POST', '/tell-us', `a=${'x'.repeat(2_000_000)}`, form)).status).toBe(413);
    expect((await browser.post('/sign-out', { _csrf: token })).location).toBe('/sign-in');
    expect((await browser.get('/record')).location).toMatch(/^\/sign-in/);
  });

  it('keeps what somebody wrote when only the token was stale', async () => {
    const { browser } = await signedIn(app);
    const answer = await browser.post('/tell-us', { words: 'worth keeping', _csrf: 'stale' });
    expect(answer.status).toBe(303);
    expect((await browser.get(answer.location!)).words).toContain('worth keeping');
  });
});

describe('a session under an https address', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ env: HTTPS });
    await peopleWithPasswords(app);
  });
  afterAll(() => app.stop());

  it('has a cookie that travels by https only and belongs to this host alone', async () => {
    const { cookies, browser } = await signedIn(app, new ByProxy(app.url));
    const session = cookies.find((line) => line.startsWith('__Host-cxu='));
    expect(session).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
    for (const cookie of cookies) expect(cookie).toMatch(/; Secure/);
    expect([...browser.cookies.keys()].sort()).toEqual(['__Host-cxu', '__Host-cxu-csrf', 'cxu-device']);
    expect((await browser.get('/record')).status).toBe(200);
  });

  it('begins also behind a proxy that does not say how people came', async () => {
    const { browser } = await signedIn(app);
    expect((await browser.get('/record')).status).toBe(200);
  });

  it('promises https to browsers from then on', async () => {
    const { headers } = await app.visitor().get('/sign-in');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  });
});

/** As a proxy in front of us hands requests on. */
class ByProxy extends Browserless {
  override send(method: string, path: string, body?: URLSearchParams | string, headers: Record<string, string> = {}) {
    const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' };
    return super.send(method, path, body, { ...forwarded, ...headers });
  }
}
