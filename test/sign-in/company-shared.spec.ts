import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Answer, Browserless } from '../support/browserless.js';
import { type CompanyWorld, peopleThere, startCompany } from './company-world.js';
import { forged } from './forged.js';
import { idOf } from './people.js';
import { enrol, nameOf, type CounterBrowser } from './shared-devices-world.js';

const PIN = '407281';

let world: CompanyWorld;
beforeAll(async () => {
  world = await startCompany();
  // Everybody comes through the company here: what passwords there are, nobody at the counter has one.
  await world.app.db.query('delete from credential');
});
afterAll(() => world.stop());
beforeEach(async () => {
  world.provider.people = peopleThere();
  world.provider.asked = 0;
  for (const table of ['session', 'pin', 'shared_place']) await world.app.db.query(`delete from ${table}`);
  await world.app.db.query(
    'update shared_device set revoked_at = now(), revoked_by = enrolled_by where revoked_at is null',
  );
  await world.refused();
});
afterEach(() => {
  delete world.provider.tampering.token;
});

/** The locked counter PC of Ashbridge, and what it holds for the provider: a clean half. */
async function counterPc(): Promise<{ browser: Browserless; there: Browserless }> {
  const browser = await world.app.signInAs(await idOf(world.app, '150001'));
  await enrol(browser, 'Counter 1');
  await browser.get('/');
  await browser.post('/counter/lock');
  return { browser, there: new Browserless(world.provider.issuer) };
}

/** Says yes to the provider's “do you want to sign out?”. @returns where it leads */
async function signedOutThere(there: Browserless, address: string): Promise<string> {
  const { pathname, search } = new URL(address);
  const asked = await there.get(pathname + search);
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked.text)![1]!;
  const done = await there.send('POST', '/session/end/confirm', new URLSearchParams({ xsrf, logout: 'yes' }), {
    'content-type': 'application/x-www-form-urlencoded',
  });
  const back = new URL(done.location!);
  return back.pathname + back.search;
}

/** The whole way of somebody at the counter: there, back, out there, and to where it leads in the end. */
async function comesIn(at: { browser: Browserless; there: Browserless }, who: string, next?: string): Promise<Answer> {
  const { callback } = await world.outAndBack(who, { ...at, ...(next === undefined ? {} : { next }) });
  const back = await at.browser.get(callback);
  expect([back.status, new URL(back.location!).origin]).toEqual([303, world.provider.issuer]);
  return at.browser.follow(await at.browser.get(await signedOutThere(at.there, back.location!)));
}

const whoIsIn = async (browser: Browserless) => (await browser.get('/account')).words;

describe('a colleague without a PIN at the counter', () => {
  it('finds the company’s sign-in behind their name, and no field for a password that they do not have', async () => {
    const { browser } = await counterPc();
    const page = await browser.follow(await browser.get(await nameOf(browser as CounterBrowser, 'Sam Kaur')));
    expect(page.words).toContain('Sign in with your company account');
    expect(page.words).not.toContain('Your password');
  });

  it('signs in there, chooses a PIN without any password, and gets in with it next time', async () => {
    const at = await counterPc();
    const form = await comesIn(at, 'sam');
    expect(form.words).toMatch(/You have no PIN yet\. .*Not now: go on without a PIN/);
    expect(form.words).not.toContain('Your password');
    const chosen = await at.browser.post('/account/pin', { pin: PIN, again: PIN, next: '/courses' });
    expect(chosen.location).toBe('/courses');
    expect((await at.browser.get('/courses')).words).toContain('Next time it is all you need here.');
    await at.browser.post('/counter/lock');
    const name = await nameOf(at.browser as CounterBrowser, 'Sam Kaur');
    await at.browser.get(name);
    expect((await at.browser.post(name, { pin: PIN })).location).toBe('/courses');
  });

  it('may go on without one, and comes back to where they were', async () => {
    const at = await counterPc();
    await comesIn(at, 'sam');
    await at.browser.get('/courses');
    await at.browser.post('/counter/lock');
    const form = await comesIn(at, 'sam');
    expect(form.text).toContain('href="/courses">Not now');
    expect((await at.browser.get('/counter')).location).toBe('/account/pin?next=%2Fcourses');
  });

  it('who has one and forgot it chooses another one the same way', async () => {
    const at = await counterPc();
    await comesIn(at, 'sam');
    await at.browser.post('/account/pin', { pin: PIN, again: PIN });
    await at.browser.get('/');
    await at.browser.post('/counter/lock');
    const chooser = await at.browser.get(`${await nameOf(at.browser as CounterBrowser, 'Sam Kaur')}/new-pin`);
    const link = /href="(\/sign-in\/company[^"]*)"/.exec(chooser.text)![1]!.replaceAll('&#x3D;', '=');
    const next = new URL(link, 'http://here').searchParams.get('next')!;
    const form = await comesIn(at, 'sam', next);
    expect(form.words).toContain('Choose another PIN');
    expect((await at.browser.post('/account/pin', { pin: '928306', again: '928306', next: '/counter' })).status).toBe(
      303,
    );
  });
});

