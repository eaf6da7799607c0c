import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../support/app.js';
import { Browserless } from '../support/browserless.js';
import { idOf, PASSWORD, peopleWithPasswords } from './people.js';

const PHONE =
  'Mozilla/5.0 (Linux; Android 14; SM-A556B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await peopleWithPasswords(app);
});
afterAll(() => app.stop());
beforeEach(() => app.db.query('delete from session'));

/** A browser that says what it is. */
class Named extends Browserless {
  override send(method: string, path: string, body?: URLSearchParams | FormData | string) {
    return super.send(method, path, body, { 'user-agent': PHONE });
  }
}

async function signedIn(login = '100001', browser: Browserless = app.visitor()): Promise<Browserless> {
  await browser.get('/sign-in');
  expect((await browser.post('/sign-in', { login, password: PASSWORD })).status).toBe(303);
  return browser;
}

const endings = (html: string) =>
  [...html.matchAll(/action="(\/account\/sessions\/[\da-f-]{36}\/end)"/g)].map((m) => m[1]!);
const isIn = async (browser: Browserless) => (await browser.get('/account')).status === 200;
const audited = async (reference: string) =>
  (
    await app.db.query<{ detail: { sessions: number } }>(
      `select detail from audit_entry where action = 'signIn.endedSessions' and subject_id = $1::text order by id desc`,
      [await idOf(app, reference)],
    )
  ).map(({ detail }) => detail.sessions);

describe('the list of one’s sessions', () => {
  it('says of each what it is, how it began, and which one this is', async () => {
    await signedIn('100001', new Named(app.url));
    const here = await signedIn();
    const page = await here.get('/account/sessions');
    expect(page.words).toMatch(/Where you’re signed in Here and in 1 other place\. A browser This one Signed in/);
    expect(page.words).toMatch(/Chrome on Android Signed in \d+ \w+ \d{4} at \d\d:\d\d With your password Last used/);
    expect(page.text).not.toContain(here.cookies.get('cxu')!.slice(4, 20));
  });

  it('holds nobody else’s', async () => {
    await signedIn('150001', new Named(app.url));
    const page = await (await signedIn()).get('/account/sessions');
    expect(page.words).toContain('Only here.');
    expect(endings(page.text)).toHaveLength(1);
  });

  it('leaves out what has run out', async () => {
    await signedIn('100001', new Named(app.url));
    await app.db.query(`update session set expire = now() - interval '1 second'`);
    expect((await (await signedIn()).get('/account/sessions')).words).toContain('Only here.');
  });

  it('has one address that ends one of them, and the same again changes nothing', async () => {
    const phone = await signedIn('100001', new Named(app.url));
    const here = await signedIn();
    const [, other] = endings((await here.get('/account/sessions')).text);
    for (let i = 0; i < 2; i++) {
      const answer = await here.post(other!);
      expect([answer.status, answer.location]).toEqual([303, '/account/sessions']);
    }
    expect([await isIn(phone), await isIn(here)]).toEqual([false, true]);
    expect((await audited('100001'))[0]).toBe(1);
  });

  it('ends this one too', async () => {
    const here = await signedIn();
    const [own] = endings((await here.get('/account/sessions')).text);
    expect((await here.post(own!)).location).toBe('/sign-in');
    expect(await isIn(here)).toBe(false);
  });
});

describe('signing out', () => {
  it('everywhere else leaves this one', async () => {
    const [phone, here, eleri] = [
      await signedIn('100001', new Named(app.url)),
      await signedIn(),
      await signedIn('150001'),
    ];
    await here.get('/account/sessions');
    expect((await here.post('/account/sessions/sign-out-elsewhere')).location).toBe('/account/sessions');
    expect([await isIn(phone), await isIn(here), await isIn(eleri)]).toEqual([false, true, true]);
    expect((await here.get('/account/sessions')).words).toContain('Only here.');
  });

  it('everywhere ends all, and a second click just leads to signing in', async () => {
    const [phone, here] = [await signedIn('100001', new Named(app.url)), await signedIn()];
    await here.get('/account/sessions');
    for (let i = 0; i < 2; i++) {
      const answer = await here.post('/account/sessions/sign-out-everywhere');
      expect([answer.status, answer.location]).toEqual([303, '/sign-in']);
    }
    expect([await isIn(phone), await isIn(here)]).toEqual([false, false]);
    expect((await audited('100001'))[0]).toBe(2);
  });
});

