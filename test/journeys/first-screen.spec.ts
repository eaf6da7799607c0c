import { expect, it } from '@jest/globals';
import { startTestApp } from '../support/app.js';
import { describeInBrowser, type Screen, type Visitor } from '../support/browser.js';
import { expectSound, setStage, wordsOf } from '../support/stage.js';

const DAWN = '200001';
const NIKHIL = '310001';
const DESK: Screen = { width: 1280, height: 800 };
const PHONE: Screen = { width: 390, height: 844 };
/** The bar of tabs that lies over the foot of a phone’s screen. */
const TABS = 64;

/** What a manager sees of a place before anything is scrolled. */
describeInBrowser('the first screen of a dashboard', () => {
  const stage = setStage(() => startTestApp({ demo: true }));

  /** Where each part of the first card ends, in pixels from the top. */
  const ends = ({ page }: Visitor) =>
    page
      .locator('.act')
      .first()
      .evaluate((card) => {
        const bottom = (part: string) => card.querySelector(part)?.getBoundingClientRect().bottom ?? Infinity;
        return { card: bottom(':scope > :last-child'), parts: ['h3', 'p', '.act__said', '.row a'].map(bottom) };
      });

  it.each([
    ['at a desk, the whole card', { ...DESK, javaScript: false }, DESK.height],
    [
      'on a phone, headline, reason, a customer’s words and the action',
      { ...PHONE, javaScript: false },
      PHONE.height - TABS,
    ],
    ['on a phone with scripts', PHONE, PHONE.height - TABS],
  ])(
    'of an area names one branch: %s',
    async (_, screen, room) => {
      const dawn = await stage.arrive(DAWN, screen);
      await dawn.visit('/areas/A07');
      const { card, parts } = await ends(dawn);
      for (const part of parts) expect(part).toBeLessThan(room);
      if (screen.width === DESK.width) expect(card).toBeLessThan(room);
      const first = await dawn.page.locator('.act').first().innerText();
      expect(first).toMatch(/slipping at Ashbridge/);
      expect(first).toMatch(/“[^”]*sent elsewhere[^”]*”/i);
      expect(first).toContain('Assign ‘Put it right first time’');
      await dawn.leave();
    },
    60_000,
  );

  it('of a branch on a phone holds reason, a customer’s words and the action too', async () => {
    const dawn = await stage.arrive(DAWN, { ...PHONE, javaScript: false });
    await dawn.visit('/units/021047');
    for (const part of (await ends(dawn)).parts) expect(part).toBeLessThan(PHONE.height - TABS);
    await dawn.leave();
  }, 60_000);

  it('leads from a number of branches to their list, with nothing to scroll for', async () => {
    const dawn = await stage.arrive(DAWN, { ...DESK, javaScript: false });
    await dawn.visit('/areas/A07');
    const link = dawn.page.getByRole('button', { name: /^See which \d+$/ });
    const behind = Number(/\d+/.exec(await link.innerText())?.[0]);
    await link.click();
    expect((await dawn.page.locator('#places').boundingBox())?.y).toBeLessThan(DESK.height / 2);
    expect(await wordsOf(dawn)).toContain(`Behind this week ${String(behind)}`);
    expect(await dawn.page.locator('.tbl tbody tr').count()).toBe(Math.min(behind, 15));
    await dawn.leave();
  }, 60_000);

  it('leads from the reason to training in two touches', async () => {
    const dawn = await stage.arrive(DAWN, { ...PHONE, javaScript: false });
    await dawn.visit('/areas/A07');
    await dawn.page.getByRole('button', { name: 'Assign ‘Put it right first time’' }).first().click();
    expect(await wordsOf(dawn)).toContain('Put it right first time');
    expect(dawn.page.url()).toContain('unit=021047');
    await dawn.leave();
  }, 60_000);

  it('can be put aside without scripts, and the next candidate stands there', async () => {
    const dawn = await stage.arrive(DAWN, { ...DESK, javaScript: false });
    await dawn.visit('/areas/A07');
    await dawn.page.locator('summary', { hasText: 'Not now, or done' }).first().click();
    await dawn.page
      .getByRole('button', { name: /^Not now/ })
      .first()
      .click();
    expect(await wordsOf(dawn)).toContain('Put aside for two weeks.');
    expect(await dawn.page.locator('.act h3').first().innerText()).not.toContain('Ashbridge');
    await dawn.page.locator('summary', { hasText: 'Put aside or done: 1' }).click();
    const withScripts = await stage.arrive(DAWN, PHONE);
    await withScripts.visit('/areas/A07');
    await expectSound(withScripts.page);
    await withScripts.leave();
    await dawn.page.getByRole('button', { name: /^Bring it back/ }).click();
    expect(await dawn.page.locator('.act h3').first().innerText()).toContain('Ashbridge');
    await dawn.leave();
  }, 60_000);

  it.each(['/dashboard', '/regions/R1', '/units/021047'])(
    'of %s offers an action, or says that nothing stands out, before anything is scrolled',
    async (path) => {
      const nikhil = await stage.arrive(NIKHIL, { ...DESK, javaScript: false });
      await nikhil.visit(path);
      const first = nikhil.page.locator('.act .row a, .quiet').first();
      const box = await first.boundingBox();
      expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(DESK.height);
      await nikhil.leave();
    },
    60_000,
  );
});
