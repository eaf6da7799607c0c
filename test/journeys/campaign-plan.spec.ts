import { beforeAll, expect, it } from '@jest/globals';
import { as, startWeek } from '../campaigns/week-world.js';
import { describeInBrowser, DESK, PHONE, sidewaysScroll, violationsOf, type Visitor } from '../support/browser.js';
import { setStage, wordsOf } from '../support/stage.js';

/** Next year's week from this year's, by an author whose browser runs no JavaScript. */
describeInBrowser('planning next year’s week', () => {
  let grace: Visitor;
  let steps = 0;
  const stage = setStage(() => startWeek('2027-11-20T10:00:00Z'));
  beforeAll(async () => {
    grace = await stage.arrive('grace', { ...DESK, javaScript: false });
  });

  const main = () => grace.page.getByRole('main');
  const words = () => wordsOf(grace);
  const press = async (name: string | RegExp, role: 'link' | 'button' = 'button') => {
    steps += 1;
    await main().getByRole(role, { name }).first().click();
  };
  const type = async (label: string, text: string) => {
    steps += 1;
    await grace.page.getByLabel(label, { exact: true }).fill(text);
  };

  it('copies it, and the weekdays stay around 14 February', async () => {
    await grace.visit('/studio/campaigns');
    await press(/^Copy Love Your Customers Week 2027/, 'link');
    expect(await grace.page.getByLabel('To the year').inputValue()).toBe('2028');
    await press('Copy the week');
    expect(await words()).toContain('Monday 14 to Saturday 19 February 2028');
    expect(await words()).toContain('It is ready. Nobody sees it until you publish it.');
  });

  it('changes a day, moves it, thinks again, and looks at it as staff will', async () => {
    await press('A proper hello', 'link');
    await type('Theme', 'A proper good morning');
    await press('Save the day');
    expect(await words()).toMatch(/Monday 14 February A proper good morning/i);
    await press(/^Later ?Monday/);
    expect(await words()).toMatch(/Tuesday 15 February A proper good morning/i);
    await press('Undo');
    expect(await words()).toMatch(/Monday 14 February A proper good morning/i);
    await press(/^Preview/, 'link');
    expect(await words()).toContain('A preview of the day as staff will see it.');
    await press('Back to the week', 'link');
  });

  it('publishes it in a few steps', async () => {
    await press('Go to publishing');
    await press('Publish the week');
    expect(await words()).toContain('Everybody in its audience sees it as it stands here.');
    expect(steps).toBeLessThanOrEqual(12);
    const sam = await as(stage.app, 'sam');
    expect((await sam.get('/campaigns')).words).toContain('Love Your Customers Week 2028');
  });

  it('is shown to a second author what the first saved, and the choice is theirs', async () => {
    await press('A proper good morning', 'link');
    const ros = await stage.arrive('ros', { ...PHONE, javaScript: false });
    await ros.visit(new URL(grace.page.url()).pathname);
    await ros.page.getByLabel('Theme', { exact: true }).fill('From Ros');
    await ros.page.getByRole('button', { name: 'Save the day' }).click();
    await type('Theme', 'From Grace');
    await press('Save the day');
    expect(await words()).toMatch(/ros Jones changed this at .*What ros Jones saved .*From Ros/);
    expect(await grace.page.getByLabel('Theme', { exact: true }).inputValue()).toBe('From Grace');
    await ros.leave();
  });

  it('has pages that everybody can use', async () => {
    const looker = await stage.arrive('grace', PHONE);
    const week = new URL(grace.page.url()).pathname.replace(/\/days\/.*/, '');
    const pages = { list: '/studio/campaigns', new: '/studio/campaigns/new', week, publish: `${week}/publish` };
    for (const [name, path] of Object.entries({ ...pages, details: `${week}/details`, day: `${week}/days/day-1` })) {
      await looker.visit(path);
      await looker.keepPicture(`campaign-plan-${name}-phone`);
      expect([path, await violationsOf(looker.page), await sidewaysScroll(looker.page)]).toEqual([path, [], 0]);
      await grace.visit(path);
      await grace.keepPicture(`campaign-plan-${name}-desk`);
    }
    expect(looker.troubles).toEqual([]);
    await looker.leave();
  });
});
