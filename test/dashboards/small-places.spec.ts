/**
 * What can be worked out about customers and colleagues of the smallest places, by whoever puts two pages, two periods or a page
 * and its file side by side: an area of its own with a branch of two on seven answers, and a branch of six on none.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COLUMNS } from '../../src/dashboards/table/columns.js';
import { aCourse, publish } from '../factories/courses.js';
import { ask } from '../home/home-world.js';
import { importPeople, importUnits } from '../network/files.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { answers, idOf, type SignIn } from './world.js';

const SLUG = 'put-it-right-first-time';
const WORDS = 'The queue went round the corner';
const DAY = 86_400_000;

let app: TestApp;
let signIn: SignIn;
let tim: Browserless;

beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  signIn = async (reference) => app.signInAs(await idOf(app, reference));
  await importUnits(app, [
    'R1,North,A08,Small Places,060002,Twoham,branch,england,2020-01-01,',
    'R1,North,A08,Small Places,060006,Sixford,branch,england,2020-01-01,',
    'R1,North,A09,Large Places,060099,Greatham,branch,england,2020-01-01,',
  ]);
  await importPeople(app, [
    ...['t1', 't2'].map((who) => `${who},Colleague ${who},,060002,staff,2020-01-01,`),
    ...[1, 2, 3, 4, 5, 6].map((at) => `x${at},Colleague x${at},,060006,staff,2020-01-01,`),
    'tim,Tim Small,,A08,areaManager,2020-01-01,',
    'regi,Regina North,,R1,regionalManager,2020-01-01,',
    'ana,Ana Lyst,,060099,analyst,2020-01-01,',
  ]);
  await publish(app, aCourse({ slug: SLUG, title: 'Put it right first time' }));
  await ask(app, { by: 'tim', of: ['t1', 't2', 'x1', 'x2'], slug: SLUG, dueOn: '2027-03-01', reason: 'For all' });
  await answers(app, [
    { unit: '060002', week: '2027-02-01', n: 7, easy: 3, said: WORDS, drivers: { friendly: 2 / 7 } },
    { unit: '060099', week: '2027-02-01', n: 40, easy: 32 },
  ]);
  tim = await signIn('tim');
});
afterAll(() => app.stop());

/** The course, finished some days before today, and what was due with it. */
async function finish(reference: string, daysAgo = 1): Promise<void> {
  const at = new Date(Date.parse('2027-02-10T09:00:00Z') - daysAgo * DAY);
  await app.db.query(
    `with done as (
       insert into completion (person_id, course_id, course_version_id, unit_id, completed_at)
       select p.id, v.course_id, v.id, post.unit_id, $2 from person p join posting post on post.person_id = p.id, course_version v
        where p.reference = $1 returning *)
     update requirement r set completion_id = done.id from done where r.person_id = done.person_id`,
    [reference, at],
  );
}

/** 3 of 7 in ease and 2 of 7 friendly, their intervals, means and net emotion, as any of our places would write them. */
const SCORES =
  /(?<![\d.,])(42\.9|43\s?%|0?\.4285\d*|42\.857\d*|15\.8|75\.0|28\.6|29\s?%|28\.57\d*|8\.2\b|64\.1|3\.3 of 5|2\.9 of 5|[−-]14\.[23]\d*|−14\b|57\s?%)(?!\d)/;
const ALL = `columns=${COLUMNS.join('.')}`;

describe('a branch on seven answers, alone with answers in its area', () => {
  it.each([
    `/areas/A08?${ALL}`,
    `/areas/A08?${ALL}&show=ease`,
    `/areas/A08?${ALL}&weeks=52&against=year`,
    `/areas/A08?${ALL}&from=2027-02-01&to=2027-02-07`,
    `/areas/A08?${ALL}&find=two`,
    '/areas/A08.csv',
    `/areas/A08.csv?${ALL}&from=2027-02-01&to=2027-02-07`,
    '/areas/A08/weeks.csv',
    '/areas/A08/compare',
    '/areas/A08/compare.csv',
    '/units/060002',
    '/units/060002?weeks=52',
    '/units/060002?from=2027-02-01&to=2027-02-07',
    '/units/060002.csv',
    '/areas/A08/comments',
    '/units/060002/comments',
    '/views/new?address=/units/060002',
    '/alerts/new?about=/units/060002',
  ])('shows no score of it at %s', async (path) => {
    const { status, text } = await tim.get(path);
    expect([status, path]).toEqual([200, path]);
    expect(SCORES.exec(withoutDrawing(text))?.[0]).toBeUndefined();
    expect(text).not.toContain(WORDS);
  });

  it.each([`/regions/R1?${ALL}&show=az`, `/regions/R1.csv?${ALL}`, '/regions/R1/compare', '/regions/R1/compare.csv'])(
    'shows no score of it or of its area at %s',
    async (path) => {
      const { status, text } = await (await signIn('regi')).get(path);
      expect(status).toBe(200);
      expect(SCORES.exec(withoutDrawing(text))?.[0]).toBeUndefined();
    },
  );

  it('tells nothing of it in an alert, whatever line is tried', async () => {
    for (const [rule, threshold] of [
      ['below', '99'],
      ['above', '1'],
      ['falls', ''],
    ] as const)
      // prettier-ignore
      for (const measure of ['ease', 'emotion', 'friendly']) {
        const tried = await tryAlert(tim, { measure, rule, threshold: measure === 'emotion' ? '' : threshold });
        expect(tried.words).not.toMatch(/this would have told you (once|\d+ times)/);
        expect(SCORES.exec(withoutDrawing(tried.text))?.[0]).toBeUndefined();
      }
  });

  it('keeps the words of its four customers, in the rows and their file too', async () => {
    for (const path of ['/feedback/responses?unit=060002', '/feedback/responses.csv?unit=060002']) {
      const { status, text } = await tim.get(path);
      expect(status).toBe(200);
      expect(text).not.toContain(WORDS);
    }
  });
});

