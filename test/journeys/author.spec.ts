import { expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { startTestApp } from '../support/app.js';
import { describeInBrowser, DESK, PHONE, type Screen, signInThroughForm, type Visitor } from '../support/browser.js';
import { expectSound, setStage, wordsOf } from '../support/stage.js';
import { AuthorHand, FOUR_QUESTIONS } from './author-hand.js';

const PASSWORD = 'love-your-customers';
const GRACE = '300001';
const SAM = '100001';
const ELERI = '150001';
const MOST_STEPS = 60;

/** A course from nothing to published, then its next version while somebody is in the middle of the first. */
describeInBrowser('an author', () => {
  const stage = setStage(() => startTestApp({ demo: true }));

  const arrive = async (reference: string, screen: Screen): Promise<Visitor> => {
    const visitor = await stage.arrive(null, screen);
    await signInThroughForm(visitor, reference, PASSWORD);
    await visitor.page.waitForURL((url) => url.pathname !== '/sign-in');
    return visitor;
  };

  it.each([
    ['with JavaScript', 'The letter that never came', true],
    ['with JavaScript off', 'A letter without scripts', false],
  ])(
    'writes and publishes a course in at most sixty steps, %s',
    async (_, title, javaScript) => {
      const grace = await arrive(GRACE, { ...DESK, javaScript });
      const hand = new AuthorHand(grace.page);
      await grace.visit('/studio');
      await hand.press('New course');
      await hand.fill({ Title: title });
      await hand.press('Start writing');

      await hand.press(/^Change/);
      await hand.fillAbout('What to say when something is lost.', 'Understanding', '6');
      await hand.press('Save');

      await hand.press(/^Lesson 1/);
      await hand.fill({ 'Title of the lesson': 'At the counter', Minutes: '3' });
      await hand.press(/^Save/);
      await hand.press(/^Conversation/);
      await hand.fillConversation('My letter never came');
      if (javaScript) await expectSound(grace.page);
      await hand.press('Save');
      await hand.press('All lessons');

      await hand.press('Add a lesson');
      await hand.fill({ 'Title of the lesson': 'Afterwards', Minutes: '2' });
      await hand.press(/^Save/);
      await hand.press(/^Text/);
      await hand.fill({ Text: 'Ring them **before** they ring you.' });
      await hand.press('Save');
      await hand.press('All lessons');

      await hand.press('Write a quiz');
      await hand.press('Add a quiz');
      for (const [index, kind] of [
        /^One right answer/,
        /^One right answer/,
        /^Several right/,
        /^True or false/,
      ].entries()) {
        await hand.press(kind);
        await hand.fillQuestion(FOUR_QUESTIONS[index]!);
        await hand.press('Save');
      }
      expect(await wordsOf(grace)).toContain('75% of 4 marks passes');
      if (javaScript) await expectSound(grace.page);
      await hand.press('Back to the course');

      await hand.press('Publish');
      expect(await wordsOf(grace)).not.toMatch(/to put right first/);
      if (javaScript) await expectSound(grace.page);
      await hand.press('Publish as version 1');
      expect(await wordsOf(grace)).toContain('Published as version 1.');
      await hand.press('Open the course');
      expect(await wordsOf(grace)).toContain(title);
      expect(hand.steps).toBeLessThanOrEqual(MOST_STEPS);
      expect(grace.troubles).toEqual([]);
      await grace.leave();
    },
    240_000,
  );

  it('publishes the next version while Sam is in the middle of a conversation; he finishes his own', async () => {
    const slug = 'the-letter-that-never-came';
    const sam = await arrive(SAM, { ...PHONE, javaScript: false });
    await sam.visit(`/courses/${slug}`);
    await sam.page.getByRole('button', { name: 'Start' }).click();
    await sam.page.getByRole('button', { name: /Let’s look together/ }).click();
    expect(await wordsOf(sam)).toContain('Thank you for looking.');

    const grace = await arrive(GRACE, DESK);
    const hand = new AuthorHand(grace.page);
    await grace.visit(`/studio/published/${slug}/versions`);
    await hand.press('Write the next version');
    await hand.press('Afterwards');
    await hand.press(/^Edit/);
    await hand.fill({ Text: 'Write it down, and ring them **before** they ring you.' });
    await hand.press('Save');
    await hand.press('All lessons');
    await hand.press('Publish');
    expect(await wordsOf(grace)).toContain('1 person is part-way through version 1.');
    expect(await wordsOf(grace)).toContain('Lesson 2, “Afterwards”, says something else.');
    await expectSound(grace.page);
    await grace.keepPicture('6-grace-publish-desk');
    await hand.press('Publish as version 2');
    expect(await wordsOf(grace)).toContain('Published as version 2.');
    expect(grace.troubles).toEqual([]);
    await grace.leave();

    await sam.page.getByRole('button', { name: 'Continue' }).click();
    expect(await wordsOf(sam)).toContain('Ring them before they ring you.');
    expect(await wordsOf(sam)).not.toContain('Write it down');
    await sam.page.getByRole('button', { name: 'Go to the quiz' }).click();
    for (let question = 0; question < FOUR_QUESTIONS.length; question += 1) await answerRight(sam.page);
    expect(await wordsOf(sam)).toContain('You passed 100%');
    await sam.page.getByRole('button', { name: 'Continue' }).click();
    expect(await wordsOf(sam)).toContain('You finished The letter that never came');
    await sam.leave();

    const eleri = await arrive(ELERI, PHONE);
    await eleri.visit(`/courses/${slug}`);
    // Eleri reads the product in Welsh; the course stays in its author's words.
    await eleri.page.getByRole('button', { name: 'Dechrau' }).click();
    await eleri.page.waitForURL(/lessons\/1/);
    await eleri.visit(`/courses/${slug}/lessons/2`);
    expect(await wordsOf(eleri)).toContain('Write it down, and ring them before they ring you.');
    expect(eleri.troubles).toEqual([]);
    await eleri.leave();
  }, 240_000);

  it('tries a draft out in two frames', async () => {
    const grace = await arrive(GRACE, DESK);
    await grace.visit('/studio/courses/1/preview');
    await grace.page.locator('.preview--phone').scrollIntoViewIfNeeded();
    const phone = grace.page.frameLocator('.preview--phone iframe');
    const first = await phone.locator('h1').innerText();
    await phone.getByRole('button', { name: /Continue/ }).click();
    await phone.locator('h1').filter({ hasNotText: first }).waitFor();
    expect(await phone.locator('.wrap').first().evaluate('innerWidth')).toBe(390);
    const desk = grace.page.frameLocator('.preview--desktop iframe');
    expect(await desk.locator('.wrap').first().evaluate('innerWidth')).toBe(1200);
    expect(grace.troubles).toEqual([]);
    await grace.leave();
  }, 60_000);

  it('writes a block with the keyboard alone', async () => {
    const { page, leave } = await arrive(GRACE, DESK);
    await page.goto('/studio/courses/1/lessons/1');
    await tabTo(page, page.getByRole('button', { name: /^Text/ }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel('Text', { exact: true }));
    await page.keyboard.type('Typed without a mouse.');
    await tabTo(page, page.locator('.actions').getByRole('button', { name: 'Save' }));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/lessons\/1#/);
    expect(await wordsOf({ page })).toContain('Typed without a mouse.');
    const block = page.locator('li.block', { hasText: 'Typed without a mouse.' });
    await tabTo(page, block.getByRole('button', { name: /^Delete/ }));
    await page.keyboard.press('Enter');
    await block.waitFor({ state: 'detached' });
    await tabTo(page, page.getByRole('button', { name: /^Undo/ }));
    await page.keyboard.press('Enter');
    await block.waitFor();
    await leave();
  }, 120_000);
});

const MOST_TABS = 250;

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
  }
  throw new Error(`Tab does not reach ${target.toString()}.`);
}

/** Answers the question on the page as its author meant it, and goes on. */
async function answerRight(page: Page): Promise<void> {
  for (const label of await page.locator('form#question .opt label').all()) {
    if (/^(Listen|False)/.test(await label.innerText())) await label.click();
  }
  await page.getByRole('button', { name: 'Check my answer' }).click();
  await page.locator('.player__foot .govuk-button').last().click();
}
