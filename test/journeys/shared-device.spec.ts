import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startTestApp } from '../support/app.js';
import { describeInBrowser, DESK, PHONE, type Visitor } from '../support/browser.js';
import { expectSound, setStage, wordsOf } from '../support/stage.js';
import {
  atTheNames,
  type Colleague,
  comeIn,
  enrolHere,
  historyOf,
  inCache,
  KEPT,
  lock,
  NOTHING_KEPT,
  PIN,
  quizFor,
  ROS,
  SAM,
  sharedBranch,
} from './shared-device-stage.js';

const COURSE = '/courses/the-first-ten-seconds';
const WARNING = 'Are you still here?';

describeInBrowser('a shared counter PC', () => {
  const stage = setStage(() => startTestApp({ demo: true }));
  let people: { sam: Colleague; colleague: Colleague };
  let quiz: string;

  beforeAll(async () => {
    people = await sharedBranch(stage.app);
    quiz = await quizFor(stage.app, SAM);
  });
  beforeEach(async () => {
    await stage.app.db.query('delete from shared_place');
    await stage.app.db.query('delete from shared_draft');
  });

  /** The branch's browser, locked, with clocks that the spec moves on. */
  async function counterPc(screen = DESK): Promise<Visitor> {
    const visitor = await stage.arrive(ROS, screen);
    await visitor.page.clock.install();
    await enrolHere(visitor.page);
    await lock(visitor.page);
    return visitor;
  }

  /** A question of the course's quiz, with the first answer chosen and known to the server. */
  async function choosesAnAnswer(page: Page): Promise<{ chosen: string; url: string }> {
    await page.goto(`/courses/${quiz}/quiz`);
    const first = page.locator('form#question .opt').first();
    if ((await first.count()) === 0) await page.locator('main form button').first().click();
    await first.waitFor();
    await Promise.all([
      page.waitForResponse(
        (answer) => answer.url().endsWith('/counter/drafts') && answer.request().method() === 'POST',
      ),
      first
        .locator('label')
        .click()
        .then(() => page.clock.runFor(2000)),
    ]);
    return { chosen: (await first.locator('label').innerText()).trim(), url: page.url() };
  }

  it('opens with a name and six digits, on a phone as at a desk, and every page of it is sound', async () => {
    for (const screen of [PHONE, DESK]) {
      const { page, troubles, leave } = await counterPc(screen);
      await expectSound(page);
      await page.getByRole('link', { name: people.sam.name, exact: true }).click();
      await expectSound(page);
      await page.goto('/counter');
      await comeIn(page, people.sam.name);
      await expectSound(page);
      await page.goto('/account');
      await page.getByRole('heading', { name: 'Sign in with your password to do this' }).waitFor();
      await expectSound(page);
      await lock(page);
      expect(troubles).toEqual([]);
      await leave();
    }
  });

  it('works with the keyboard alone, digits wherever the reader is', async () => {
    const { page, leave } = await counterPc();
    await page.getByRole('link', { name: people.sam.name, exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.pin__pad').waitFor();
    await page.locator('h1').click();
    await page.keyboard.type(PIN);
    await page.getByRole('button', { name: 'Lock', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Somebody else' }).focus();
    await page.keyboard.press('Enter');
    await atTheNames(page);
    await leave();
  });

  it('warns before it locks, is kept open by one key, and then locks and clears the page', async () => {
    const { page, leave } = await counterPc();
    await comeIn(page, people.sam.name);
    await page.goto(COURSE);
    await page.mouse.move(5, 5);
    await page.clock.runFor(97_000);
    const warning = page.getByRole('alertdialog', { name: WARNING });
    await warning.waitFor();
    expect(await warning.innerText()).toContain('Press any key or touch the screen to stay.');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('I’m still here');
    await expectSoundDialog(page);
    await page.keyboard.press('x');
    expect(await warning.count()).toBe(0);
    await page.clock.runFor(97_000);
    await warning.waitFor();
    await page.clock.runFor(26_000);
    await atTheNames(page);
    expect(await page.content()).not.toContain('The first ten seconds');
    expect(await stage.app.db.query('select 1 from shared_session')).toEqual([]);
    await leave();
  });

  it('comes back to the same question with what was chosen, for the same person; another one never does', async () => {
    const { page, leave } = await counterPc();
    await comeIn(page, people.sam.name);
    const { chosen, url } = await choosesAnAnswer(page);
    await page.clock.runFor(125_000);
    await atTheNames(page);
    await comeIn(page, people.colleague.name);
    expect(new URL(page.url()).pathname).toBe('/');
    expect((await page.goto(url))?.status()).toBe(404);
    await lock(page);
    await comeIn(page, people.sam.name);
    expect(page.url()).toBe(url);
    await page.getByText('What you had typed here is back.').waitFor({ state: 'attached' });
    expect((await page.locator('.opt:has(input:checked) label').innerText()).trim()).toBe(chosen);
    await leave();
  });

  it('leaves nothing of the first for the second: page, cache, history, storage, back, forward, another tab', async () => {
    const { page, leave } = await counterPc();
    const debug = await page.context().newCDPSession(page);
    const asked: string[] = [];
    page.on('response', (answer) => void (/\/(assets|counter)(\/|$)/.test(answer.url()) || asked.push(answer.url())));
    await comeIn(page, people.sam.name);
    for (const path of [COURSE, `${COURSE}/lessons/1`, '/messages', '/record']) await page.goto(path);
    const { chosen, url } = await choosesAnAnswer(page);
    const sams = [people.sam.name, 'the-first-ten-seconds', 'The first ten seconds', chosen, new URL(url).pathname];
    await page.clock.runFor(125_000);
    await atTheNames(page);

    const nothingIn = (text: string, but: string[] = []) =>
      expect(sams.filter((one) => !but.includes(one) && text.includes(one))).toEqual([]);
    // The list of names is the branch's, not what somebody left.
    nothingIn(await page.content(), [people.sam.name]);
    nothingIn(await historyOf(debug));
    expect(await page.evaluate(KEPT)).toEqual(NOTHING_KEPT);
    expect(await page.evaluate(inCache(asked))).toEqual([]);

    // A colleague may take the same course; Sam's name, answer and attempt are Sam's alone.
    const everybodys = ['the-first-ten-seconds', 'The first ten seconds'];
    await comeIn(page, people.colleague.name);
    nothingIn(await page.content(), everybodys);
    nothingIn(await historyOf(debug));
    for (const step of ['goBack', 'goBack', 'goForward', 'goForward'] as const) {
      await page[step]().catch(() => null);
      await page.waitForLoadState();
      nothingIn(await page.content(), [...everybodys, people.sam.name]);
      expect(await page.locator('.account__name').allInnerTexts()).not.toContain(people.sam.name);
    }
    const tab = await page.context().newPage();
    for (const path of [url, '/record', '/messages']) {
      await tab.goto(path);
      // The address itself is what this spec has just typed.
      nothingIn(await tab.content(), [...everybodys, new URL(url).pathname]);
    }
    nothingIn(JSON.stringify(await page.context().cookies()));
    nothingIn(JSON.stringify(await page.context().storageState()));
    await leave();
  });

  it('locks every tab with one, and a browser that brings back an old page shows nothing of it', async () => {
    const { page, leave } = await counterPc();
    await comeIn(page, people.sam.name);
    await page.goto(COURSE);
    const other = await page.context().newPage();
    await other.goto('/record');
    await lock(page);
    await other.clock.runFor(3000);
    await atTheNames(other);
    await comeIn(other, people.colleague.name);
    await page.goBack().catch(() => null);
    await page.goto('/');
    expect(await wordsOf({ page })).not.toContain(people.sam.name.split(' ')[0]!);
    await leave();
  });

  it('stays open while somebody reads in one of its tabs, and locks when a laptop has slept', async () => {
    const { page, leave } = await counterPc();
    await comeIn(page, people.sam.name);
    await page.goto(COURSE);
    for (let minutes = 0; minutes < 4; minutes += 1) {
      await page.clock.runFor(60_000);
      await page.mouse.wheel(0, 40);
    }
    expect(await page.getByRole('alertdialog').count()).toBe(0);
    await page.clock.fastForward('08:00:00');
    await atTheNames(page);
    await leave();
  });

  it('is locked by the server without JavaScript, and works there with keys alone', async () => {
    const visitor = await stage.arrive(ROS, { ...DESK, javaScript: false });
    const { page } = visitor;
    await enrolHere(page);
    await lock(page);
    await page.getByRole('link', { name: people.sam.name, exact: true }).click();
    await expect(page.locator('.pin__pad').isVisible()).resolves.toBe(false);
    await page.getByLabel('Your PIN').fill(PIN);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Lock', exact: true }).waitFor();
    await page.goto(COURSE);
    expect(await page.locator('noscript').count()).toBe(1);
    await stage.app.db.query(`update shared_session set active_at = clock_timestamp() - interval '131 seconds'`);
    await page.goto(`${COURSE}/lessons/1`);
    await atTheNames(page);
    await page.goBack();
    await atTheNames(page);
    await visitor.leave();
  });
});

/** The rest of the page is out of reach while the warning stands before it. */
async function expectSoundDialog(page: Page): Promise<void> {
  expect(await page.evaluate('document.querySelector("dialog").matches(":modal")')).toBe(true);
}
