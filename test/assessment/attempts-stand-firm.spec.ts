import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { AttemptsService } from '../../src/assessment/attempts/attempts.service.js';
import { aColleague } from '../factories/colleagues.js';
import { aQuiz } from '../factories/quizzes.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { actorFor, Learner, start, titleOf, tokenOf } from './attempt-support.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

async function aLearner(quizVersionId: number): Promise<Learner & { id: number }> {
  const person = await aColleague(app);
  const learner = new Learner(await app.signInAs(person), await start(app, person, quizVersionId));
  return Object.assign(learner, { id: person.id });
}

const steps = async (attemptId: string) =>
  (
    await app.db.query<{ kind: string }>('select kind from attempt_event where attempt_id = $1 order by id', [
      attemptId,
    ])
  ).map((row) => row.kind);

const submissions = (attemptId: string) =>
  app.db.query('select body from event where kind = $1 and body ->> $2 = $3', [
    'assessment.attemptSubmitted',
    'attemptId',
    attemptId,
  ]);

describe('a quiz that is started', () => {
  it('is one attempt, however often and from however many tabs it is started', async () => {
    const quiz = await aQuiz(app);
    const sam = await aColleague(app);
    const ids = await Promise.all([1, 2, 3, 4].map(() => start(app, sam, quiz)));
    expect(new Set(ids).size).toBe(1);
    expect(await start(app, sam, quiz)).toBe(ids[0]);
    expect(await steps(ids[0]!)).toEqual(['started']);
  });

  it('keeps its order, and can be laid out again from its seed', async () => {
    const quiz = await aQuiz(app, { shuffleQuestions: true, shuffleOptions: true });
    const sam = await aLearner(quiz);
    const before = (await sam.see(1)).words;
    expect((await sam.see(1)).words).toBe(before);
    const row = await app.db.one<{ seed: number; layout: unknown[] }>(
      'select seed, layout from attempt where id = $1',
      [sam.attemptId],
    );
    expect(row!.layout).toHaveLength(3);
    expect(row!.seed).toBeGreaterThanOrEqual(0);
  });

  it('that does not exist is not found', async () => {
    const sam = await aColleague(app);
    await expect(app.nest.get(AttemptsService).start(actorFor(sam.id), 999_999)).rejects.toThrow(
      'That quiz can’t be found.',
    );
  });
});

describe('an answer', () => {
  it('sent twice by a double click is saved once', async () => {
    const sam = await aLearner(await aQuiz(app));
    const token = tokenOf(await sam.see(1));
    const path = `/attempts/${sam.attemptId}/questions/1`;
    const answers = await Promise.all([1, 2].map(() => sam.browser.post(path, { answer: '1', token })));
    expect(answers.map((answer) => answer.status)).toEqual([303, 303]);
    expect(await steps(sam.attemptId)).toEqual(['started', 'shown', 'answered', 'checked']);
  });

  it('is committed by itself: what was acknowledged outlives the process', async () => {
    const sam = await aLearner(await aQuiz(app));
    await sam.choose(1, '2');
    const elsewhere = new pg.Client({ connectionString: app.databaseUrl });
    await elsewhere.connect();
    const kept = 'select answer, sequence from attempt_response where attempt_id = $1';
    expect((await elsewhere.query(kept, [sam.attemptId])).rows).toEqual([{ answer: { chosen: ['b'] }, sequence: 1 }]);
    await elsewhere.end();
  });

  it('that was checked in another tab stays, and the page says so', async () => {
    const sam = await aLearner(await aQuiz(app));
    const otherTab = tokenOf(await sam.see(1));
    await sam.choose(1, '1');
    const late = await sam.browser.post(`/attempts/${sam.attemptId}/questions/1`, { answer: '2', token: otherTab });
    expect(late.status).toBe(422);
    expect(late.words).toContain('You’ve already checked this one, so your first answer stays.');
    expect(titleOf(late)).toMatch(/^Not quite/);
  });

  it('that comes after handing in changes nothing, and the page says so', async () => {
    const sam = await aLearner(await aQuiz(app, { behaviour: 'deferredFeedback' }));
    const token = tokenOf(await sam.see(1));
    await sam.handIn({ anyway: 'yes' });
    const late = await sam.browser.post(`/attempts/${sam.attemptId}/questions/1`, { answer: '2', token });
    expect(late.status).toBe(422);
    expect(late.words).toContain('You’ve handed this quiz in, so its answers stay as they were.');
    expect(await app.db.query('select from attempt_response where attempt_id = $1', [sam.attemptId])).toEqual([]);
  });

  it('leaves every step as a row, for disputes', async () => {
    const sam = await aLearner(await aQuiz(app));
    await sam.see(1);
    await sam.see(1);
    await sam.choose(1, '2');
    await sam.handIn({ anyway: 'yes' });
    expect(await steps(sam.attemptId)).toEqual(['started', 'shown', 'answered', 'checked', 'submitted']);
  });
});

