import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { comeIn, counter, counterWorld, freshStart, nameOf } from './shared-devices-world.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await counterWorld(app);
});
afterAll(() => app.stop());
beforeEach(() => freshStart(app));

describe('a shared device', () => {
  it('opens for a name and a PIN', async () => {
    const browser = await counter(app);
    expect(await nameOf(browser, 'Sam Kaur')).toMatch(/^\/counter\/people\/[\w-]{16}$/);
    const answer = await comeIn(browser, 'Sam Kaur');
    expect([answer.status, answer.location]).toEqual([303, '/']);
    expect((await browser.get('/')).words).toContain('Sam');
  });
});
