import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import {
  comeIn,
  counter,
  CounterBrowser,
  counterWorld,
  DEVICES,
  freshStart,
  signedIn,
} from './shared-devices-world.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await counterWorld(app);
});
afterAll(() => app.stop());
beforeEach(() => freshStart(app));

const copyOf = (browser: CounterBrowser) => {
  const copy = new CounterBrowser(app.url);
  copy.cookies.set('cxu-shared', browser.cookies.get('cxu-shared')!);
  return copy;
};

describe('a copied cookie', () => {
  it('is noticed when two browsers are used at the same time, and says from where', async () => {
    const browser = await counter(app);
    await comeIn(browser, 'Sam Kaur');
    const copy = copyOf(browser);
    await comeIn(copy, 'Eleri Pugh');
    await app.db.query(`update shared_session set displaced_at = displaced_at - interval '6 seconds'`);
    expect((await browser.get('/')).location).toBe('/counter');
    const eleri = await signedIn(app, '150001');
    expect((await eleri.get(DEVICES)).words).toMatch(
      /Two browsers used it at the same time on .* from .*127\.0\.0\.1\. Revoke it/,
    );
  });

  it('lets one person be at work at a time', async () => {
    const browser = await counter(app);
    await comeIn(browser, 'Sam Kaur');
    const copy = copyOf(browser);
    await comeIn(copy, 'Eleri Pugh');
    expect((await browser.get('/courses')).location).toBe('/counter');
    expect((await copy.get('/')).words).toContain('Eleri Pugh, your account');
  });

  it('that was made up opens nothing', async () => {
    const browser = new CounterBrowser(app.url);
    browser.cookies.set('cxu-shared', 'A'.repeat(43));
    expect((await browser.get('/')).location).toBe('/sign-in');
    expect(browser.cookies.has('cxu-shared')).toBe(false);
  });

  it('a session without it is worth nothing', async () => {
    const browser = await counter(app);
    await comeIn(browser, 'Sam Kaur');
    browser.cookies.delete('cxu-shared');
    expect((await browser.get('/')).location).toMatch(/^\/sign-in/);
  });
});

describe('an outsider', () => {
  const roads: [string, string, number][] = [
    ['100001', 'a colleague', 403],
    ['200001', 'the area manager', 403],
    ['150002', 'another branch’s postmaster', 404],
  ];

  it.each(roads)('%s (%s) enrols, names and revokes nothing', async (reference, _, status) => {
    await counter(app);
    const { id } = (await app.db.one<{ id: number }>('select max(id) as id from shared_device'))!;
    const browser = await signedIn(app, reference);
    expect((await browser.get(DEVICES)).status).toBe(status);
    const formToken = 'b7c8a1de-37b5-4d9a-8d0d-4b9f4d2f5c12';
    expect((await browser.post(DEVICES, { formToken, name: 'Mine' })).status).toBe(status);
    expect((await browser.post(`${DEVICES}/${id}/name`, { name: 'Mine' })).status).toBe(status);
    expect((await browser.post(`${DEVICES}/${id}/revocation`)).status).toBe(status);
    expect(await app.db.query('select 1 from shared_device where revoked_at is null and id = $1', [id])).toHaveLength(
      1,
    );
    expect(browser.cookies.has('cxu-shared')).toBe(false);
  });

  it('reads the same of another’s unit and of none', async () => {
    const bea = await signedIn(app, '150002');
    const strip = (text: string) => text.replace(/value="[^"]*"|[0-9a-f-]{36}|000001|999999/g, '');
    expect(strip((await bea.get(DEVICES)).text)).toBe(strip((await bea.get('/shared-devices/999999')).text));
  });

  it('revokes no device of another unit through their own', async () => {
    await counter(app);
    const { id } = (await app.db.one<{ id: number }>('select max(id) as id from shared_device'))!;
    const bea = await signedIn(app, '150002');
    await bea.get('/shared-devices/000002');
    expect((await bea.post(`/shared-devices/000002/${id}/revocation`)).status).toBe(404);
    expect((await bea.post(`/shared-devices/000002/${id}/name`, { name: 'Mine' })).status).toBe(404);
  });

  it('finds nothing of shared devices in an ordinary browser', async () => {
    const sam = await signedIn(app, '100001');
    await sam.get('/');
    expect((await sam.post('/counter/lock')).location).toBe('/');
    expect((await sam.post('/counter/drafts', { path: '/courses', forms: '[]' })).text).toBe('{"kept":false}');
    expect((await sam.get('/counter/drafts?path=/courses')).text).toBe('[]');
    expect((await sam.get('/counter/password?next=/admin')).location).toBe('/admin');
  });
});
