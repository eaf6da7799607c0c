import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { TestApp } from './app.js';
import {
  DESK,
  launchBrowser,
  NARROWEST,
  openBrowser,
  type Screen,
  sidewaysScroll,
  signInQuietly,
  violationsOf,
  type Visitor,
} from './browser.js';

/** As long as anything is waited for that a page shows at once. */
const PATIENCE = 10_000;

/** An application with a browser before it, there as long as the specs of a describe block run. */
export interface Stage {
  readonly app: TestApp;
  readonly browser: Browser;
  /** Somebody signed in at a screen; `null` stands for somebody who is not. */
  arrive(reference: string | null, screen?: Screen): Promise<Visitor>;
}

/** To be called at the top of a describe block: starts the application and the browser before its specs, ends both after. */
export function setStage(start: () => Promise<TestApp>): Stage {
  let app: TestApp | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    app = await start();
    browser = await launchBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });
  return {
    get app() {
      return there(app);
    },
    get browser() {
      return there(browser);
    },
    arrive: async (reference, screen = DESK) => {
      const visitor = await openBrowser(there(browser), there(app), screen);
      visitor.page.setDefaultTimeout(PATIENCE);
      if (reference !== null) await signInQuietly(visitor, there(app), reference);
      return visitor;
    },
  };
}

/** What the page says in its main part, on one line. */
export async function wordsOf({ page }: Pick<Visitor, 'page'>): Promise<string> {
  return (await page.locator('main').innerText()).replace(/\s+/g, ' ');
}

/** One heading, nothing that axe-core finds wrong, and no scrolling sideways on the narrowest screen. */
export async function expectSound(page: Page): Promise<void> {
  expect(await page.locator('h1').count()).toBe(1);
  expect(await violationsOf(page)).toEqual([]);
  const before = page.viewportSize();
  await page.setViewportSize(NARROWEST);
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  if (before) await page.setViewportSize(before);
}

function there<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('The stage is set when the specs begin, not before.');
  return thing;
}
