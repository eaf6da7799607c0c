/**
 * Individual results: the person sees everything, a postmaster how far their team is, area and regional managers that and
 * whether they passed, the CX team who finished what. Nobody but the person ever sees an answer or a mark.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeclaredRoutes } from '../../src/platform/web/declared-routes.js';
import { aCheck, aCourse, aQuizSource, publish } from '../factories/courses.js';
import { Learner } from '../learning/learner.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { aPrivacyWorld, assign, idOf, signedIn } from './privacy-world.js';

let app: TestApp;
let attempt: string;
let assignment: string;

const SLUG = 'kept-to-oneself';
const OTHERS = ['ana', 'bo', 'cy', 'pia', 'dawn', 'omar', 'ross', 'nik', 'grace', 'ros'];

beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aPrivacyWorld(app);
  await publish(app, aCourse({ slug: SLUG, title: 'Kept to oneself', quiz: aQuizSource(SLUG) }));
  assignment = (await assign(app, 'dawn', ['000001'], { course: SLUG })).path;
  const sam = new Learner(await signedIn(app, 'sam'), SLUG);
  await sam.open(1);
  await sam.answer(2, aCheck().key, '2');
  attempt = await sam.answerQuiz('2');
  await sam.handIn(attempt);
  await app.runJobs();
});
afterAll(() => app.stop());

describe('an attempt', () => {
  it('is its owner’s: the result, the mark and every answer', async () => {
    const sam = await signedIn(app, 'sam');
    const result = await sam.follow(await sam.get(attempt));
    expect([result.status, result.words.includes('Not yet')]).toEqual([200, true]);
    expect((await sam.get(`${attempt}/questions/1`)).status).toBe(200);
  });

  it.each(OTHERS)('is not found by %s, in any of its pages', async (reference) => {
    const browser = await signedIn(app, reference);
    for (const path of [attempt, `${attempt}/questions/1`]) expect((await browser.get(path)).status).toBe(404);
    const answer = await browser.post(`${attempt}/questions/1`, { answer: '1', token: 'x' });
    expect([404, 422]).toContain(answer.status);
    expect((await browser.post(`${attempt}/retakes`)).status).toBe(404);
    expect((await browser.post(`${attempt}/submission`, { anyway: 'yes' })).status).toBe(404);
  });
});

describe('how far somebody is', () => {
  const seen = async (reference: string, path: string) => {
    const answer = await (await signedIn(app, reference)).get(path);
    return answer.status === 200 ? answer.words.includes('Sam Kaur') : answer.status;
  };

  // true: the name with the progress; false: the page without it; a number: no page.
  it.each([
    ['ana', false, 403, 403, 403],
    ['bo', 404, 403, 403, 403],
    ['cy', 404, 403, 403, 403],
    ['pia', true, true, true, true],
    ['dawn', true, true, true, true],
    ['ross', true, true, true, true],
    ['omar', 404, 404, 404, 404],
    ['grace', true, true, true, true],
    ['nik', true, true, 403, true],
    ['ros', true, true, true, true],
  ] as const)('%s: unit page %s, assignment %s, person under it %s, person %s', async (reference, ...expected) => {
    const paths = ['/units/000001', assignment, `${assignment}/people/sam`, '/people/sam'];
    expect(await Promise.all(paths.map((path) => seen(reference, path)))).toEqual(expected);
  });

  it.each([
    ['ana', '/units/000001/team.csv', 404],
    ['bo', '/units/000001/team.csv', 404],
    ['omar', '/units/000001/team.csv', 404],
    ['pia', '/units/000001/team.csv', true],
    ['dawn', '/units/000001/team.csv', true],
    ['sam', '/assignments/people.csv', 403],
    ['omar', '/assignments/people.csv', false],
    ['pia', '/assignments/people.csv', true],
    ['nik', '/assignments/people.csv', true],
    ['omar', '/people.csv', false],
    ['sam', '/people.csv', 403],
  ] as const)('%s takes away %s: %s', async (reference, path, expected) => {
    expect(await seen(reference, path)).toBe(expected);
  });
});

describe('answers and marks', () => {
  /** Neither people nor results: courses as authors write them, machines, signing in. */
  const ELSEWHERE =
    /^\/(studio|api|health|metrics|content|counter|sign-in|account|campaigns|cover|attempts|held|feedback\/(sources|imports))/;

  /** Every page and file that takes no id but those of Sam’s course, unit, area and assignment. */
  const paths = () => {
    const known: Record<string, string> = {
      slug: SLUG,
      code: '000001',
      reference: 'sam',
      number: '1',
      position: '1',
      id: assignment.split('/').at(-1)!,
    };
    return app.nest
      .get(DeclaredRoutes)
      .all()
      .filter(({ method, path }) => method === 'GET' && !ELSEWHERE.test(path))
      .map(({ path }) => path)
      .filter((path) => [...path.matchAll(/:(\w+)/g)].every(([, name]) => known[name!] !== undefined))
      .map((path) => path.replace(/:(\w+)/g, (_, name: string) => known[name]!))
      .concat(['/areas/A1', '/areas/A1.csv', '/regions/R1', '/assignments?show=all', '/assignments?show=todo']);
  };

  it.each(['pia', 'dawn', 'ros'])('stand on no page and in no file that %s can open', async (reference) => {
    const browser = await signedIn(app, reference);
    const marks = /\b0 of 1 mark|\b0% *, Put it right: quiz|Not yet: 0%/;
    const chosen = await chosenWords();
    for (const path of paths()) {
      const page = await browser.get(path);
      expect(page.status).not.toBe(500);
      if (!page.words.includes('Sam Kaur') || page.status !== 200) continue;
      expect([path, marks.test(page.words)]).toEqual([path, false]);
      expect([path, chosen.filter((words) => page.words.includes(words))]).toEqual([path, []]);
    }
  });

  it('leave no trace in the audit log, the history and the messages', async () => {
    const chosen = await chosenWords();
    expect(chosen.length).toBeGreaterThan(0);
    const rows = await app.db.query<{ text: string }>(
      `select body::text as text from event union all select detail::text from audit_entry union all select facts::text from message`,
    );
    expect(rows.filter(({ text }) => chosen.some((words) => text.includes(words)) || /"chosen"/.test(text))).toEqual(
      [],
    );
  });

  it('are Sam’s to have, in a copy', async () => {
    expect(await idOf(app, 'sam')).toBeGreaterThan(0);
    const sheet = await app.db.query(
      `select 1 from attempt_response r join attempt a on a.id = r.attempt_id where a.person_id = $1`,
      [await idOf(app, 'sam')],
    );
    expect(sheet).toHaveLength(1);
  });

  /** The texts of the options that Sam chose. */
  const chosenWords = async () =>
    (
      await app.db.query<{ words: string }>(
        `select distinct option ->> 'text' as words from attempt_response r
           join attempt a on a.id = r.attempt_id
           join quiz_slot s on s.quiz_version_id = a.quiz_version_id and s.position = r.position
           join question_version q on q.id = s.question_version_id
           join jsonb_array_elements(q.body -> 'options') option on r.answer -> 'chosen' ? (option ->> 'key')`,
      )
    ).map(({ words }) => words);
});
