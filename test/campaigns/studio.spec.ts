import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { begin, change, fieldsOf, hidden, pathOf, press, STUDIO } from './studio-world.js';
import { as, pledge, startWeek, WEEK } from './week-world.js';

describe('the campaign studio', () => {
  let app: TestApp;
  let grace: Browserless;

  beforeAll(async () => {
    app = await startWeek('2027-03-01T10:00:00Z');
    grace = await as(app, 'grace');
  });
  beforeEach(() => app.clock.set('2027-03-01T10:00:00Z'));
  afterAll(() => app.stop());

  const template = (year: number) => begin(grace, '/from-template', { year });

  it('lists what is planned and what is over, with the weeks that came from files', async () => {
    const { words } = await grace.get(STUDIO);
    expect(words).toMatch(/Over .*Love Your Customers Week 2027 .*6 days .*The whole network .*Loaded on/);
  });

  it('makes a draft from the template: six days, a driver each, in the week that holds 14 February', async () => {
    const week = await template(2029);
    const { words } = await grace.get(week);
    expect(words).toContain('Love Your Customers Week 2029');
    expect(words).toContain('Monday 12 to Saturday 17 February 2029');
    for (const driver of ['Friendly', 'Efficiency', 'Expectations', 'Understanding', 'Professional', 'Knowledge']) {
      expect(words).toContain(driver);
    }
    expect(words).toContain('6 things are left to do');
    expect(words).toContain('Monday 12 February has no course.');
  });

  it('makes one draft of a form that is sent twice', async () => {
    const formToken = hidden(await grace.get(`${STUDIO}/new`), 'formToken');
    const send = () => grace.post(`${STUDIO}/from-template`, { formToken, year: 2031 });
    const [one, other] = await Promise.all([send(), send()]);
    expect(one.location).toBe(other.location);
  });

  it('begins empty, with a day for every date', async () => {
    const week = await begin(grace, '', { title: 'Kind week', startsOn: '2028-05-01', endsOn: '2028-05-03' });
    const { words } = await grace.get(week);
    expect(words).toContain('Kind week 2028');
    expect(words).toMatch(/Monday 1 May No theme yet .* Wednesday 3 May No theme yet/);
  });

  it.each([
    ['', { title: '', startsOn: '2028-05-01', endsOn: '2028-05-03' }, 'Name the week'],
    ['', { title: 'Kind', startsOn: '2028-02-30', endsOn: '2028-05-03' }, 'Choose a day.'],
    ['', { title: 'Kind', startsOn: '2028-05-03', endsOn: '2028-05-01' }, 'Let the week end after it starts.'],
    ['/from-template', { year: 'next' }, 'Give a year from 2000 to 2099.'],
    ['/copies', { draft: 'x', year: 2030 }, 'Choose the week to copy.'],
  ])('says what is wrong with a beginning: %s %j', async (how, fields, sentence) => {
    const formToken = hidden(await grace.get(`${STUDIO}/new`), 'formToken');
    const answer = await grace.post(`${STUDIO}${how}`, { formToken, ...fields });
    expect([answer.status, answer.words]).toEqual([422, expect.stringContaining(sentence)]);
  });

  it('refuses a copy onto the week itself', async () => {
    const week = await pathOf(grace, 'Love Your Customers Week 2027');
    const formToken = hidden(await grace.get(`${STUDIO}/new`), 'formToken');
    const draft = week.split('/').at(-1)!;
    const answer = await grace.post(`${STUDIO}/copies`, { formToken, draft, year: 2027 });
    expect([answer.status, answer.words]).toEqual([422, expect.stringContaining('the year of the week itself')]);
  });

  describe('writing', () => {
    let week: string;
    beforeEach(async () => {
      week = await template(2033);
    });
    const words = async () => (await grace.get(week)).words;

    it('keeps a day’s words, and undo takes the last change back and forth', async () => {
      const saved = await change(grace, `${week}/days/day-1`, { title: 'Good morning', course: 'a-proper-hello' });
      expect((await grace.follow(saved)).words).toMatch(/Saved\. .*Good morning/);
      expect(await words()).toContain('A proper hello');
      await press(grace, week, 'undos');
      expect(await words()).toContain('Glad you came in');
      await press(grace, week, 'undos');
      expect(await words()).toContain('Good morning');
    });

    it('moves a theme to another date, adds one and removes one', async () => {
      await press(grace, week, 'days/day-1/moves', { to: 'later' });
      expect(await words()).toMatch(/Monday 14 February One step fewer .* Tuesday 15 February Glad you came in/);
      const full = await press(grace, week, 'days');
      expect([full.status, full.words]).toEqual([422, expect.stringContaining('Make the week longer first')]);
      await press(grace, week, 'days/day-3/removals');
      expect(await words()).not.toContain('Wednesday 16 February');
      const added = await press(grace, week, 'days');
      expect((await grace.follow(added)).words).toContain('Wednesday 16 February');
    });

    it('keeps name, dates and audience, and says them back', async () => {
      await change(grace, `${week}/details`, { title: 'Warm week', regions: 'R1', kinds: ['branch'], areas: 'A1, A2' });
      expect(await words()).toContain('Branches in R1, A1 and A2');
      const form = await grace.get(`${week}/details`);
      expect(fieldsOf(form)).toMatchObject({ title: 'Warm week', areas: 'A1, A2' });
      expect(form.text).toMatch(/value="branch" checked/);
    });

    it.each([
      ['details', { slug: 'Not A Slug' }, 'Write the address in small letters'],
      ['details', { startsOn: '2033-02-31' }, 'Choose a day.'],
      ['details', { story: 'x'.repeat(401) }, 'Tell the story in up to 400 characters.'],
      ['days/day-1', { title: 'x'.repeat(101) }, 'Give the theme a title of up to 100 characters.'],
      ['days/day-1', { driver: 'speed' }, 'Choose a driver from the list.'],
      ['days/day-1', { heldOn: 'tomorrow' }, 'Choose a day.'],
    ])('gives a form back with what was typed: %s %j', async (form, fields, sentence) => {
      const answer = await change(grace, `${week}/${form}`, fields);
      expect([answer.status, answer.words]).toEqual([422, expect.stringContaining(sentence)]);
    });

    it('shows markup as the words they are', async () => {
      await change(grace, `${week}/days/day-1`, { title: '<script>alert(1)</script>' });
      expect((await grace.get(week)).text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    });

    it('shows a day as staff will see it, with nothing on it that could be sent', async () => {
      await change(grace, `${week}/days/day-1`, { course: 'a-proper-hello' });
      const preview = await grace.get(`${week}/days/day-1/preview`);
      expect(preview.words).toContain('A preview of the day as staff will see it.');
      expect(preview.words).toContain('How will you show the next person that they are welcome?');
      expect(preview.words).toContain('Start Monday’s lesson');
      expect(preview.text).not.toContain('/pledges');
    });

    it('is deleted while nobody sees it', async () => {
      await press(grace, week, 'deletions');
      expect((await grace.get(week)).status).toBe(404);
    });
  });

  describe('two authors at once', () => {
    let week: string;
    let ros: Browserless;
    beforeEach(async () => {
      week = await template(2035);
      ros = await as(app, 'ros');
    });

    it('never overwrite each other unseen: the second sees both and chooses', async () => {
      const day = `${week}/days/day-1`;
      const mine = fieldsOf(await grace.get(day));
      await change(ros, day, { title: 'From Ros' });
      const refused = await grace.post(day, { ...mine, title: 'From Grace' });
      expect(refused.status).toBe(422);
      expect(refused.words).toMatch(/ros Jones changed this at \d\d:\d\d, while you had it open/);
      expect(refused.words).toContain('What ros Jones saved');
      expect(refused.words).toContain('Theme From Ros');
      expect(fieldsOf(refused).title).toBe('From Grace');
      const again = await grace.post(day, { ...fieldsOf(refused) });
      expect(again.status).toBe(303);
      expect((await grace.get(week)).words).toContain('From Grace');
    });

    it('write different days without being in each other’s way', async () => {
      const mine = fieldsOf(await grace.get(`${week}/days/day-1`));
      await change(ros, `${week}/days/day-2`, { title: 'From Ros' });
      expect((await grace.post(`${week}/days/day-1`, { ...mine, title: 'From Grace' })).status).toBe(303);
      const { words } = await grace.get(week);
      expect(words).toContain('From Grace');
      expect(words).toContain('From Ros');
    });

    it('do not undo what they have not seen', async () => {
      const revision = hidden(await grace.get(week), 'revision');
      await change(ros, `${week}/days/day-2`, { title: 'From Ros' });
      const refused = await grace.post(`${week}/undos`, { revision });
      expect([refused.status, refused.words]).toEqual([422, expect.stringContaining('ros Jones changed this')]);
      expect((await grace.get(week)).words).toContain('From Ros');
    });
  });

  describe('once a week has begun', () => {
    let week: string;
    beforeEach(async () => {
      app.clock.set('2027-02-10T10:00:00Z');
      week = await pathOf(grace, 'Love Your Customers Week 2027');
    });

    it('lets its words change, and publishes them', async () => {
      await change(grace, `${week}/days/day-3`, { challenge: 'Say sorry first.' });
      expect((await grace.get(`${WEEK}/days/2027-02-10`)).words).not.toContain('Say sorry first.');
      const page = await grace.get(`${week}/publish`);
      expect((await grace.post(`${week}/publish`, { revision: hidden(page, 'revision') })).status).toBe(303);
      expect((await grace.get(`${WEEK}/days/2027-02-10`)).words).toContain('Say sorry first.');
    });

    it('keeps its dates, days, drivers and courses, whatever is sent', async () => {
      const tampered = [
        await change(grace, `${week}/days/day-3`, { heldOn: '2027-02-13' }),
        await change(grace, `${week}/days/day-3`, { course: 'a-proper-hello' }),
        await change(grace, `${week}/details`, { startsOn: '2027-02-07', endsOn: '2027-02-13', slug: 'x' }),
        await press(grace, week, 'days/day-3/moves', { to: 'later' }),
        await press(grace, week, 'days/day-3/removals'),
      ];
      for (const { status, words } of tampered) {
        expect([status, words]).toEqual([422, expect.stringContaining('The week has begun.')]);
      }
    });

    it('says that a day with pledges stays', async () => {
      await pledge(await as(app, 'sam'), 'I’ll listen.');
      const { status, words } = await press(grace, week, 'days/day-3/removals');
      expect([status, words]).toEqual([422, expect.stringContaining('People have pledged on Wednesday 10 February')]);
    });

    it('cannot be taken back', async () => {
      const { status, words } = await press(grace, week, 'recalls');
      expect([status, words]).toEqual([422, expect.stringContaining('can’t be taken back')]);
      expect((await grace.get(WEEK)).status).toBe(200);
    });
  });

  describe('for an outsider', () => {
    it.each(['sam', 'pia', 'dawn', 'ross', 'nik'])('is closed to %s', async (reference) => {
      const visitor = await as(app, reference);
      const week = await pathOf(grace, 'Love Your Customers Week 2027');
      for (const path of [STUDIO, `${STUDIO}/new`, week, `${week}/publish`, `${week}/file`, `${week}/days/day-1`]) {
        expect((await visitor.get(path)).status).toBe(403);
      }
      for (const path of [STUDIO, `${STUDIO}/from-template`, `${week}/publish`, `${week}/recalls`, `${week}/days`]) {
        expect((await visitor.post(path, { revision: 1, year: 2040 })).status).toBe(403);
      }
    });

    it.each(['/0', '/abc', '/999999', '/1e3', '/1/days/none', '/1/days/day-1/x'])(
      'finds nothing at %s',
      async (path) => {
        expect((await grace.get(`${STUDIO}${path}`)).status).toBe(404);
      },
    );

    it('takes no fields that are not text', async () => {
      const week = await template(2037);
      const answer = await grace.post(`${week}/days/day-1`, { revision: 1, title: ['a', 'b'], summary: ['c', 'd'] });
      expect(answer.status).toBe(422);
    });
  });
});
