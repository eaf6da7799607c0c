import { expect, it } from '@jest/globals';
import { startTestApp } from '../support/app.js';
import { describeInBrowser, DESK, PHONE, type Screen, signInThroughForm, type Visitor } from '../support/browser.js';
import { expectSound, setStage, wordsOf } from '../support/stage.js';
import { walkToTheEnd } from './walk.js';

const PASSWORD = 'love-your-customers';
const SAM = '100001';
const DAWN = '200001';
const NIKHIL = '310001';

/** The README's "Five minutes", in its order: each part stands on what the one before left behind. */
describeInBrowser('five minutes with the product', () => {
  const stage = setStage(() => startTestApp({ demo: true }));

  const arrive = async (reference: string, screen: Screen): Promise<Visitor> => {
    const visitor = await stage.arrive(null, screen);
    await signInThroughForm(visitor, reference, PASSWORD);
    return visitor;
  };
  const press = ({ page }: Visitor, name: string | RegExp, role: 'link' | 'button' = 'button') =>
    page.getByRole('main').getByRole(role, { name }).first().click();

  it('Sam does Wednesday’s lesson on a phone, with JavaScript off', async () => {
    const sam = await arrive(SAM, { ...PHONE, javaScript: false });
    expect(await wordsOf(sam)).toContain('When it goes wrong');
    await sam.keepPicture('1-sam-home-phone');
    await press(sam, 'Start today’s lesson');
    await walkToTheEnd(sam.page, async () => expect(sam.page.url()).toMatch(/\/(courses|attempts)\//));
    expect(await wordsOf(sam)).toContain('You finished When it goes wrong');
    await sam.keepPicture('1-sam-finished-phone');
    await sam.leave();
  }, 180_000);

  it('Dawn finds Ashbridge, reads why, and assigns in three presses', async () => {
    const dawn = await arrive(DAWN, DESK);
    await dawn.page
      .getByRole('navigation', { name: 'Main', exact: true })
      .getByRole('link', { name: 'Dashboard' })
      .click();
    expect(await wordsOf(dawn)).toMatch(/slipping at Ashbridge/);
    expect(await wordsOf(dawn)).toMatch(/sent elsewhere/);
    await dawn.keepPicture('2-dawn-area-desk');

    await press(dawn, 'Assign ‘Put it right first time’');
    expect(await wordsOf(dawn)).toContain('Ashbridge');
    await press(dawn, 'See who this reaches');
    expect(await wordsOf(dawn)).toMatch(/What they’ll read/);
    await dawn.keepPicture('2-dawn-preview-desk');
    await press(dawn, /^Assign to/);
    expect(await wordsOf(dawn)).toMatch(/Assigned to/);
    expect(dawn.troubles).toEqual([]);
    await dawn.leave();
  }, 60_000);

  it('another area’s page is not found for Dawn', async () => {
    const dawn = await arrive(DAWN, DESK);
    const response = await dawn.visit('/areas/A08');
    expect(response?.status()).toBe(404);
    expect(await wordsOf(dawn)).toContain('We can’t find that page');
    await dawn.leave();
  });

  it('Sam finds who asked and why, finishes the course and passes its quiz', async () => {
    const sam = await arrive(SAM, PHONE);
    expect(await wordsOf(sam)).toMatch(/Put it right first time.*Dawn Mercer/);
    await sam.page
      .getByRole('main')
      .getByRole('link', { name: /Put it right first time/ })
      .first()
      .click();
    await press(sam, /^(Start|Go on)/);
    await walkToTheEnd(sam.page, async () => {
      await expectSound(sam.page);
    });
    expect(await wordsOf(sam)).toContain('You finished Put it right first time');
    expect(sam.troubles).toEqual([]);
    await sam.leave();
  }, 240_000);

  it('Dawn sees that Sam has finished', async () => {
    const dawn = await arrive(DAWN, DESK);
    await dawn.visit('/assignments');
    await press(dawn, 'Put it right first time', 'link');
    expect(await wordsOf(dawn)).toMatch(/Sam Kaur Where Ashbridge How far Finished|Sam Kaur.*Finished/);
    await expectSound(dawn.page);
    await dawn.visit('/units/021047');
    expect(await wordsOf(dawn)).toMatch(/Sam Kaur.*Put it right first time/);
    await dawn.keepPicture('3-dawn-unit-desk');
    await dawn.leave();
  }, 60_000);

  it('Dawn opens last year’s week and what came of it', async () => {
    const dawn = await arrive(DAWN, DESK);
    await dawn.visit('/campaigns/love-your-customers-week-2026');
    await press(dawn, /result/i, 'link');
    const text = await wordsOf(dawn);
    expect(text).toContain('Grade D, before and after only');
    expect(text).toMatch(/No clear change/);
    await dawn.keepPicture('4-dawn-result-desk');
    await dawn.leave();
  }, 60_000);

  it('Nikhil sets completion against scores and reads the caution', async () => {
    const nikhil = await arrive(NIKHIL, DESK);
    await nikhil.page
      .getByRole('navigation', { name: 'Main', exact: true })
      .getByRole('link', { name: 'Impact' })
      .click();
    await press(nikhil, 'Look at the link', 'link');
    const text = await wordsOf(nikhil);
    expect(text.match(/Grade C, association/g)?.length).toBeGreaterThanOrEqual(2);
    expect(text).toMatch(/[Ww]ell-run branches may do both/);
    await nikhil.keepPicture('5-nikhil-link-desk');
    expect(nikhil.troubles).toEqual([]);
    await nikhil.leave();
  }, 60_000);
});