/** Numbers of a drawing's geometry are no scores; its titles, labels and data attributes stay. */
const withoutDrawing = (html: string) =>
  html.replaceAll(/ (?:d|x\d?|y\d?|cx|cy|r|width|height|points|transform|viewBox|style)="[^"]*"/g, '');

function tryAlert(browser: Browserless, fields: Record<string, string>, about = '/units/060002') {
  return browser.post('/alerts', {
    ...{ about, eachUnit: '', delivery: 'app', token: randomUUID(), next: 'preview' },
    ...fields,
  });
}

describe('a colleague in a branch of two', () => {
  const ADDRESSES = [
    '/',
    '/units/060002',
    '/units/060002?weeks=52',
    '/units/060002?from=2027-01-25&to=2027-01-31',
    '/units/060002?from=2027-02-01&to=2027-02-07',
    '/units/060002.csv',
    '/units/060002.csv?weeks=52',
    '/views/new?address=/units/060002',
    '/alerts/new?about=/units/060002',
    '/alerts',
    '/courses',
    '/record',
    '/messages',
    '/campaigns',
  ];
  const seen = async (browser: Browserless) => {
    const pages = await Promise.all(ADDRESSES.map(async (path) => ({ path, page: await browser.get(path) })));
    return pages.map(({ path, page: { status, words } }) => ({ path, status, words }));
  };

  it('sees the same everywhere before and after the other has finished', async () => {
    const t1 = await signIn('t1');
    const before = await seen(t1);
    expect(before.map(({ status }) => status)).toEqual(ADDRESSES.map(() => 200));
    await finish('t2');
    expect(await seen(t1)).toEqual(before);
    expect((await t1.get('/units/060002')).words).toContain(
      'Assigned completion – Shown where it is about five colleagues or more, so that nobody stands out',
    );
    expect((await tim.get('/units/060002')).words).toMatch(
      /Assigned completion 50%.*1 of 2 due.*Colleague t2 1 course/,
    );
  });

  it('cannot try training in an alert, on which the area’s manager can', async () => {
    const about = { rule: 'below', threshold: '60' };
    for (const measure of ['completion', `course:${SLUG}`]) {
      const tried = await tryAlert(await signIn('t1'), { ...about, measure });
      expect([tried.status, tried.words.includes('Choose what to watch.')]).toEqual([422, true]);
      expect((await tryAlert(tim, { ...about, measure })).status).toBe(200);
    }
    expect((await (await signIn('t1')).get('/alerts/new?about=/units/060002')).text).not.toMatch(
      /what(=|&#x3D;)training/,
    );
    expect((await tim.get('/alerts/new?about=/units/060002')).text).toMatch(/what(=|&#x3D;)training/);
  });

  it.each(['/areas/A08', '/areas/A08.csv', '/units/060006', '/units/060006.csv'])(
    'gets nothing at %s',
    async (path) => {
      expect([403, 404]).toContain((await (await signIn('t1')).get(path)).status);
    },
  );

  it('gets no list of who finished what', async () => {
    expect((await (await signIn('t1')).get('/units/060002/team.csv')).status).toBe(404);
  });
});

describe('a colleague in a branch of six', () => {
  it('is told how far all are, but not how far the two are to whom something is assigned', async () => {
    const x6 = await signIn('x6');
    await finish('x1');
    const { words } = await x6.get('/units/060006');
    expect(words).toContain('Assigned completion – Shown where it is about five colleagues or more');
    expect(words).toMatch(/Course completion 17% Of 1 course for 6 colleagues in post/);
    expect(words).not.toMatch(/behind|still to finish|training is on time/);
  });

  it('is told so as of today only, since two days around a move tell of the one who moved', async () => {
    const x6 = await signIn('x6');
    for (const week of ['from=2027-01-18&to=2027-01-24', 'from=2027-01-25&to=2027-01-31']) {
      const { words } = await x6.get(`/units/060006?${week}`);
      expect(words).toContain('Course completion – Shown for today only, so that nobody stands out');
    }
    expect((await tim.get('/units/060006?from=2027-01-25&to=2027-01-31')).words).toContain('Course completion 0%');
  });

  it('hears of training as a change once three have finished, and in a branch of two never', async () => {
    await finish('x2');
    await finish('x3');
    expect((await (await signIn('x6')).get('/units/060006')).words).toContain('Training: ‘Put it right first time’');
    expect((await (await signIn('t1')).get('/units/060002')).words).not.toContain('Training:');
    expect((await tim.get('/units/060002')).words).toContain('Training: ‘Put it right first time’');
  });
});
