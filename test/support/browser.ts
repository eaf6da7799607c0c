import { describe } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page, type Response } from 'playwright-core';
import { root } from '../../src/platform/root.js';
import type { TestApp } from './app.js';

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };
/** The narrowest screen on which a page must not scroll sideways (WCAG 2.2, 1.4.10). */
export const NARROWEST = { width: 320, height: 800 };

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const QUIET = ['--disable-component-update', '--disable-sync'];

/** What the browser says of a request that it gave up itself because the visitor went on, such as a tab's icon. */
const LEFT_BEHIND = 'net::ERR_ABORTED';

const chromiumPath = PLACES.find((path) => existsSync(path)) ?? null;

/** Specs in a real browser; where none is installed they are skipped, and the name says why. */
export function describeInBrowser(name: string, specs: () => void): void {
  if (chromiumPath) describe(name, specs);
  else describe.skip(`${name} (skipped: no Chromium at ${PLACES.join(', ')})`, specs);
}

export function launchBrowser(): Promise<Browser> {
  if (!chromiumPath) throw new Error('No Chromium was found.');
  return chromium.launch({ executablePath: chromiumPath, args: [...FLAGS, ...QUIET] });
}

export interface ProfileScreen extends Screen {
  baseURL: string;
  /** Brings back the tabs of last time. */
  restore: boolean;
}

/** A browser that keeps what it keeps in a folder, with a cache of pages to go back to, as people have it. */
export function openProfile(folder: string, screen: ProfileScreen): Promise<BrowserContext> {
  if (!chromiumPath) throw new Error('No Chromium was found.');
  const { width, height, javaScript = true, baseURL, restore } = screen;
  return chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath,
    args: [...FLAGS, ...QUIET, ...(restore ? ['--restore-last-session'] : [])],
    ignoreDefaultArgs: ['--disable-back-forward-cache', ...(restore ? ['about:blank'] : [])],
    viewport: { width, height },
    baseURL,
    javaScriptEnabled: javaScript,
  });
}

export interface Visitor {
  page: Page;
  /** What the console called an error, and requests that failed, since the visitor came. */
  troubles: string[];
  /** Goes to a path of the application. */
  visit(path: string): Promise<Response | null>;
  /** A picture of the whole page, kept below test/screens for people to look at. */
  keepPicture(name: string): Promise<void>;
  leave(): Promise<void>;
}

export interface Screen {
  width: number;
  height: number;
  javaScript?: boolean;
}

/** Somebody at a screen who has not signed in. */
export async function openBrowser(browser: Browser, app: TestApp, screen: Screen): Promise<Visitor> {
  const { javaScript = true, ...viewport } = screen;
  const context = await browser.newContext({
    viewport,
    baseURL: app.url,
    javaScriptEnabled: javaScript,
    // What is still fading in has other colours than it will have.
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? 'failed';
    if (why !== LEFT_BEHIND) troubles.push(`${request.url()} ${why}`);
  });
  return {
    page,
    troubles,
    visit: (path) => page.goto(path),
    keepPicture: async (name) => {
      mkdirSync(join(root, 'test/screens'), { recursive: true });
      await page.screenshot({ path: join(root, `test/screens/${name}.png`), fullPage: true });
    },
    leave: () => context.close(),
  };
}

/** Signs in through the form, as a person does. */
export async function signInThroughForm({ page }: Visitor, reference: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Personnel reference').fill(reference);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Signs in without the form, for specs that look at other pages. */
export async function signInQuietly({ page }: Visitor, app: TestApp, reference: string): Promise<void> {
  const person = await app.db.one<{ id: number }>('select id from person where reference = $1', [reference]);
  if (!person) throw new Error(`Nobody has the reference ${reference}.`);
  const { cookies } = await app.signInAs(person);
  const jar = [...cookies].map(([name, value]) => ({ name, value, url: app.url }));
  await page.context().addCookies(jar);
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Every rule is applied to everything; how to find again what is right with a page is not worked out. */
const ONLY_WHAT_IS_WRONG = { runOnly: RULES, resultTypes: ['violations'], selectors: false };

/**
 * What axe-core finds wrong with the page, a line each. It is put in through the debugger, which the page's own
 * security policy does not hold back, so that the policy stays in force while the page is looked at.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  const debug = await page.context().newCDPSession(page);
  const { result: there } = await debug.send('Runtime.evaluate', { expression: 'typeof axe' });
  if (there.value === 'undefined') await debug.send('Runtime.evaluate', { expression: axe });
  const run = `axe.run(document, ${JSON.stringify(ONLY_WHAT_IS_WRONG)}).then((found) => found.violations.flatMap(
    (rule) => rule.nodes.map((node) => rule.id + ': ' + node.html.slice(0, 200))))`;
  const { result, exceptionDetails } = await debug.send('Runtime.evaluate', {
    expression: run,
    awaitPromise: true,
    returnByValue: true,
  });
  await debug.detach();
  if (exceptionDetails) throw new Error(`axe-core did not run: ${exceptionDetails.text}`);
  return result.value as string[];
}

/** How many pixels the page is wider than its window. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
}

/**
 * Compressed bytes of a first visit and its requests (a lesson's own pictures aside), measured by a browser that has not
 * been here before.
 */
export async function weighFirstVisit(
  context: BrowserContext,
  path: string,
): Promise<{ requests: number; kilobytes: number }> {
  const page = await context.newPage();
  const debug = await context.newCDPSession(page);
  await debug.send('Network.enable');
  let [requests, bytes] = [0, 0];
  debug.on(
    'Network.requestWillBeSent',
    // What a style sheet or the browser itself carries inside (data:) is no request.
    ({ request }) => (requests += /\/content\/images\/|^data:/.test(request.url) ? 0 : 1),
  );
  debug.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.close();
  return { requests, kilobytes: bytes / 1024 };
}
