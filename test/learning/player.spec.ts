import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCourse, publish } from '../factories/courses.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { completions, type Learner, learner } from './learner.js';
import { aSmallNetwork } from './people.js';

let app: TestApp;
let people: Awaited<ReturnType<typeof aSmallNetwork>>;

beforeAll(async () => {
  app = await startTestApp();
  people = await aSmallNetwork(app);
  await publish(app, aCourse());
});
afterAll(() => app.stop());

describe('Sam takes a course from start to end', () => {
  let sam: Learner;
  beforeAll(async () => {
    sam = await learner(app, people.sam);
  });

  it('sees what it is about and one button', async () => {
    const { status, words, text } = await sam.course();
    expect(status).toBe(200);
    expect(words).toContain('Turn a bad moment into the reason someone comes back.');
    expect(words).toContain('8 minutes: 2 lessons and a quiz');
    expect(text).toContain('action="/courses/put-it-right/enrolments"');
  });

  it('starts at the first lesson', async () => {
    expect((await sam.browser.post('/courses/put-it-right/enrolments')).location).toBe(
      '/courses/put-it-right/lessons/1',
    );
    const { words } = await sam.open(1);
    expect(words).toContain('1 of 3');
    expect(words).toContain('Listen first');
    expect(words).toContain('Gareth disappointed I took the morning off for this.');
    expect(words).toContain('What do you say?');
  });

  it('talks to the customer, who answers, feels and why', async () => {
    const answer = await sam.say(1, 'parcel', 0, 'opening', 'a');
    expect(answer.status).toBe(303);
    const { words } = await sam.open(1);
    expect(words).toContain('A whole morning. I’m sorry. Gareth satisfied Thank you. Feels better Why a at heard.');
    expect(words).toContain('What do you say now?');
    await sam.say(1, 'parcel', 1, 'heard', 'b');
    expect((await sam.open(1)).words).toContain('Feels worse Why b at excuse. How it ended He left cross.');
  });

  it('continues to the next lesson and answers a check', async () => {
    expect((await sam.continueFrom(1)).location).toBe('/courses/put-it-right/lessons/2');
    expect((await sam.open(2)).words).toContain('2 of 3');
    expect((await sam.answer(2, 'sure', '2')).status).toBe(303);
    expect((await sam.open(2)).words).toContain('Not quite');
  });

  it('goes from the last lesson straight into the quiz, and has not finished yet', async () => {
    expect((await sam.continueFrom(2)).location).toMatch(/^\/attempts\/[0-9a-f-]{36}\/questions\/1$/);
    expect(await completions(app, people.sam)).toEqual([]);
  });

  it('finishes by passing the quiz: one completion, in the branch of that day', async () => {
    await sam.takeQuiz('1');
    const [completion, ...more] = await completions(app, people.sam);
    expect(more).toEqual([]);
    expect(completion).toMatchObject({ slug: 'put-it-right', version: 1, unitId: people.ashbridge });
    expect(completion!.attemptId).not.toBeNull();
    expect((await sam.browser.get('/courses/put-it-right/finished')).words).toContain(
      'You finished Put it right 2 lessons read, quiz passed with 100%.',
    );
    expect((await sam.browser.get('/record')).words).toContain(
      'Put it right Finished 10 February 2027 Quiz 100% Version 1',
    );
  });
});
