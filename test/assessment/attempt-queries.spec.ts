import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttemptQueries } from '../../src/assessment/attempts/attempts.queries.js';
import { aColleague } from '../factories/colleagues.js';
import { aQuiz } from '../factories/quizzes.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { Learner, start } from './attempt-support.js';

let app: TestApp;
let queries: AttemptQueries;
let quiz: number;

beforeAll(async () => {
  app = await startTestApp();
  queries = app.nest.get(AttemptQueries);
  quiz = await aQuiz(app);
});
afterAll(() => app.stop());

const now = () => app.clock.now();

/** Hands in an attempt with the first `right` questions answered rightly. */
async function handIn(person: { id: number }, right: number): Promise<string> {
  const learner = new Learner(await app.signInAs(person), await start(app, person, quiz));
  const answers = ['2', ['1', '2'], '2'].slice(0, right);
  for (const [index, answer] of answers.entries()) await learner.choose(index + 1, answer);
  await learner.handIn({ anyway: 'yes' });
  return learner.attemptId;
}

describe('a person’s standing at a quiz', () => {
  it('names the best attempt, the one that passed, and the open one', async () => {
    const sam = await aColleague(app);
    await handIn(sam, 1);
    const best = await handIn(sam, 2);
    const open = await start(app, sam, quiz);
    expect(await queries.standings(sam.id, [quiz], now())).toEqual([
      {
        quizVersionId: quiz,
        attempts: 2,
        openAttemptId: open,
        bestPercent: 66,
        bestAttemptId: best,
        passed: true,
        passedAttemptId: best,
      },
    ]);
  });

  it('is there before the first attempt too', async () => {
    const sam = await aColleague(app);
    const [standing] = await queries.standings(sam.id, [quiz], now());
    expect(standing).toMatchObject({ attempts: 0, openAttemptId: null, bestPercent: null, passed: false });
  });

  it('does not know what has not happened yet', async () => {
    const sam = await aColleague(app);
    await handIn(sam, 3);
    const yesterday = new Date('2027-02-09T10:00:00Z');
    const [standing] = await queries.standings(sam.id, [quiz], yesterday);
    expect(standing).toMatchObject({ attempts: 0, bestPercent: null, passed: false, passedAttemptId: null });
    expect(await queries.ofPerson(sam.id, yesterday)).toEqual([]);
    expect(await queries.handedIn(sam.id, quiz, yesterday)).toEqual([]);
  });
});

describe('a person’s attempts', () => {
  it('come latest first, with their results', async () => {
    const sam = await aColleague(app);
    await handIn(sam, 1);
    app.clock.set('2027-02-10T10:05:00Z');
    await handIn(sam, 3);
    const attempts = await queries.ofPerson(sam.id, now());
    expect(attempts.map(({ number, percent, passed, quizTitle }) => [number, percent, passed, quizTitle])).toEqual([
      [2, 100, true, 'First words'],
      [1, 33, false, 'First words'],
    ]);
  });
});

describe('the tally of a quiz', () => {
  const nobody = { network: false, regionIds: [], areaIds: [], unitIds: [] };

  it('counts the people in post within reach, and only those', async () => {
    const [first, elsewhere] = [await aColleague(app), await aColleague(app)];
    const beside = await aColleague(app, first);
    await aColleague(app, first);
    await handIn(first, 3);
    await handIn(first, 0);
    await handIn(beside, 0);
    await handIn(elsewhere, 3);
    const reach = { ...nobody, unitIds: [first.unitId] };
    expect(await queries.tallies(reach, [quiz], app.clock.today(), now())).toEqual([
      { quizVersionId: quiz, people: 3, tried: 2, passed: 1 },
    ]);
    expect(await queries.tallies(nobody, [quiz], app.clock.today(), now())).toEqual([
      { quizVersionId: quiz, people: 0, tried: 0, passed: 0 },
    ]);
  });

  it('leaves out people on long leave', async () => {
    const sam = await aColleague(app);
    await handIn(sam, 3);
    await app.db.query("insert into leave (person_id, valid) values ($1, '[2027-01-01,2027-06-01)')", [sam.id]);
    const reach = { ...nobody, unitIds: [sam.unitId] };
    const [tally] = await queries.tallies(reach, [quiz], app.clock.today(), now());
    expect(tally).toEqual({ quizVersionId: quiz, people: 0, tried: 0, passed: 0 });
  });
});
