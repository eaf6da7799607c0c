import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DeliveryService } from '../../src/notifications/delivery/delivery.service.js';
import { idOf, peopleWithPasswords } from '../sign-in/people.js';
import { startTestApp, type TestApp } from '../support/app.js';
import {
  describeInBrowser,
  DESK,
  launchBrowser,
  openBrowser,
  PHONE,
  sidewaysScroll,
  violationsOf,
} from '../support/browser.js';
import { type TestMailServer, startMailServer } from './mail-server.js';
import { message, plan, registerRotas } from './messages.js';

describeInBrowser('messages, as Sam and Ros meet them', () => {
  let app: TestApp;
  let server: TestMailServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await startMailServer();
    app = await startTestApp({ env: { SMTP_URL: server.url } });
    await peopleWithPasswords(app);
    registerRotas(app);
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    await server?.stop();
  });

  const sound = async (page: Page) => {
    for (const size of [DESK, PHONE, { width: 320, height: 640 }]) {
      await page.setViewportSize(size);
      expect(await violationsOf(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    }
  };

  it('a forgotten password: from the sign-in page to a new one and in', async () => {
    const { page, visit, leave } = await openBrowser(browser, app, PHONE);
    await visit('/sign-in');
    await page.getByRole('link', { name: 'Forgotten your password, or here for the first time?' }).click();
    await page.getByLabel('Personnel reference or e-mail').fill('100001');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await page.getByRole('heading', { name: 'Look at your e-mail' }).waitFor();
    await app.runJobs();
    const link = /Choose a new password: http:\/\/[^/]+(\/\S+)/.exec(server.received[0]!.text)![1]!;
    await visit(link);
    await sound(page);
    await page.getByLabel('New password').fill('short');
    await page.getByRole('button', { name: 'Set my password' }).click();
    await page.getByText('There is a problem').waitFor();
    await sound(page);
    await page.getByLabel('New password').fill('three words together');
    await page.getByRole('button', { name: 'Set my password' }).click();
    await page.getByText('Your new password is set.').waitFor();
    await page.getByLabel('Personnel reference or e-mail').fill('100001');
    await page.getByLabel('Password').fill('three words together');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('link', { name: '1 unread message' }).waitFor();
    await visit(link);
    await page.getByRole('heading', { name: 'This link can’t be used any more' }).waitFor();
    await sound(page);
    await leave();
  }, 120_000);

  it('unread messages: seen at the top, opened, gone from the count', async () => {
    await plan(app, [
      message(await idOf(app, '100001'), {
        facts: { what: 'Ŵyn, a word-that-is-very-long-and-has-no-place-to-break-at-all-in-it-anywhere' },
      }),
    ]);
    await app.nest.get(DeliveryService).deliver();
    const { page, visit, leave } = await openBrowser(browser, app, PHONE);
    await visit('/sign-in');
    await page.getByLabel('Personnel reference or e-mail').fill('100001');
    await page.getByLabel('Password').fill('three words together');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('link', { name: '2 unread messages' }).click();
    await sound(page);
    await page.getByRole('link', { name: /Ŵyn/ }).click();
    await sound(page);
    await page.getByRole('link', { name: 'All messages' }).click();
    await page.getByRole('link', { name: '1 unread message' }).waitFor();
    await leave();
  }, 120_000);

  it('the letter itself reads on a phone', async () => {
    const { page, leave } = await openBrowser(browser, app, PHONE);
    await page.setContent(server.received.at(-1)!.html);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    expect(await violationsOf(page)).toEqual([]);
    await leave();
  });
});
