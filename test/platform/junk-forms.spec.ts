import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeclaredRoutes } from '../../src/platform/web/declared-routes.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Answer, Browserless } from '../support/browserless.js';

const COURSE = 'put-it-right-first-time';
const FIELDS = [
  ...['answer', 'token', 'anyway', 'version', 'shown', 'node', 'choice', 'words', 'unit', 'codes', 'everyUnitOf'],
  ...['course', 'reason', 'dueOn', 'formToken', 'happenedOn', 'moment', 'login', 'password', 'next'],
  ...['current', 'pin', 'code', 'reference', 'role', 'email', 'percent', 'deputy', 'startsOn', 'lastOn', 'months'],
  ...['lastDay', 'leave', 'lasts', 'post', 'off', 'person', 'agreed', 'endsOn', 'how', 'findPost', 'length'],
  ...['revision', 'title', 'text', 'name', 'drivers', 'kind', 'year', 'from', 'to', 'people', 'audience', 'scopes'],
];
const VALUES: unknown[] = [
  ...[
    '\u0000',
    'a\u0000b',
    '-1',
    '1e400',
    '99999999999999999999',
    '2027-02-10',
    '0000-00-00',
    '👍',
    'x'.repeat(30_000),
  ],
  ...['00000000-0000-4000-8000-000000000000', "'; drop table person; --", '\ud800', '__proto__', 'constructor'],
  ...[['a', 'b'], [['a'], { b: 1 }], { length: 1, toString: null }, { __proto__: null }, 1.5, -1, true, null],
];

/** What they answer to is their own session, which is over then. */
const SIGNING_OUT = ['/sign-out', '/account/sessions/sign-out-everywhere'];

let app: TestApp;
let paths: { path: string; by: Browserless }[];
beforeAll(async () => {
  app = await startTestApp({ demo: true });
  const [dawn, ros] = [await signedIn('200001'), await signedIn('900001')];
  await dawn.post(`/courses/${COURSE}/enrolments`);
  const attempt = await dawn.post(`/courses/${COURSE}/quiz`);
  paths = app.nest
    .get(DeclaredRoutes)
    .all()
    .filter((route) => route.method === 'POST' && !SIGNING_OUT.includes(route.path))
    .map(({ path, permission }) => ({
      path: filled(path, /\/attempts\/([^/]+)/.exec(attempt.location ?? '')?.[1] ?? '1'),
      by: permission === null || permission.roles.includes('areaManager') ? dawn : ros,
    }));
});
afterAll(() => app.stop());

async function signedIn(reference: string): Promise<Browserless> {
  const person = await app.db.one<{ id: number }>('select id from person where reference = $1', [reference]);
  const browser = await app.signInAs(person!);
  await browser.get(`/courses/${COURSE}`);
  return browser;
}

/** The route's address of something that is there. */
function filled(path: string, attempt: string): string {
  const slug = path.startsWith('/campaigns') ? 'love-your-customers-week-2027' : COURSE;
  const block = path.endsWith('/answers') ? { position: '1', key: 'what-hurts' } : { position: '3', key: 'sent-on' };
  const parts: Record<string, string> = {
    slug,
    id: attempt,
    code: '021047',
    number: '1',
    date: '2027-02-10',
    ...block,
  };
  return path.replace(/:(\w+)/g, (_, name: string) => parts[name] ?? name);
}

/** Our failure, or an answer that never reached its handler. */
const missed = ({ status, location }: Answer) => status >= 500 || status === 403 || /^\/held/.test(location ?? '');

describe('a form full of junk', () => {
  it('is answered in words, whatever it holds and wherever it goes', async () => {
    const failed: string[] = [];
    for (const { path, by } of paths) {
      for (const value of VALUES) {
        const body = JSON.stringify({ ...Object.fromEntries(FIELDS.map((name) => [name, value])), _csrf: by.csrf });
        const answer = await by.send('POST', path, body, { 'content-type': 'application/json' });
        if (missed(answer)) failed.push(`${answer.status} ${path} ${JSON.stringify(value)?.slice(0, 40)}`);
      }
    }
    expect(failed).toEqual([]);
  }, 300_000);

  it('is answered in words when every field comes twice', async () => {
    const failed: string[] = [];
    const twice = Object.fromEntries(FIELDS.map((name) => [name, ['1', '2']]));
    for (const { path, by } of paths) {
      const answer = await by.post(path, { ...twice, _csrf: by.csrf, ['__proto__']: ['a', 'b'] });
      if (missed(answer)) failed.push(`${answer.status} ${path}`);
    }
    expect(failed).toEqual([]);
  });
});
