import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { DeclaredRoutes } from '../../src/platform/web/declared-routes.js';
import { startTestApp, type TestApp } from '../support/app.js';
import {
  describeInBrowser,
  DESK,
  launchBrowser,
  openBrowser,
  PHONE,
  sidewaysScroll,
  signInQuietly,
  violationsOf,
  weighFirstVisit,
} from '../support/browser.js';
import { ELSEWHERE, PAGES } from './pages.js';

const MOST_KILOBYTES = 120;
const MOST_REQUESTS = 6;

describeInBrowser('every page', () => {
  let app: TestApp;
  let browser: Browser;

  beforeAll(async () => {
    app = await startTestApp({ demo: true });
    browser = await launchBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  const openAs = async (reference: string | null, screen: typeof PHONE) => {
    const visitor = await openBrowser(browser, app, screen);
    if (reference !== null) await signInQuietly(visitor, app, reference);
    return visitor;
  };

  it('has an example among these pages', () => {
    const routes = app.nest.get(DeclaredRoutes, { strict: false }).all();
    const asked = routes.filter((route) => route.method === 'GET').map((route) => route.path);
    const shown = new Set([...PAGES.map((page) => page.route), ...ELSEWHERE]);
    expect(asked.filter((path) => !shown.has(path))).toEqual([]);
  });

  describe.each(PAGES.map(({ as, path }) => [path, as ?? 'nobody', as] as const))('%s for %s', (path, _, as) => {
    it.each([
      ['a phone', PHONE],
      ['a desk', DESK],
    ])('is sound on %s', async (_name, screen) => {
      const visitor = await openAs(as, screen);
      const response = await visitor.visit(path);
      expect(response?.status()).toBe(200);
      expect(await visitor.page.locator('h1').count()).toBe(1);
      expect(await violationsOf(visitor.page)).toEqual([]);
      expect(visitor.troubles).toEqual([]);
      expect(await sidewaysScroll(visitor.page)).toBeLessThanOrEqual(0);
      await visitor.leave();
    });
  });

  it.each(PAGES.filter((page) => page.learner).map(({ path, as }) => [path, as] as const))(
    'is light on a first visit: %s',
    async (path, as) => {
      const visitor = await openAs(as, PHONE);
      const { requests, kilobytes } = await weighFirstVisit(visitor.page.context(), path);
      expect(kilobytes).toBeLessThan(MOST_KILOBYTES);
      expect(requests).toBeLessThanOrEqual(MOST_REQUESTS);
      await visitor.leave();
    },
  );
});
