import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import {
  comeIn,
  counter,
  CounterBrowser,
  counterWorld,
  enrol,
  freshStart,
  idle,
  idOf,
  PASSWORD,
  signedIn,
} from './shared-devices-world.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await counterWorld(app);
});
afterAll(() => app.stop());
beforeEach(() => freshStart(app));

async function samAtWork(): Promise<CounterBrowser> {
  const browser = await counter(app);
  await comeIn(browser, 'Sam Kaur');
  return browser;
}

const idleSeconds = async () =>
  (
    await app.db.one<{ s: number }>(
      'select extract(epoch from clock_timestamp() - active_at)::int as s from shared_session',
    )
  )?.s;

describe('somebody idle on a shared device', () => {
  it.each([
    [100, 200, null],
    [125, 200, null],
    [131, 303, '/counter'],
    [40_000, 303, '/counter'],
  ])('for %d seconds is answered %d', async (seconds, status, location) => {
    const browser = await samAtWork();
    await idle(app, seconds);
    const answer = await browser.get('/courses');
    expect([answer.status, answer.location]).toEqual([status, location]);
  });

  it('is asked for the PIN whatever their browser does: by a page, a script, a form, a picture', async () => {
    for (const ask of [
      (browser: CounterBrowser) => browser.get('/record'),
      (browser: CounterBrowser) => browser.quietly('/messages'),
      (browser: CounterBrowser) =>
        browser.send('GET', '/content/images/none.svg', undefined, { 'sec-fetch-dest': 'image' }),
    ]) {
      await freshStart(app);
      const browser = await samAtWork();
      await idle(app, 131);
      expect((await ask(browser)).location).toBe('/counter');
      expect((await browser.get('/courses')).location).toBe('/counter');
    }
  });

  it('is there again with every link and form, not with what a page fetches by itself', async () => {
    const browser = await samAtWork();
    await idle(app, 100);
    await browser.quietly('/messages');
    expect(await idleSeconds()).toBeGreaterThanOrEqual(100);
    await browser.get('/courses');
    expect(await idleSeconds()).toBeLessThan(5);
  });

  it('is there as long as their page says so, as far back as it says', async () => {
    const browser = await samAtWork();
    await browser.get('/courses');
    await idle(app, 110);
    expect((await browser.post('/counter/here', { idle: 20 })).text).toBe('{"locksAfter":120}');
    expect(await idleSeconds()).toBeLessThan(25);
    await browser.post('/counter/here', { idle: 100 });
    expect(await idleSeconds()).toBeLessThan(25);
    await idle(app, 131);
    expect((await browser.post('/counter/here', { idle: 0 })).status).toBe(403);
  });

  it('is idle by real time, whatever day it is in the product', async () => {
    const browser = await samAtWork();
    app.clock.set('2027-02-11T23:00:00Z');
    expect((await browser.get('/courses')).status).toBe(200);
    app.clock.set('2027-02-10T10:00:00Z');
    expect((await browser.get('/courses')).status).toBe(200);
  });

  it('in an ordinary browser stays as long as ever', async () => {
    const sam = await signedIn(app, '100001');
    await idle(app, 10_000);
    expect((await sam.get('/courses')).status).toBe(200);
  });
});