describe('the provider on a counter PC', () => {
  it('is told to ask anew, and its own session ends before the work begins', async () => {
    const at = await counterPc();
    const out = await at.browser.get('/sign-in/company');
    const sent = new URL(out.location!).searchParams;
    expect([sent.get('prompt'), sent.get('max_age')]).toEqual(['login', '0']);
    await comesIn(at, 'sam');
    expect(world.provider.asked).toBe(1);
    // Other software of the company asks who is there.
    const payroll = await at.there.get(
      '/auth?client_id=payroll&response_type=code&scope=openid&code_challenge=c9o7Mv8mB0b0t0a1b2c3d4e5f6g7h8i9j0k1l2m3n4o&code_challenge_method=S256&redirect_uri=http%3A%2F%2F127.0.0.1%3A3000%2Fsign-in%2Fcompany%2Fcallback',
    );
    expect(payroll.location).toMatch(/^\/interaction\//);
  });

  it('that signs people out there does not end the work begun here; a word about all of their sessions does', async () => {
    const at = await counterPc();
    await comesIn(at, 'sam');
    expect(await whoIsIn(at.browser)).toContain('Sam Kaur, 100001');
    const kept = await world.app.db.query(
      `select provider_subject as subject, provider_session as session from session`,
    );
    expect(kept).toEqual([{ subject: 'sam', session: null }]);
    await at.browser.get('/');
    const out = await at.browser.post('/sign-out');
    expect([out.status, out.location]).toEqual([303, '/counter']);
  });

  it('that still remembers the first person asks the second one who they are', async () => {
    const at = await counterPc();
    // Sam closes the page before the provider has signed them out.
    const { callback } = await world.outAndBack('sam', at);
    await at.browser.get(callback);
    await at.browser.get('/');
    await at.browser.post('/counter/lock');
    expect(world.provider.asked).toBe(1);
    await comesIn(at, 'eleri');
    expect(world.provider.asked).toBe(2);
    expect(await whoIsIn(at.browser)).toContain('Eleri Pugh, 150001');
  });

  it.each<[string, (address: URL) => void]>([
    ['neither', ({ searchParams }) => (searchParams.delete('prompt'), searchParams.delete('max_age'))],
    ['only prompt', ({ searchParams }) => searchParams.delete('max_age')],
  ])(
    'and is sent %s of what tells it to ask: the proof says so, and the first person is not let in again',
    async (_, tamper) => {
      const at = await counterPc();
      const { callback } = await world.outAndBack('sam', at);
      await at.browser.get(callback);
      await at.browser.get('/');
      await at.browser.post('/counter/lock');
      const back = await world.outAndBack('eleri', { ...at, tamper });
      const answer = await at.browser.get(back.callback);
      if (answer.status === 403) expect(answer.words).toContain('Prove who you are again');
      else expect(await whoIsIn(at.browser)).toContain('Eleri Pugh, 150001');
      expect(await whoIsIn(at.browser)).not.toContain('Sam Kaur');
    },
  );

  it('that names an hour-old proof is refused, and an administrator reads what to change', async () => {
    const at = await counterPc();
    world.provider.tampering.token = async (body) => ({
      ...body,
      id_token: forged(body.id_token as string, {
        claims: { auth_time: Math.floor(Date.now() / 1000) - 3_600 },
        key: world.provider.key,
      }),
    });
    const { callback } = await world.outAndBack('sam', at);
    const answer = await at.browser.get(callback);
    expect([answer.status, answer.words]).toEqual([403, expect.stringContaining('Prove who you are again')]);
    expect(await world.refused()).toEqual(['remembered auth_time']);
    expect((await at.browser.get('/courses')).location).toBe('/counter');
  });

  it('that never says when somebody proved who they are is refused', async () => {
    const at = await counterPc();
    world.provider.tampering.token = async (body) => ({
      ...body,
      id_token: forged(body.id_token as string, { claims: { auth_time: undefined }, key: world.provider.key }),
    });
    const { callback } = await world.outAndBack('sam', at);
    expect((await at.browser.get(callback)).status).toBe(403);
    expect(await world.refused()).toEqual(['remembered no auth_time']);
  });

  it('without a sign-out of its own still lets people in, and asks the next one', async () => {
    const fresh = await startCompany();
    try {
      fresh.provider.tampering.discovery = (body) => ({ ...body, end_session_endpoint: undefined });
      const browser = await fresh.app.signInAs(await idOf(fresh.app, '150001'));
      await enrol(browser, 'Counter 1');
      await browser.get('/');
      await browser.post('/counter/lock');
      const { callback } = await fresh.outAndBack('sam', { browser });
      expect((await browser.get(callback)).location).toBe('/counter');
    } finally {
      await fresh.stop();
    }
  });

  it('a way that began before the browser was shared does not end in it', async () => {
    const browser = world.app.visitor();
    const { callback } = await world.outAndBack('sam', { browser });
    const { browser: pc } = await counterPc();
    for (const [name, value] of pc.cookies) if (name === 'cxu-shared') browser.cookies.set(name, value);
    expect((await browser.get(callback)).status).toBe(403);
    expect(await world.refused()).toEqual(['remembered visit']);
  });
});
