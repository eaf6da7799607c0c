import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CampaignContentService } from '../../src/campaigns/campaign-content.service.js';
import type { TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { begin, change, hidden, pathOf, press } from './studio-world.js';
import { as, startWeek } from './week-world.js';

describe('publishing a week', () => {
  let app: TestApp;
  let grace: Browserless;
  let year = 2040;

  beforeAll(async () => {
    app = await startWeek('2027-03-01T10:00:00Z');
    grace = await as(app, 'grace');
  });
  beforeEach(() => {
    app.clock.set('2027-03-01T10:00:00Z');
    year += 1;
  });
  afterAll(() => app.stop());

  const original = async () => (await pathOf(grace, 'Love Your Customers Week 2027')).split('/').at(-1)!;
  const copy = async () => begin(grace, '/copies', { draft: await original(), year });
  const publish = async (week: string) =>
    grace.post(`${week}/publish`, { revision: hidden(await grace.get(week), 'revision') });
  const slug = () => `/campaigns/love-your-customers-week-${year}`;

  it('lists what blocks it, and is refused until that is done', async () => {
    const week = await begin(grace, '', { title: 'Kind week', startsOn: `${year}-05-01`, endsOn: `${year}-05-02` });
    const { words } = await grace.get(`${week}/publish`);
    for (const sentence of ['The week has no story', 'has no driver.', 'has no course.', 'still needs: a title']) {
      expect(words).toContain(sentence);
    }
    expect(words).not.toContain('Publish the week Cookies');
    const refused = await publish(week);
    expect([refused.status, refused.words]).toEqual([422, expect.stringContaining('can’t be published yet')]);
  });

  it('shows a copy to everybody once it is published, and a second click changes nothing', async () => {
    const week = await copy();
    expect((await grace.get(slug())).status).toBe(404);
    expect((await publish(week)).status).toBe(303);
    expect((await publish(week)).status).toBe(303);
    expect((await (await as(app, 'sam')).get(slug())).status).toBe(200);
    expect((await grace.get(week)).words).toContain('Everybody in its audience sees it as it stands here.');
    const events = await app.db.query(`select from event where kind = 'campaigns.published'`);
    const drafts = await app.db.query(
      'select from campaign_draft where published_revision is not null and made_by is not null',
    );
    expect(events.length).toBe(drafts.length);
  });

  it('says that courses of an earlier week will be found done', async () => {
    const { words } = await grace.get(`${await copy()}/publish`);
    expect(words).toContain('“Hear the worry” was in an earlier week');
  });

  it('warns of another week in the same days for the same people', async () => {
    await publish(await copy());
    const second = await copy();
    expect((await grace.get(`${second}/publish`)).words).toMatch(
      /“Love Your Customers Week” from Monday .* runs in the same days/,
    );
  });

  it('refuses an address that another week has', async () => {
    await publish(await copy());
    const second = await copy();
    await change(grace, `${second}/details`, { slug: `love-your-customers-week-${year}` });
    const refused = await publish(second);
    expect([refused.status, refused.words]).toEqual([422, expect.stringContaining('Another week has the address')]);
  });

  it('is taken back before the week begins, and published again', async () => {
    const week = await copy();
    await publish(week);
    const taken = await press(grace, week, 'recalls');
    expect((await grace.follow(taken)).words).toContain('It is a draft again');
    expect((await (await as(app, 'sam')).get(slug())).status).toBe(404);
    await publish(week);
    expect((await (await as(app, 'sam')).get(slug())).status).toBe(200);
  });

  it('goes back to what is published', async () => {
    const week = await copy();
    await publish(week);
    await change(grace, `${week}/days/day-1`, { title: 'Something else' });
    expect((await grace.get(week)).words).toContain('Your changes are not published yet.');
    await press(grace, week, 'restorations');
    const { words } = await grace.get(week);
    expect(words).toContain('A proper hello');
    expect(words).toContain('Everybody in its audience sees it as it stands here.');
  });

  it('refuses a course that was never published, and codes that nobody has', async () => {
    const week = await copy();
    await change(grace, `${week}/days/day-1`, { course: 'no-such-course' });
    await change(grace, `${week}/details`, { areas: 'A1 ZZ9' });
    const { words } = await grace.get(`${week}/publish`);
    expect(words).toContain('“no-such-course”, is not published.');
    expect(words).toContain('No region or area has the code ZZ9.');
  });

  it('leaves its file alone from then on', async () => {
    const week = await pathOf(grace, 'Love Your Customers Week 2026');
    await change(grace, `${week}/days/day-1`, { summary: 'Written in the studio.' });
    const directory = await mkdtemp(join(tmpdir(), 'cxu-campaigns-'));
    await cp(resolve('content/campaigns'), join(directory, 'campaigns'), { recursive: true });
    const file = join(directory, 'campaigns/love-your-customers-week-2026.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/story: .*/, 'story: Written in the file.'));
    expect(await app.nest.get(CampaignContentService).loadContent(directory)).toEqual({ loaded: [] });
    expect((await grace.get(week)).words).toContain('Written in the studio.');
    expect((await grace.get(week)).words).not.toContain('Written in the file.');
  });
});
