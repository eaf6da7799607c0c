import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DeclaredRoutes } from '../../src/platform/web/declared-routes.js';
import { startTestApp } from '../support/app.js';
import {
  describeInBrowser,
  DESK,
  NARROWEST,
  PHONE,
  sidewaysScroll,
  violationsOf,
  type Visitor,
  weighFirstVisit,
} from '../support/browser.js';
import { setStage } from '../support/stage.js';
import { unreachedByKeyboard } from '../support/keyboard.js';
import { ELSEWHERE, PAGES } from './pages.js';

const MOST_KILOBYTES = 120;
const MOST_REQUESTS = 6;

/** What is asked of a page at each width, from the narrowest screen to a desk. */
const WIDTHS = [
  [NARROWEST, async (page: Page) => expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)],
  [PHONE, async (page: Page) => expect(await violationsOf(page)).toEqual([])],
  [
    DESK,
    async (page: Page) => {
      expect(await violationsOf(page)).toEqual([]);
      expect(await unreachedByKeyboard(page)).toEqual([]);
    },
  ],
] as const;

/** A window is as wide as its last page left it, and making it wider or narrower lays out everything: it goes up, then down. */
const widthsFrom = (page: Page) => (page.viewportSize()?.width === DESK.width ? WIDTHS.toReversed() : WIDTHS);

describeInBrowser('every page', () => {
  const stage = setStage(() => startTestApp({ demo: true }));

  /** One browser window a person, kept open: each looks at many pages. */
  const windows = new Map<string | null, Visitor>();
  const windowOf = async (reference: string | null): Promise<Visitor> => {
    const open = windows.get(reference);
    if (open) return open;
    const visitor = await stage.arrive(reference, NARROWEST);
    windows.set(reference, visitor);
    return visitor;
  };

  it('has an example among these pages', () => {
    const routes = stage.app.nest.get(DeclaredRoutes, { strict: false }).all();
    const asked = routes.filter((route) => route.method === 'GET').map((route) => route.path);
    const shown = new Set([...PAGES.map((page) => page.route), ...ELSEWHERE]);
    expect(asked.filter((path) => !shown.has(path))).toEqual([]);
  });

  it.each(PAGES.map(({ as, path }) => [path, as ?? 'nobody', as] as const))(
    '%s for %s is sound on a phone, at a desk and on the narrowest screen',
    async (path, _, as) => {
      const { page, troubles, visit } = await windowOf(as);
      troubles.length = 0;
      const widths = widthsFrom(page);
      expect((await visit(path))?.status()).toBe(200);
      expect(await page.locator('h1').count()).toBe(1);
      for (const [width, isSound] of widths) {
        await page.setViewportSize(width);
        await isSound(page);
      }
      expect(troubles).toEqual([]);
    },
  );

  it('is looked at by what finds a page that is not sound', async () => {
    const { page, leave } = await stage.arrive(null, NARROWEST);
    await page.setContent(`<html lang="en"><title>Not sound</title><main><h1>Not sound</h1>
      <p style="color: #ccc; background: #fff">Pale</p><p style="width: 400px">Wide</p>
      <a href="/">First</a><button type="button" tabindex="-1">Out of the order</button><a href="/">Last</a></main>`);
    expect(await sidewaysScroll(page)).toBeGreaterThan(0);
    expect((await violationsOf(page)).map((line) => line.slice(0, 14))).toEqual(['color-contrast']);
    expect(await unreachedByKeyboard(page)).toEqual([expect.stringContaining('Out of the order')]);
    await leave();
  });

  it('is looked at for a key that leads nowhere', async () => {
    const { page, leave } = await stage.arrive(null, NARROWEST);
    await page.setContent(`<a href="/">First</a><a href="/" id="trap">Trap</a><a href="/">Last</a>`);
    await page.evaluate(
      `document.getElementById('trap').addEventListener('keydown', (event) => event.preventDefault())`,
    );
    expect(await unreachedByKeyboard(page)).toEqual([expect.stringContaining('Last')]);
    await leave();
  });

  it.each(PAGES.filter((page) => page.learner).map(({ path, as }) => [path, as] as const))(
    'is light on a first visit: %s',
    async (path, as) => {
      const visitor = await stage.arrive(as, PHONE);
      const { requests, kilobytes } = await weighFirstVisit(visitor.page.context(), path);
      expect(kilobytes).toBeLessThan(MOST_KILOBYTES);
      expect(requests).toBeLessThanOrEqual(MOST_REQUESTS);
      await visitor.leave();
    },
  );
});