describe('handing in', () => {
  it('twice at once gives one result and one announcement', async () => {
    const sam = await aLearner(await aQuiz(app));
    await sam.choose(1, '2');
    await sam.choose(2, ['1', '2']);
    await sam.choose(3, '1');
    const answers = await Promise.all([1, 2, 3].map(() => sam.handIn()));
    expect(answers.map((answer) => answer.location)).toEqual(Array(3).fill(`/attempts/${sam.attemptId}/result`));
    expect((await submissions(sam.attemptId)).length).toBe(1);
    const row = await app.db.one('select mark, max_mark, passed from attempt where id = $1', [sam.attemptId]);
    expect(row).toEqual({ mark: '2.0000000', max_mark: '3.0000000', passed: true });
  });

  it('announces ids and whether the quiz is passed, never words', async () => {
    const quiz = await aQuiz(app);
    const sam = await aLearner(quiz);
    await sam.handIn({ anyway: 'yes' });
    const [event] = (await submissions(sam.attemptId)) as { body: object }[];
    expect(event!.body).toEqual({
      attemptId: sam.attemptId,
      personId: sam.id,
      quizId: expect.any(Number),
      quizVersionId: quiz,
      passed: false,
    });
  });

  it('never happens by leaving', async () => {
    const sam = await aLearner(await aQuiz(app));
    await sam.choose(1, '2');
    app.clock.set('2027-02-12T10:00:00Z');
    expect(await sam.goOn()).toBe(`/attempts/${sam.attemptId}/questions/2`);
    app.clock.set('2027-02-10T10:00:00Z');
  });
});

describe('an outsider', () => {
  const paths = (id: string) => [
    `/attempts/${id}`,
    `/attempts/${id}/questions/1`,
    `/attempts/${id}/hand-in`,
    `/attempts/${id}/result`,
  ];

  it('does not find somebody else’s attempt, whatever they try', async () => {
    const sam = await aLearner(await aQuiz(app));
    const other = await app.signInAs(await aColleague(app));
    for (const path of paths(sam.attemptId)) expect((await other.get(path)).status).toBe(404);
    const posts = ['questions/1', 'submission', 'retakes'].map((path) => `/attempts/${sam.attemptId}/${path}`);
    for (const path of posts) {
      expect((await other.post(path, { answer: '1', token: randomUUID(), anyway: 'yes' })).status).toBe(404);
    }
    expect(await steps(sam.attemptId)).toEqual(['started']);
  });

  it('who is signed out is asked to sign in', async () => {
    const sam = await aLearner(await aQuiz(app));
    for (const path of paths(sam.attemptId)) {
      expect((await app.visitor().get(path)).location).toMatch(/^\/sign-in/);
    }
  });

  it.each(['not-an-id', '1', randomUUID(), "'; drop table attempt"])('finds nothing at attempt %p', async (id) => {
    const someone = await app.signInAs(await aColleague(app));
    expect((await someone.get(`/attempts/${encodeURIComponent(id)}`)).status).toBe(404);
  });

  it.each(['0', '4', '-1', 'two', '1.5', '99999999999'])('finds no question number %p', async (number) => {
    const sam = await aLearner(await aQuiz(app));
    expect((await sam.browser.get(`/attempts/${sam.attemptId}/questions/${number}`)).status).toBe(404);
    const posted = await sam.browser.post(`/attempts/${sam.attemptId}/questions/${number}`, {
      answer: '1',
      token: randomUUID(),
    });
    expect(posted.status).toBe(404);
  });

  it.each<[string, Record<string, string | string[]>]>([
    ['a place that is not there', { answer: '9' }],
    ['an option key', { answer: 'b' }],
    ['two answers to a single choice', { answer: ['1', '2'] }],
    ['a nested field', { 'answer[chosen]': 'b' }],
    ['a score beside it', { answer: '', fraction: '1', mark: '3', passed: 'true' }],
  ])('who tampers with the answer (%s) gets a sentence and saves nothing', async (_, fields) => {
    const sam = await aLearner(await aQuiz(app));
    const token = tokenOf(await sam.see(1));
    const page = await sam.browser.post(`/attempts/${sam.attemptId}/questions/1`, { token, ...fields });
    expect(page.status).toBe(422);
    expect(page.words).toMatch(/isn’t one of the answers|Choose one answer only|Choose an answer first/);
    expect(await app.db.query('select from attempt_response where attempt_id = $1', [sam.attemptId])).toEqual([]);
  });

  it.each(['', 'x', 'AAAAAAAA', "' or 1=1"])('who tampers with the token (%p) gets a sentence', async (token) => {
    const sam = await aLearner(await aQuiz(app));
    const page = await sam.browser.post(`/attempts/${sam.attemptId}/questions/1`, { answer: '2', token });
    expect(page.status).toBe(422);
    expect(page.words).toContain('This page was out of date, so nothing was saved.');
    expect(page.text).toMatch(/value="2" checked/);
  });

  it('who tampers with the hand-in form gets a sentence', async () => {
    const sam = await aLearner(await aQuiz(app));
    const page = await sam.handIn({ anyway: 'maybe' });
    expect(page.status).toBe(422);
    expect(page.words).toContain('Press “Hand in anyway” to leave questions out.');
  });

  it('cannot mark another question with a token of this one: each question keeps its own', async () => {
    const sam = await aLearner(await aQuiz(app));
    const token = tokenOf(await sam.see(1));
    await sam.browser.post(`/attempts/${sam.attemptId}/questions/1`, { answer: '2', token });
    await sam.browser.post(`/attempts/${sam.attemptId}/questions/3`, { answer: '2', token });
    const kept = await app.db.query('select position from attempt_response where attempt_id = $1 order by 1', [
      sam.attemptId,
    ]);
    expect(kept).toEqual([{ position: 1 }, { position: 3 }]);
  });
});
