import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { begin, change, hidden, pathOf } from './studio-world.js';
import { as, finish, startWeek } from './week-world.js';

const SLUG = '/campaigns/love-your-customers-week-2030';
const MONDAY = '2030-02-11';

describe('a week for one area', () => {
  let app: TestApp;
  let grace: Browserless;

  beforeAll(async () => {
    app = await startWeek('2030-02-01T10:00:00Z');
    grace = await as(app, 'grace');
    const draft = (await pathOf(grace, 'Love Your Customers Week 2027')).split('/').at(-1)!;
    const week = await begin(grace, '/copies', { draft, year: 2030 });
    await change(grace, `${week}/details`, { areas: 'A1', kinds: ['branch'] });
    await grace.post(`${week}/publish`, { revision: hidden(await grace.get(week), 'revision') });
    app.clock.set(`${MONDAY}T10:00:00Z`);
  });
  afterAll(() => app.stop());

  it.each(['sam', 'pia', 'dawn', 'ross'])('stands first on the home page of %s', async (reference) => {
    const person = await as(app, reference);
    expect((await person.get('/')).words).toContain('Love Your Customers Week');
    expect((await person.get(SLUG)).status).toBe(200);
    expect((await person.get('/campaigns')).words).toContain('Love Your Customers Week 2030');
  });

  it('is there for the CX team, whoever it is for', async () => {
    expect((await (await as(app, 'nik')).get(SLUG)).status).toBe(200);
  });

  it('counts the units that it is for, and no lesson of others', async () => {
    await finish(app, 'sea', 'a-proper-hello', `${MONDAY}T09:00:00Z`);
    await finish(app, 'sam', 'a-proper-hello', `${MONDAY}T09:00:00Z`);
    expect((await (await as(app, 'ross')).get(SLUG)).words).toMatch(/1 of 2 teams have joined.*Lessons done 1/);
  });

  describe('for an outsider', () => {
    it.each(['sea', 'cora'])('is not found by %s of another area', async (reference) => {
      const person = await as(app, reference);
      expect((await person.get('/')).words).not.toContain('Love Your Customers Week');
      expect((await person.get('/campaigns')).words).not.toContain('Love Your Customers Week 2030');
      for (const path of [SLUG, `${SLUG}/days/${MONDAY}`, `${SLUG}/days/${MONDAY}/huddle`, `${SLUG}/result`]) {
        expect([path, [403, 404].includes((await person.get(path)).status)]).toEqual([path, true]);
      }
      const pledged = await person.post(`${SLUG}/days/${MONDAY}/pledges`, { words: 'Me too.' });
      expect(pledged.status).toBe(404);
    });
  });
});
