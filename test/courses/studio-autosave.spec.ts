import { beforeEach, expect, it } from '@jest/globals';
import { describeInBrowser, PHONE } from '../support/browser.js';
import { expectSound, setStage } from '../support/stage.js';
import { addBlock, contentOf, newDraft, startStudio, type StudioWorld } from './studio-world.js';

describeInBrowser('a form that saves by itself', () => {
  let world: StudioWorld;
  let form: string;
  const stage = setStage(async () => {
    world = await startStudio();
    return world.app;
  });
  beforeEach(async () => {
    form = await addBlock(world.grace, `${await newDraft(world.grace)}/lessons/1`, 'text');
  });

  const stored = async () =>
    (await contentOf<{ lessons: { blocks: { text: string }[] }[] }>(world.app, form)).lessons[0]!.blocks[0]!.text;

  /** Until it is stored, for at most ten seconds. */
  async function untilStored(text: string): Promise<void> {
    for (let times = 0; times < 50 && (await stored()) !== text; times += 1) {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(await stored()).toBe(text);
  }

  it('says when it saved and shows how it looks, and goes on from there', async () => {
    const { page, troubles, visit, leave } = await stage.arrive('grace', PHONE);
    await visit(form);
    await page.getByLabel('Text').fill('Say **hello**.');
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await untilStored('Say **hello**.');
    await page.locator('[data-live="look"] strong', { hasText: 'hello' }).waitFor();
    await page.getByLabel('Text').fill('Say **hello** twice.');
    await untilStored('Say **hello** twice.');
    await page.getByLabel('Text').fill('Say **hello** three times.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await untilStored('Say **hello** three times.');
    expect(troubles).toEqual([]);
    await leave();
  });

  it('saves what was typed a moment ago when its author goes away', async () => {
    const { page, visit, leave } = await stage.arrive('grace');
    await visit(form);
    await page.getByLabel('Text').fill('Half a thought');
    await page.getByRole('link', { name: 'Studio' }).first().click();
    await untilStored('Half a thought');
    await leave();
  });

  it('leaves it to its author when a colleague wrote the same, and both versions can be read', async () => {
    const grace = await stage.arrive('grace');
    const tom = await stage.arrive('tom');
    await Promise.all([grace.visit(form), tom.visit(form)]);
    await grace.page.getByLabel('Text').fill('Grace’s words');
    await untilStored('Grace’s words');
    await tom.page.getByLabel('Text').fill('Tom’s words');
    await tom.page.getByText('Not saved yet. Press Save to see why.').waitFor();
    await tom.page.getByRole('button', { name: 'Save', exact: true }).click();
    await tom.page.getByRole('heading', { name: 'Two versions of the same thing' }).waitFor();
    await expectSound(tom.page);
    await tom.page.getByRole('button', { name: 'Keep mine' }).click();
    await untilStored('Tom’s words');
    await Promise.all([grace.leave(), tom.leave()]);
  });

  it('saves on Enter, by the keyboard alone', async () => {
    const callout = await addBlock(world.grace, form.replace(/\/blocks.*/, ''), 'callout');
    const { page, visit, leave } = await stage.arrive('grace');
    await visit(callout);
    await page.getByLabel('Heading', { exact: true }).fill('Try saying');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/lessons\/1#callout$/);
    await page.getByText('Try saying').waitFor();
    await leave();
  });
});
