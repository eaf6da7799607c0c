import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { webApplication } from '../../src/application.js';
import { readConfig } from '../../src/platform/config.js';
import type { TestApp } from '../support/app.js';
import { Browserless } from '../support/browserless.js';
import { begin, hidden, pathOf } from './studio-world.js';
import { as, startWeek } from './week-world.js';

const SLUG = '/campaigns/love-your-customers-week-2028';

describe('next year’s week from this year’s', () => {
  let app: TestApp;
  const later: NestExpressApplication[] = [];

  beforeAll(async () => {
    app = await startWeek('2027-11-20T10:00:00Z');
    const grace = await as(app, 'grace');
    const draft = (await pathOf(grace, 'Love Your Customers Week 2027')).split('/').at(-1)!;
    const week = await begin(grace, '/copies', { draft, year: 2028 });
    await grace.post(`${week}/publish`, { revision: hidden(await grace.get(week), 'revision') });
  });
  afterAll(async () => {
    await Promise.all(later.map((one) => one.close()));
    await app.stop();
  });

  /** The same installation, started again with CXU_NOW. Everybody is signed in with the session they had. */
  async function startedAt(now: string): Promise<(reference: string) => Promise<Browserless>> {
    const config = readConfig({ DATABASE_URL: app.databaseUrl, CXU_LOG: 'silent', CXU_NOW: now });
    const started = await webApplication(config, app.databaseUrl);
    later.push(started);
    await started.listen(0, '127.0.0.1');
    const { port } = started.getHttpServer().address() as AddressInfo;
    return async (reference) => {
      const browser = new Browserless(`http://127.0.0.1:${port}`);
      for (const [name, value] of (await as(app, reference)).cookies) browser.cookies.set(name, value);
      return browser;
    };
  }

  it('keeps its weekdays around 14 February, which is a Monday then', async () => {
    const page = await (await as(app, 'grace')).get(SLUG);
    expect(page.words).toContain('Monday 14 to Saturday 19 February 2028');
    expect(page.words).toMatch(/Wednesday .*When it goes wrong/);
  });

  it('stands first on Sam’s home page on its Wednesday, with CXU_NOW', async () => {
    const visit = await startedAt('2028-02-16T10:00:00Z');
    const home = await (await visit('sam')).get('/');
    expect(home.text).toMatch(/<h1[^>]*>\s*When it goes wrong/);
    expect(home.words).toContain('Love Your Customers Week, day 3 of 6');
    expect(home.words).toContain('Start today’s lesson');
    expect(home.text).toContain('href="/courses/when-it-goes-wrong/lessons/1"');
  });

  it('can be previewed by the postmaster from the Thursday before, not earlier, and not by staff', async () => {
    const wednesday = await startedAt('2028-02-09T10:00:00Z');
    expect((await (await wednesday('pia')).get(`${SLUG}/huddles`)).status).toBe(404);
    const thursday = await startedAt('2028-02-10T10:00:00Z');
    const pia = await thursday('pia');
    expect((await pia.get(SLUG)).words).toMatch(/Preview .*When it goes wrong/);
    expect((await pia.get(`${SLUG}/days/2028-02-16`)).words).toContain('A preview for you to read and print.');
    expect((await pia.get(`${SLUG}/huddles`)).words).toContain('Who was there');
    expect((await (await thursday('sam')).get(SLUG)).words).toContain('Opens Wednesday');
  });

  it('leaves this year’s week as it was', async () => {
    const rows = await app.db.query<{ heldOn: string }>(
      `select d.held_on "heldOn" from theme_day d join campaign c on c.id = d.campaign_id
        where c.slug = 'love-your-customers-week-2027' order by 1`,
    );
    expect(rows.map((row) => row.heldOn)).toEqual(['08', '09', '10', '11', '12', '13'].map((day) => `2027-02-${day}`));
  });
});
