import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttemptHosts } from '../../src/assessment/attempts/attempt-hosts.service.js';
import { aColleague } from '../factories/colleagues.js';
import { aQuiz } from '../factories/quizzes.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { Learner, start, titleOf, tokenOf } from './attempt-support.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T12:04:00Z' });
  app.nest.get(AttemptHosts).register({
    contextOf: async () => ({
      title: 'Put it right',
      leavePath: '/courses/put-it-right',
      nextPath: '/courses/put-it-right/finished',
      nextLabel: 'Continue',
    }),
  });
});
afterAll(() => app.stop());

async function aLearner(quizVersionId: number): Promise<Learner> {
  const person = await aColleague(app);
  return new Learner(await app.signInAs(person), await start(app, person, quizVersionId));
}

describe('a question, when Sam opens it', () => {
  it('is the legend and the heading, with native controls and one button', async () => {
    const sam = await aLearner(await aQuiz(app));
    const page = await sam.see(1);
    expect(page.status).toBe(200);
    expect(titleOf(page)).toBe('Question 1 of 3, Put it right');
    expect(page.text).toMatch(/<legend[^>]*><h1 class="h1">What do you say first\? \(1\)<\/h1><\/legend>/);
    expect(page.text.match(/<h1/g)).toHaveLength(1);
    expect(page.text.match(/type="radio" name="answer"/g)).toHaveLength(4);
    expect(page.words).toContain('Choose one answer.');
    expect(page.words).toContain('Check my answer');
    expect(page.text).toContain('href="/courses/put-it-right" aria-label="Leave and save my place"');
  });

  it('gives no option key and no sign of the right answer away', async () => {
    const sam = await aLearner(await aQuiz(app));
    const { text } = await sam.see(1);
    expect(text).not.toContain('Why b.');
    expect(text).not.toMatch(/value="[abcd]"/);
    expect(text).not.toContain('Best answer');
  });

  it.each([
    [1, 'radio', 4],
    [2, 'checkbox', 4],
    [3, 'radio', 2],
  ])('of each kind (%p) can be answered with the keyboard alone', async (number, type, count) => {
    const sam = await aLearner(await aQuiz(app));
    const { text } = await sam.see(number);
    const ids = [...text.matchAll(new RegExp(`type="${type}" name="answer" id="([^"]+)"`, 'g'))].map(
      (match) => match[1],
    );
    expect(ids).toHaveLength(count);
    for (const id of ids) expect(text).toContain(`<label for="${id}">`);
    expect(text).not.toMatch(/on(click|change|key\w+)=|tabindex="[1-9]/);
    expect(text).toMatch(/<button type="submit" form="question"/);
  });

  it('opens where Sam left off, and skipping comes back to what was skipped', async () => {
    const sam = await aLearner(await aQuiz(app));
    const path = `/attempts/${sam.attemptId}`;
    expect(await sam.goOn()).toBe(`${path}/questions/1`);
    expect((await sam.see(1)).text).toContain(`href="${path}/questions/2">Skip for now`);
    await sam.choose(2, '1');
    await sam.choose(3, '2');
    expect(await sam.goOn()).toBe(`${path}/questions/1`);
    await sam.choose(1, '2');
    expect(await sam.goOn()).toBe(`${path}/hand-in`);
  });
});

describe('checking an answer', () => {
  it('shows that it is right, and why', async () => {
    const sam = await aLearner(await aQuiz(app));
    const posted = await sam.choose(1, '2');
    expect([posted.status, posted.location]).toEqual([303, `/attempts/${sam.attemptId}/questions/1`]);
    const page = await sam.browser.follow(posted);
    expect(titleOf(page)).toBe('Correct: question 1 of 3, Put it right');
    expect(page.words).toContain('Best answer Answer b');
    expect(page.words).toContain('That’s it Why b. Well judged. Next question');
    expect(page.words).toContain('Saved 12:04');
    expect(page.text).toContain(`href="/attempts/${sam.attemptId}/questions/2"`);
  });

  it('says “Not quite” and labels both answers in words', async () => {
    const sam = await aLearner(await aQuiz(app));
    const page = await sam.browser.follow(await sam.choose(1, '1'));
    expect(titleOf(page)).toBe('Not quite: question 1 of 3, Put it right');
    expect(page.words).toContain('Your answer Answer a');
    expect(page.words).toContain('Best answer Answer b');
    expect(page.words).toContain('Not quite Why a. Think of the queue.');
  });

  it('gives credit for a part', async () => {
    const sam = await aLearner(await aQuiz(app));
    const page = await sam.browser.follow(await sam.choose(2, ['1', '4']));
    expect(titleOf(page)).toBe('Partly right: question 2 of 3, Put it right');
    expect(page.words).toContain('Your answer, and right Answer a Why a.');
    expect(page.words).toContain('Also right Answer b Why b.');
  });

  it('asks for an answer when none was chosen, and keeps the page', async () => {
    const sam = await aLearner(await aQuiz(app));
    const page = await sam.choose(1, '');
    expect(page.status).toBe(422);
    expect(titleOf(page)).toBe('Error: question 1 of 3, Put it right');
    expect(page.words).toContain('Choose an answer first.');
    expect(page.text).toContain('href="#answer"');
  });
});

describe('a quiz that tells how it went at the end', () => {
  const deferred = () => aQuiz(app, { behaviour: 'deferredFeedback' });

  it('saves each answer without a verdict and goes on', async () => {
    const sam = await aLearner(await deferred());
    const posted = await sam.choose(1, '1');
    expect(posted.location).toBe(`/attempts/${sam.attemptId}`);
    expect((await sam.browser.follow(posted)).words).toContain('What do you say first? (2)');
    const again = await sam.see(1);
    expect(again.text).toMatch(/value="1" checked/);
    expect(again.words).toContain('Saved 12:04');
    expect(again.words).not.toContain('Best answer');
  });

  it('lets an answer change until the end: the later one wins', async () => {
    const sam = await aLearner(await deferred());
    await sam.choose(1, '1');
    await sam.choose(1, '2');
    await sam.handIn({ anyway: 'yes' });
    expect(titleOf(await sam.see(1))).toMatch(/^Correct/);
    const kept = await app.db.one('select sequence, answer from attempt_response where attempt_id = $1', [
      sam.attemptId,
    ]);
    expect(kept).toEqual({ sequence: 2, answer: { chosen: ['b'] } });
  });

  it('lists every question before the end, to go back to', async () => {
    const sam = await aLearner(await deferred());
    await sam.choose(1, '1');
    const page = await sam.browser.get(`/attempts/${sam.attemptId}/hand-in`);
    expect(page.words).toContain('2 questions still to answer');
    expect(page.words).toContain('Question 1: What do you say first? (1) Answered Question 2');
    expect(page.text).toContain(`href="/attempts/${sam.attemptId}/questions/1"`);
  });

  it('does not lose a change made after the browser’s Back button', async () => {
    const sam = await aLearner(await deferred());
    const token = tokenOf(await sam.see(1));
    const path = `/attempts/${sam.attemptId}/questions/1`;
    await sam.browser.post(path, { answer: '1', token });
    const refused = await sam.browser.post(path, { answer: '2', token });
    expect(refused.status).toBe(422);
    expect(refused.words).toContain('this change wasn’t saved yet. Press the button again to save it.');
    expect(refused.text).toMatch(/value="2" checked/);
    const saved = await sam.browser.post(path, { answer: '2', token: tokenOf(refused) });
    expect(saved.status).toBe(303);
    expect((await sam.see(1)).text).toMatch(/value="2" checked/);
  });
});

describe('handing in', () => {
  it('points out what was left out, and takes it anyway when Sam says so', async () => {
    const sam = await aLearner(await aQuiz(app));
    await sam.choose(1, '2');
    const refused = await sam.handIn();
    expect(refused.status).toBe(422);
    expect(refused.words).toContain('Questions 2 and 3 have no answer yet. Go back to them, or hand in anyway.');
    expect(refused.text).toContain(
      `href="/attempts/${sam.attemptId}/questions/2">Question 2: What do you say first? (2)`,
    );
    expect(refused.words).toContain('Answer now');
    expect((await sam.handIn({ anyway: 'yes' })).location).toBe(`/attempts/${sam.attemptId}/result`);
    expect(titleOf(await sam.see(3))).toBe('Not answered: question 3 of 3, Put it right');
  });

  it('is one button after the last answer', async () => {
    const sam = await aLearner(await aQuiz(app));
    await sam.choose(1, '2');
    await sam.choose(2, ['1', '2']);
    const last = await sam.browser.follow(await sam.choose(3, '2'));
    expect(last.words).toContain('See my result');
    expect(last.text).toContain(`<form id="hand-in" method="post" action="/attempts/${sam.attemptId}/submission">`);
    const result = await sam.browser.follow(await sam.handIn());
    expect(titleOf(result)).toBe('You passed: 100%, Put it right');
    expect(result.words).toContain('3 of 3 marks');
    expect(result.words).toContain('The pass mark is 60%.');
    expect(result.words).not.toContain('Worth another look');
    expect(result.words).not.toContain('Try again');
    expect(result.text).toContain('href="/courses/put-it-right/finished"');
  });

  it('says “Not yet” with what to look at again, and a way to try again', async () => {
    const sam = await aLearner(await aQuiz(app));
    await sam.choose(1, '1');
    await sam.choose(2, '1');
    await sam.choose(3, '2');
    const result = await sam.browser.follow(await sam.handIn());
    expect(titleOf(result)).toBe('Not yet: 50%, Put it right');
    expect(result.words).toContain('1.5 of 3 marks');
    expect(result.words).toContain(
      'Worth another look Question 1: What do you say first? (1) Question 2: What do you say first? (2)',
    );
    const again = await sam.browser.post(`/attempts/${sam.attemptId}/retakes`);
    expect(again.location).not.toBe(`/attempts/${sam.attemptId}`);
    expect(titleOf(await sam.browser.follow(again))).toBe('Question 1 of 3, Put it right');
  });

  it('lets Sam look at each question again afterwards, and back to the result', async () => {
    const sam = await aLearner(await aQuiz(app));
    await sam.choose(1, '1');
    await sam.handIn({ anyway: 'yes' });
    expect((await sam.see(1)).words).toContain('Next question');
    expect((await sam.see(3)).words).toContain('Back to my result');
    expect(await sam.goOn()).toBe(`/attempts/${sam.attemptId}/result`);
    expect((await sam.browser.get(`/attempts/${sam.attemptId}/hand-in`)).location).toBe(
      `/attempts/${sam.attemptId}/result`,
    );
  });

  it('comes before the result', async () => {
    const sam = await aLearner(await aQuiz(app));
    expect((await sam.browser.get(`/attempts/${sam.attemptId}/result`)).location).toBe(`/attempts/${sam.attemptId}`);
  });
});

describe('several attempts', () => {
  it('count by the quiz’s grading method, which the result says', async () => {
    const quiz = await aQuiz(app, { gradingMethod: 'average', passPercent: 60 });
    const sam = await aLearner(quiz);
    await sam.choose(3, '2');
    await sam.handIn({ anyway: 'yes' });
    const retake = await sam.browser.post(`/attempts/${sam.attemptId}/retakes`);
    const second = new Learner(sam.browser, retake.location!.split('/')[2]!);
    await second.choose(1, '2');
    await second.choose(2, ['1', '2']);
    await second.choose(3, '2');
    const result = await second.browser.follow(await second.handIn());
    expect(titleOf(result)).toBe('You passed: 100%, Put it right');
    expect(result.words).toContain('The average of your scores counts: 66%.');
  });

  it('stop at the number allowed, with a sentence', async () => {
    const sam = await aLearner(await aQuiz(app, { attemptsAllowed: 2 }));
    await sam.handIn({ anyway: 'yes' });
    expect((await sam.browser.get(`/attempts/${sam.attemptId}/result`)).words).toContain('Try again (1 left)');
    const retake = await sam.browser.post(`/attempts/${sam.attemptId}/retakes`);
    const second = new Learner(sam.browser, retake.location!.split('/')[2]!);
    await second.handIn({ anyway: 'yes' });
    expect((await second.browser.get(`/attempts/${second.attemptId}/result`)).words).not.toContain('Try again');
    const third = await second.browser.post(`/attempts/${second.attemptId}/retakes`);
    expect(third.status).toBe(422);
    expect(third.words).toContain('You’ve used all 2 attempts at this quiz. Your result stands.');
  });
});
