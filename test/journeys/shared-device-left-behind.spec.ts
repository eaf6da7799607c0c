import { afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { startTestApp } from '../support/app.js';
import { describeInBrowser } from '../support/browser.js';
import { setStage } from '../support/stage.js';
import { type ProfileOnDisk, profileOnDisk } from './shared-device-profile.js';
import {
  atTheNames,
  type Colleague,
  comeIn,
  enrolHere,
  KEPT,
  lock,
  NOTHING_KEPT,
  PIN,
  quizFor,
  ROS,
  SAM,
  sharedBranch,
} from './shared-device-stage.js';

const PLEDGES = '/campaigns/love-your-customers-week-2027/days/2027-02-10';
const DRAFT = 'Quillfeather would rather finish this sentence tomorrow';
/** After this long a browser has written what stands in the fields of a page. */
const WRITTEN_AFTER = 1_500;

/**
 * The folder of a browser holds more than its pages can ask for: its cache of files, the tabs to bring back, what was typed
 * into forms, the list of addresses. All of it is read raw here, after Sam has left and again after a colleague has.
 */
describeInBrowser('the disk of a shared counter PC', () => {
  const stage = setStage(() => startTestApp({ demo: true }));
  let people: { sam: Colleague; colleague: Colleague };
  let quiz: string;
  let profile: ProfileOnDisk;

  beforeAll(async () => {
    people = await sharedBranch(stage.app);
    quiz = await quizFor(stage.app, SAM);
  });
  beforeEach(async () => {
    await stage.app.db.query('delete from shared_place');
    await stage.app.db.query('delete from shared_draft');
    profile = profileOnDisk(stage.app.url);
  });
  afterEach(() => profile.remove());

  async function signIn(context: BrowserContext, reference: string): Promise<void> {
    const person = await stage.app.db.one<{ id: number }>('select id from person where reference = $1', [reference]);
    const { cookies } = await stage.app.signInAs(person!);
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: stage.app.url })));
  }

  /** A shared device of Sam's branch, locked. */
  async function counterPc(javaScript: boolean): Promise<{ context: BrowserContext; page: Page }> {
    const opened = await profile.open({ javaScript });
    await signIn(opened.context, ROS);
    await enrolHere(opened.page);
    await lock(opened.page);
    return opened;
  }

  /** Looks around, answers a question of a quiz and writes half a pledge. @returns what is Sam's alone */
  async function samWorks(page: Page): Promise<string[]> {
    for (const path of ['/', '/courses/the-first-ten-seconds', '/record', '/messages']) await page.goto(path);
    await page.goto(`/courses/${quiz}/quiz`);
    const choice = page.locator('form#question .opt').first();
    if ((await choice.count()) === 0) await page.locator('main form button').first().click();
    await choice.locator('label').click();
    const chosen = (await choice.locator('label').innerText()).trim();
    const attempt = new URL(page.url()).pathname.split('/')[2]!;
    await page.goto(PLEDGES);
    await page.locator('textarea').fill(DRAFT);
    await page.waitForTimeout(WRITTEN_AFTER);
    return [people.sam.name, SAM, chosen, DRAFT, PIN, attempt];
  }

  it.each([
    ['with scripts', true],
    ['without scripts', false],
  ])('holds nothing of Sam once a colleague may come, %s', async (_how, javaScript) => {
    const first = await counterPc(javaScript);
    await comeIn(first.page, people.sam.name);
    const sams = await samWorks(first.page);
    await lock(first.page);
    await profile.close();
    // The address of an attempt is a random name that opens nothing for anybody else.
    const onDisk = sams.slice(0, -1);
    expect(profile.holding(onDisk)).toEqual([]);
    expect(profile.addressesBelow(/Cache|Storage|IndexedDB|Service/)).toEqual([]);

    const { page, context } = await profile.open({ javaScript, restore: true });
    await atTheNames(page);
    for (const tab of context.pages()) expect(textsIn(await tab.content(), [DRAFT, ...onDisk.slice(1)])).toEqual([]);
    if (javaScript) expect(await page.evaluate(KEPT)).toEqual(NOTHING_KEPT);
    await comeIn(page, people.colleague.name);
    for (const step of ['goBack', 'goBack', 'goBack', 'goForward', 'goForward'] as const) {
      await page[step]().catch(() => null);
      await page.waitForLoadState();
      expect(textsIn(await page.content(), [DRAFT, SAM])).toEqual([]);
      expect(await page.locator('.account__name').allInnerTexts()).not.toContain(people.sam.name);
    }
    await page.goto(PLEDGES);
    expect(await page.locator('textarea').inputValue()).toBe('');
    await lock(page);
    await profile.close();
    expect(profile.holding(onDisk)).toEqual([]);
  });

  it('holds them nowhere else either when Sam left without locking and the tabs are brought back', async () => {
    const first = await counterPc(true);
    await comeIn(first.page, people.sam.name);
    const sams = await samWorks(first.page);
    await profile.close();
    await stage.app.db.query(`update shared_session set active_at = clock_timestamp() - interval '131 seconds'`);
    expect(profile.holding(sams.slice(0, -1))).toEqual([]);
    const { page, context } = await profile.open({ restore: true });
    await atTheNames(page);
    expect(context.pages().map((tab) => new URL(tab.url()).pathname)).toEqual(['/counter']);
    for (const path of [PLEDGES, '/record', `/attempts/${sams.at(-1)}/questions/1`]) {
      await page.goto(path);
      await atTheNames(page);
    }
  });

  it('would hold the half-written pledge if it were an ordinary browser: the search finds what is there', async () => {
    const { page, context } = await profile.open({ javaScript: false });
    await signIn(context, SAM);
    await page.goto(PLEDGES);
    await page.locator('textarea').fill(DRAFT);
    await page.waitForTimeout(WRITTEN_AFTER);
    await profile.close();
    expect(profile.holding([DRAFT]).join()).toMatch(/Sessions/);
  });
});

const textsIn = (page: string, texts: readonly string[]) => texts.filter((text) => page.includes(text));
