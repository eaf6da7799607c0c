import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { comeIn, counter, counterWorld, signedIn } from './shared-devices-world.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await counterWorld(app);
});
afterAll(() => app.stop());

const DEVICES = 'href="/shared-devices/000001"';
const CODES = 'href="/first-codes/000001"';

describe('the page of a unit', () => {
  it.each([
    ['150001', 'its postmaster', [true, true]],
    ['900001', 'an administrator', [true, true]],
    ['200001', 'its area manager', [false, true]],
    ['100001', 'a colleague at its counter', [false, false]],
  ])('leads %s (%s) to its shared devices and codes: %j', async (reference, _who, expected) => {
    const { status, text } = await (await signedIn(app, reference)).get('/units/000001');
    expect([status, text.includes(DEVICES), text.includes(CODES)]).toEqual([200, ...expected]);
  });

  it('leads its postmaster there from a shared device too, where it takes the password', async () => {
    const browser = await counter(app);
    await comeIn(browser, 'Eleri Pugh');
    expect((await browser.get('/units/000001')).text).toContain(DEVICES);
    expect((await browser.get('/shared-devices/000001')).location).toMatch(/^\/counter\/password/);
  });
});