describe('a new password', () => {
  const change = (browser: Browserless, current: string, password: string) =>
    browser.post('/account/password', { current, password });

  it('is chosen by whoever knows the present one, and ends the other sessions', async () => {
    const [phone, here] = [await signedIn('150001', new Named(app.url)), await signedIn('150001')];
    expect((await here.get('/account/password')).words).toContain('Change your password');
    const wrong = await change(here, 'not it', 'three words together');
    expect([wrong.status, wrong.words.includes('That isn’t your present password.')]).toEqual([422, true]);
    const weak = await change(here, PASSWORD, 'short');
    expect([weak.status, weak.words.includes('at least 10 characters')]).toEqual([422, true]);
    expect(await isIn(phone)).toBe(true);
    const answer = await change(here, PASSWORD, 'three words together');
    expect([answer.status, answer.location]).toEqual([303, '/account']);
    expect([await isIn(phone), await isIn(here)]).toEqual([false, true]);
    await here.get('/account/password');
    expect((await change(here, 'three words together', PASSWORD)).status).toBe(303);
  });

  it('is not guessed at from an open session', async () => {
    const here = await signedIn();
    await here.get('/account/password');
    const tries = [];
    for (let i = 0; i < 7; i++) tries.push((await change(here, `guess ${i}`, 'three words together')).words);
    expect(tries[6]).toContain('Too many tries in a row.');
    await app.db.query('delete from sign_in_failure');
  });
});

describe('an outsider', () => {
  it('ends nobody else’s session by its address', async () => {
    const eleri = await signedIn('150001');
    const [hers] = endings((await eleri.get('/account/sessions')).text);
    const sam = await signedIn();
    await sam.get('/account/sessions');
    expect((await sam.post(hers!)).status).toBe(303);
    expect((await sam.post('/account/sessions/1%27--/end')).status).toBe(303);
    expect(await isIn(eleri)).toBe(true);
  });

  it('who is no administrator signs nobody out', async () => {
    const eleri = await signedIn('150001');
    const sam = await signedIn();
    await sam.get('/account');
    expect((await sam.post('/people/150001/sign-out')).status).toBe(403);
    expect(await isIn(eleri)).toBe(true);
  });
});

describe('an administrator', () => {
  it('signs a person out everywhere, which is in the audit log', async () => {
    await app.db.query(`update posting set role = 'administrator' where person_id = $1`, [await idOf(app, '150001')]);
    const [sam, phone] = [await signedIn(), await signedIn('100001', new Named(app.url))];
    const ros = await signedIn('150001');
    const card = await ros.get('/people/100001');
    expect(card.words).toMatch(/Signing in Signed in in 2 browsers, last used on .* Print a code to choose a password/);
    const ask = await ros.get('/people/100001/sign-out');
    expect(ask.words).toMatch(/Sign Sam Kaur out everywhere .* Chrome on Android/);
    expect((await ros.get('/people/nobody/sign-out')).status).toBe(404);
    const answer = await ros.post('/people/100001/sign-out', { next: '/people/100001' });
    expect([answer.status, answer.location]).toEqual([303, '/people/100001']);
    expect([await isIn(sam), await isIn(phone), await isIn(ros)]).toEqual([false, false, true]);
    expect((await audited('100001'))[0]).toBe(2);
    expect((await ros.post('/people/100001/sign-out', { next: '//evil.example' })).location).toBe('/');
    expect((await ros.post('/people/nobody/sign-out')).status).toBe(404);
    await app.db.query(`update posting set role = 'postmaster' where person_id = $1`, [await idOf(app, '150001')]);
  });
});
