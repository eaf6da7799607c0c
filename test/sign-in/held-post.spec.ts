import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { PASSWORD, peopleWithPasswords } from './people.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await peopleWithPasswords(app);
});
afterAll(() => app.stop());

async function signedIn(login: string, browser = app.visitor(), next = '/'): Promise<Browserless> {
  await browser.get('/sign-in');
  expect((await browser.post('/sign-in', { login, password: PASSWORD, next })).status).toBe(303);
  return browser;
}

async function sessionEnds(): Promise<void> {
  await app.db.query('delete from session');
}

describe('an answer sent after the session had ended', () => {
  it('comes back to the same person with its fields intact, to be sent', async () => {
    const browser = await signedIn('100001');
    await browser.get('/held/none');
    await sessionEnds();
    const kept = await browser.post('/held-anywhere', {
      words: 'I’d say "sorry" & mean it',
      unit: ['1', '2'],
      password: 'hush',
    });
    expect(kept.location).toMatch(/^\/sign-in\?next=%2Fheld%2F[\w-]+$/);
    const form = await browser.get(kept.location!);
    const next = /name="next" value="([^"]+)"/.exec(form.text)![1]!;
    const back = await browser.post('/sign-in', { login: '100001', password: PASSWORD, next });
    expect(back.location).toBe(next);
    const page = await browser.get(next);
    expect(page.words).toContain('Your answer is still here');
    expect(page.words).toContain('I’d say "sorry" & mean it');
    expect(page.text).toContain('action="/held-anywhere"');
    expect(page.text.match(/name="unit" value="[12]"/g)).toHaveLength(2);
    expect(page.text).not.toContain('hush');
  });

  it('is kept too when only the token had run out', async () => {
    const browser = await signedIn('100001');
    const kept = await browser.post('/held-anywhere', { words: 'still here', _csrf: 'stale' });
    expect(kept.location).toMatch(/^\/held\//);
    expect((await browser.get(kept.location!)).words).toContain('still here');
  });

  it('is never shown to somebody else', async () => {
    const browser = await signedIn('100001');
    await browser.get('/held/none');
    await sessionEnds();
    const kept = await browser.post('/held-anywhere', { words: 'for Sam only' });
    const path = decodeURIComponent(kept.location!.split('next=')[1]!);
    const eleri = await signedIn('150001');
    const page = await eleri.get(path);
    expect(page.status).toBe(404);
    expect(page.text).not.toContain('for Sam only');
    expect((await eleri.post(`${path}/discard`)).status).toBe(303);
    const sam = await signedIn('100001');
    expect((await sam.get(path)).words).toContain('for Sam only');
  });

  it('is not given to the colleague who signed in on the same counter PC meanwhile', async () => {
    const browser = await signedIn('100001');
    const samsForm = /name="_csrf" value="([^"]+)"/.exec((await browser.get('/held/none')).text)![1]!;
    await browser.post('/sign-out');
    await signedIn('150001', browser);
    const whileEleri = await browser.post('/held-anywhere', { words: 'for Sam only', _csrf: samsForm });
    expect([whileEleri.status, whileEleri.location]).toEqual([403, null]);
    await browser.get('/held/none');
    await browser.post('/sign-out');
    const kept = await browser.post('/held-anywhere', { words: 'for Sam again', _csrf: samsForm });
    const path = decodeURIComponent(kept.location!.split('next=')[1]!);
    expect((await (await signedIn('150001')).get(path)).status).toBe(404);
    expect((await (await signedIn('100001')).get(path)).words).toContain('for Sam again');
  });

  it('can be thrown away, and is gone after a day', async () => {
    const browser = await signedIn('100001');
    const first = await browser.post('/held-anywhere', { words: 'no more', _csrf: 'stale' });
    await browser.get(first.location!);
    await browser.post(`${first.location!}/discard`);
    expect((await browser.get(first.location!)).status).toBe(404);
    const second = await browser.post('/held-anywhere', { words: 'old', _csrf: 'stale' });
    await app.db.query(`update held_post set held_at = held_at - interval '25 hours'`);
    expect((await browser.get(second.location!)).status).toBe(404);
  });

  it('of a stranger is not kept', async () => {
    const stranger = app.visitor();
    await stranger.get('/sign-in');
    const answer = await stranger.post('/held-anywhere', { words: 'who knows', _csrf: 'made-up' });
    expect(answer.status).toBe(403);
    expect(answer.words).toContain('Go back, reload the page and send it again.');
  });

  it('is never given back to another site', async () => {
    const browser = await signedIn('100001');
    const answer = await browser.post('//evil.example/x', { words: 'hello', _csrf: 'stale' });
    expect(answer.status).toBe(403);
    expect(await app.db.query(`select 1 from held_post where path like '%evil%'`)).toEqual([]);
  });

  it('signing out after the session had ended is just signing out', async () => {
    const browser = await signedIn('100001');
    await browser.get('/held/none');
    await sessionEnds();
    expect((await browser.post('/sign-out')).location).toBe('/sign-in');
  });
});