describe('after a lock', () => {
  it('the same person comes back to the page where they were', async () => {
    const browser = await samAtWork();
    await browser.get('/courses?driver=friendly');
    await browser.get('/');
    await browser.get('/courses?driver=knowledge');
    await browser.post('/counter/lock');
    expect((await comeIn(browser, 'Sam Kaur')).location).toBe('/courses?driver=knowledge');
  });

  it('another person comes to theirs, and each of them again', async () => {
    const browser = await samAtWork();
    await browser.get('/courses?driver=knowledge');
    await browser.post('/counter/lock');
    expect((await comeIn(browser, 'Eleri Pugh')).location).toBe('/');
    await browser.get('/record');
    await browser.post('/counter/lock');
    expect((await comeIn(browser, 'Sam Kaur')).location).toBe('/courses?driver=knowledge');
    await browser.get('/courses?driver=knowledge');
    await browser.post('/counter/lock');
    expect((await comeIn(browser, 'Eleri Pugh')).location).toBe('/record');
  });

  it('who signed out comes home', async () => {
    const browser = await samAtWork();
    await browser.get('/courses?driver=knowledge');
    expect((await browser.post('/sign-out')).location).toBe('/counter');
    expect((await comeIn(browser, 'Sam Kaur')).location).toBe('/');
  });

  it('a form that was sent too late waits for its writer, and for nobody else', async () => {
    const browser = await samAtWork();
    await browser.get('/courses');
    await idle(app, 131);
    const late = await browser.post('/held-anywhere', { words: 'It took me three tries' });
    expect([late.status, late.location]).toEqual([303, '/counter']);
    const eleri = await comeIn(browser, 'Eleri Pugh');
    expect(eleri.location).toBe('/');
    await browser.get('/');
    await browser.post('/counter/lock');
    const back = await comeIn(browser, 'Sam Kaur');
    expect(back.location).toMatch(/^\/held\//);
    expect((await browser.get(back.location!)).words).toContain('It took me three tries');
  });

  it('of somebody who was never there nothing is kept', async () => {
    const browser = await samAtWork();
    await browser.get('/courses');
    const token = browser.csrf.replace(/^\d+/, String(await idOf(app, '100002')));
    await idle(app, 131);
    expect((await browser.post('/held-anywhere', { words: 'As Pat', _csrf: token })).status).toBe(403);
  });

  it('the strip of a page that was locked meanwhile still leads to the names', async () => {
    const browser = await samAtWork();
    await browser.get('/courses');
    await idle(app, 131);
    expect((await browser.post('/counter/lock')).location).toBe('/counter');
    expect((await browser.post('/sign-out')).location).toBe('/counter');
  });
});

describe('what somebody had typed and not sent', () => {
  const typed = JSON.stringify([
    {
      action: '/tell-us',
      fields: [
        ['words', 'It took me three'],
        ['password', 'hush'],
      ],
    },
  ]);
  const draft = async (browser: CounterBrowser, path = '/courses') =>
    (await browser.quietly(`/counter/drafts?path=${encodeURIComponent(path)}`)).text;

  it('is back on the same page for the same person, without secrets', async () => {
    const browser = await samAtWork();
    await browser.get('/courses');
    expect((await browser.post('/counter/drafts', { path: '/courses', forms: typed })).text).toBe('{"kept":true}');
    await browser.get('/courses');
    await browser.post('/counter/lock');
    await comeIn(browser, 'Sam Kaur');
    expect(JSON.parse(await draft(browser))).toEqual([{ action: '/tell-us', fields: [['words', 'It took me three']] }]);
    expect(await draft(browser, '/record')).toBe('[]');
  });

  it('is never shown to another person', async () => {
    const browser = await samAtWork();
    await browser.get('/courses');
    await browser.post('/counter/drafts', { path: '/courses', forms: typed });
    await browser.post('/counter/lock');
    await comeIn(browser, 'Eleri Pugh');
    expect(await draft(browser)).toBe('[]');
  });

  it('is forgotten once it is sent, once nothing is left of it, and with signing out', async () => {
    const browser = await samAtWork();
    const write = async () => {
      await browser.get('/courses');
      await browser.post('/counter/drafts', { path: '/courses', forms: typed });
    };
    await write();
    const sent = new URLSearchParams({ _csrf: browser.csrf, language: 'en', next: '/courses' });
    await browser.send('POST', '/language', sent, { referer: `${app.url}/courses` });
    expect(await draft(browser)).toBe('[]');
    await write();
    await browser.post('/counter/drafts', { path: '/courses', forms: '[]' });
    expect(await draft(browser)).toBe('[]');
    await write();
    await browser.post('/sign-out');
    expect(await app.db.query('select 1 from shared_draft')).toEqual([]);
  });

  it('is kept of ten pages at most, and until the working day is over', async () => {
    const browser = await samAtWork();
    await browser.get('/courses');
    for (let n = 0; n < 12; n += 1) await browser.post('/counter/drafts', { path: `/courses?n=${n}`, forms: typed });
    expect(await app.db.query('select 1 from shared_draft')).toHaveLength(10);
    await app.db.query(`update shared_draft set typed_at = typed_at - interval '13 hours'`);
    expect(await draft(browser, '/courses?n=11')).toBe('[]');
  });
});

describe('nothing of the last person', () => {
  it('is kept by the browser: no answer of a shared device may be stored, nor compared with one that was', async () => {
    const browser = await samAtWork();
    for (const path of [
      '/',
      '/courses',
      '/record',
      '/counter/drafts?path=/',
      '/no-such-page',
      '/content/images/none.svg',
    ]) {
      const { headers } = await browser.get(path);
      expect([path, headers.get('cache-control'), headers.get('etag')]).toEqual([path, 'no-store', null]);
    }
    const again = await browser.send('GET', '/counter/drafts?path=/', undefined, { 'if-none-match': '*' });
    expect(again.status).toBe(200);
  });

  it.each([
    ['locking', (browser: CounterBrowser) => browser.post('/counter/lock')],
    ['signing out', (browser: CounterBrowser) => browser.post('/sign-out')],
    [
      'having been idle',
      async (browser: CounterBrowser) => {
        await idle(app, 131);
        return browser.get('/courses');
      },
    ],
  ])('is left in cache and storage after %s', async (_, leave) => {
    const browser = await samAtWork();
    await browser.get('/courses');
    expect((await leave(browser)).headers.get('clear-site-data')).toBe('"cache", "storage"');
  });

  it('stands on the page with the names, and none of their sessions is left', async () => {
    const browser = await samAtWork();
    const before = browser.cookies.get('cxu');
    await browser.get('/courses');
    await browser.post('/counter/lock');
    const names = await browser.get('/counter');
    expect(names.text).not.toContain('your account');
    expect(names.text).not.toContain('data-shared ');
    expect(await app.db.query('select 1 from session where person_id = $1', [await idOf(app, '100001')])).toEqual([]);
    browser.cookies.set('cxu', before!);
    expect((await browser.get('/')).location).toBe('/counter');
  });

  it('is said to the next: a message for the page after is dropped', async () => {
    const browser = await samAtWork();
    await browser.get('/counter/password?next=%2Faccount%2Fpin');
    await browser.post('/counter/password', { password: PASSWORD, next: '/account/pin' });
    await browser.get('/account/pin');
    await browser.post('/account/pin', { password: PASSWORD, pin: '593027', again: '593027' });
    expect(browser.cookies.has('cxu-flash')).toBe(true);
    await browser.post('/counter/lock', { _csrf: browser.csrf });
    expect((await browser.get('/counter')).words).not.toContain('Your PIN is set');
  });

  it('is of use to the next: their token sends no form', async () => {
    const browser = await samAtWork();
    await browser.get('/courses');
    const sams = browser.csrf;
    await browser.post('/counter/lock');
    await comeIn(browser, 'Eleri Pugh');
    await browser.get('/');
    expect((await browser.post('/held-anywhere', { words: 'as Eleri', _csrf: sams })).status).toBe(403);
    expect((await browser.post('/sign-out', { _csrf: sams })).status).toBe(403);
    expect((await browser.get('/')).words).toContain('Eleri Pugh, your account');
  });

  it('is their language: the names stay in the one that was chosen while nobody was in', async () => {
    const browser = await samAtWork();
    await browser.get('/');
    await browser.post('/language', { language: 'cy', next: '/' });
    expect((await browser.get('/')).text).toContain('lang="cy-GB"');
    await browser.post('/counter/lock');
    expect((await browser.get('/counter')).text).toContain('lang="en-GB"');
    await app.db.query(`update person set language = 'en'`);
    await browser.post('/language', { language: 'cy', next: '/counter' });
    expect((await browser.get('/counter')).text).toContain('lang="cy-GB"');
  });

  it('is filled in by the browser: fields say so', async () => {
    const browser = await counter(app);
    const page = await browser.get('/sign-in');
    expect(page.text).toMatch(/id="login"[^>]*autocomplete="off"/);
    expect(page.text).toMatch(/id="password"[^>]*autocomplete="one-time-code"/);
    const ordinary = await app.visitor().get('/sign-in');
    expect(ordinary.text).toMatch(/id="login"[^>]*autocomplete="username"/);
  });
});

describe('the strip above every page', () => {
  it('names the device and offers both ways to leave, at all times and on no ordinary browser', async () => {
    const browser = await samAtWork();
    for (const path of ['/', '/courses', '/no-such-page']) {
      const { words } = await browser.get(path);
      expect(words).toMatch(/Counter 1, Ashbridge Somebody else Lock/);
    }
    expect((await (await signedIn(app, '100001')).get('/')).text).not.toContain('class="shared"');
  });
});

describe('in the list of somebody’s sessions', () => {
  it('one on a shared device says so, and ending it from elsewhere locks it', async () => {
    const browser = await samAtWork();
    const elsewhere = await signedIn(app, '100001');
    const { words } = await elsewhere.get('/account/sessions');
    expect(words).toContain('On a shared counter PC');
    await elsewhere.post('/account/sessions/sign-out-elsewhere');
    expect((await browser.get('/courses')).location).toBe('/counter');
  });
});

describe('when the database was away', () => {
  it('a shared session goes on where it was: nothing of it is held by a process', async () => {
    const browser = await samAtWork();
    await app.db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    const answers = await untilReady(() => browser.get('/courses'));
    expect(answers.pop()).toMatchObject({ status: 200, words: expect.stringContaining('Counter 1, Ashbridge') });
    for (const { words } of answers) expect(words).toContain('Not ready yet');
  });
});

/** Every answer up to the first that is not “not ready yet”: whoever asks before the broken lines are noticed reads that. */
async function untilReady<T extends { status: number }>(ask: () => Promise<T>): Promise<T[]> {
  const answers = [await ask()];
  while (answers.length < 20 && answers.at(-1)?.status === 503) answers.push(await ask());
  return answers;
}

describe('under an https address', () => {
  it('the device’s cookie belongs to this host alone and travels by https only', async () => {
    const secure = await startTestApp({ env: { CXU_URL: 'https://learn.example.org' } });
    await counterWorld(secure);
    const browser = new CounterBrowser(secure.url);
    await browser.get('/sign-in');
    await browser.post('/sign-in', { login: '150001', password: PASSWORD });
    const answer = await enrol(browser, 'Counter 1');
    const cookie = answer.headers.getSetCookie().find((line) => line.includes('cxu-shared='));
    expect(cookie).toMatch(/^__Host-cxu-shared=[\w-]{43}; .*Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
    await browser.get('/');
    expect((await browser.post('/counter/lock')).location).toBe('/counter');
    expect((await comeIn(browser, 'Sam Kaur')).location).toBe('/');
    await secure.stop();
  });
});
