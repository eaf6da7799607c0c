import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeclaredRoutes } from '../../src/platform/web/declared-routes.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';

const JUNK = [
  '%00',
  '-1',
  '99999999999999999999',
  'a%27b',
  '%F0%9F%91%8D',
  'x'.repeat(3_000),
  '0000-00-00',
  '1e9',
  'constructor',
];
const FIELDS = [
  'page',
  'driver',
  'unit',
  'course',
  'area',
  'q',
  'next',
  'metric',
  'week',
  'sort',
  'from',
  'to',
  'codes',
];
const QUERIES = [
  FIELDS.map((name) => `${name}=%00`).join('&'),
  FIELDS.map((name) => `${name}=99999999999999999999`).join('&'),
  FIELDS.map((name) => `${name}=a&${name}=b`).join('&'),
  FIELDS.map((name) => `${name}[a]=b&__proto__=${name}&__proto__=x&constructor=y`).join('&'),
  ...['1000-01-01', '2999-12-31'].map((day) => `from=${day}&to=${day}&on=${day}&day=${day}`),
];

let app: TestApp;
let paths: string[];
beforeAll(async () => {
  app = await startTestApp({ demo: true });
  paths = app.nest
    .get(DeclaredRoutes)
    .all()
    .filter((route) => route.method === 'GET')
    .map((route) => route.path.replace(/\{[^}]*\}/g, ''));
});
afterAll(() => app.stop());

async function signedIn(reference: string): Promise<Browserless> {
  const person = await app.db.one<{ id: number }>('select id from person where reference = $1', [reference]);
  return app.signInAs(person!);
}

/** Addresses that are answered as if we had failed, with their status. */
async function failing(browser: Browserless, addresses: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const address of addresses) {
    const { status } = await browser.get(address);
    if (status >= 500) found.push(`${status} ${address.slice(0, 120)}`);
  }
  return found;
}

describe.each([
  ['a counter colleague', '100001'],
  ['an area manager', '200001'],
  ['an analyst', '310001'],
])('an address that makes no sense, asked by %s', (_, reference) => {
  it('is never our failure', async () => {
    const browser = await signedIn(reference);
    const addresses = paths
      .filter((path) => path.includes(':'))
      .flatMap((path) => JUNK.map((junk) => path.replace(/:\w+/g, junk)));
    expect(await failing(browser, addresses)).toEqual([]);
  });

  it('nor is junk behind its question mark', async () => {
    const browser = await signedIn(reference);
    const plain = paths.filter((path) => !path.includes(':'));
    expect(
      await failing(
        browser,
        plain.flatMap((path) => QUERIES.map((query) => `${path}?${query}`)),
      ),
    ).toEqual([]);
  });
});
