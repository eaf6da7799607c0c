import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { as, finish, pledge, startWeek, WEDNESDAY, WEEK } from './week-world.js';

describe('pledges', () => {
  let app: TestApp;
  let sam: Browserless;

  beforeAll(async () => {
    app = await startWeek();
    sam = await as(app, 'sam');
  });
  beforeEach(async () => {
    app.clock.set('2027-02-10T10:00:00Z');
    await app.db.query('delete from pledge');
  });
  afterAll(() => app.stop());

  const pledges = () => app.db.query<{ words: string }>('select words from pledge order by id');

  it('is made once a day; other words replace the first', async () => {
    const made = await pledge(sam, 'I’ll ring back by four.');
    expect(made.location).toBe(WEDNESDAY);
    expect((await sam.follow(made)).words).toContain('Pledge made. Thank you.');
    await pledge(sam, 'I’ll listen to the end.');
    expect(await pledges()).toEqual([{ words: 'I’ll listen to the end.' }]);
    const page = await sam.get(WEDNESDAY);
    expect(page.words).toContain('Change my pledge');
    expect(page.text).toContain('I’ll listen to the end.</textarea>');
  });

  it('counts a double click once, in rows and in history', async () => {
    const before = await events();
    await Promise.all([pledge(sam, 'Once.'), pledge(sam, 'Once.')]);
    expect(await pledges()).toEqual([{ words: 'Once.' }]);
    expect((await events()) - before).toBe(1);
    expect((await sam.get(WEEK)).words).toContain('Pledges made 1');
  });

  it('is what comes next after the lesson of the day, until it is made', async () => {
    await finish(app, 'sam', 'when-it-goes-wrong', '2027-02-10T09:00:00Z');
    const finished = '/courses/when-it-goes-wrong/finished';
    expect((await sam.get(finished)).words).toContain('Make your pledge');
    await pledge(sam, 'I’ll listen.');
    expect((await sam.get(finished)).words).not.toContain('Make your pledge');
  });

  it('stands on the wall of the branch without a name', async () => {
    await pledge(sam, 'I’ll say sorry first.');
    const wall = (await (await as(app, 'pia')).get(WEDNESDAY)).words;
    expect(wall).toContain('What your team pledged I’ll say sorry first.');
    expect(wall).not.toMatch(/sam Jones/i);
  });

  it('lets a small team see only its own words each', async () => {
    await pledge(await as(app, 'kim'), 'I’ll call people by name.');
    expect((await (await as(app, 'kim')).get(WEDNESDAY)).words).toContain('Yours: “I’ll call people by name.”');
    expect((await (await as(app, 'kit')).get(WEDNESDAY)).words).not.toContain('call people by name');
  });

  it('comes back with the words when it is empty or too long', async () => {
    const empty = await pledge(sam, '   ');
    expect(empty.status).toBe(422);
    expect(empty.words).toContain('Write your pledge in up to 200 characters.');
    const long = await pledge(sam, `${'I will listen. '.repeat(14)}`);
    expect(long.status).toBe(422);
    expect(long.text).toContain('I will listen. I will listen.');
    expect(await pledges()).toEqual([]);
  });

  it('is closed before the day and after the fortnight', async () => {
    const early = await pledge(sam, 'Early.', `${WEEK}/days/2027-02-11`);
    expect([early.status, early.words]).toEqual([
      422,
      expect.stringContaining('You can pledge from Thursday 11 February'),
    ]);
    app.clock.set('2027-02-27T23:59:00Z');
    expect((await pledge(sam, 'Just in time.')).status).toBe(303);
    app.clock.set('2027-02-28T00:00:00Z');
    const late = await pledge(sam, 'Late.');
    expect([late.status, late.words]).toEqual([422, expect.stringContaining('closed on Saturday 27 February')]);
  });

  it('may be previewed but not made by a postmaster before the week', async () => {
    app.clock.set('2027-02-05T10:00:00Z');
    expect((await pledge(await as(app, 'pia'), 'Early.')).status).toBe(422);
  });

  it('shows markup as the words they are', async () => {
    await pledge(sam, '<b>Loud</b>');
    expect((await (await as(app, 'pia')).get(WEDNESDAY)).text).toContain('&lt;b&gt;Loud&lt;/b&gt;');
  });

  describe('for an outsider', () => {
    it('shows no other branch what was pledged', async () => {
      await pledge(sam, 'Only for Ashbridge.');
      for (const reference of ['sea', 'cora', 'dawn', 'nik']) {
        expect((await (await as(app, reference)).get(WEDNESDAY)).words).not.toContain('Only for Ashbridge');
      }
    });

    it('ignores a person or unit smuggled into the form', async () => {
      await sam.post(`${WEDNESDAY}/pledges`, {
        words: 'Mine.',
        personId: 1,
        unitId: 1,
        themeDayId: 1,
        made_at: '2020-01-01',
      });
      const [row] = await app.db.query<{ reference: string; unit: string }>(
        'select p.reference, u.code unit from pledge g join person p on p.id = g.person_id join unit u on u.id = g.unit_id',
      );
      expect(row).toEqual({ reference: 'sam', unit: '021047' });
    });

    it('refuses words that are not text', async () => {
      expect((await sam.post(`${WEDNESDAY}/pledges`, { words: ['a', 'b'] })).status).toBe(422);
    });

    it('is not there for a day of another week', async () => {
      expect((await pledge(sam, 'Old.', `${WEEK}/days/2026-02-11`)).status).toBe(404);
    });
  });

  async function events(): Promise<number> {
    return (await app.db.query(`select from event where kind = 'campaigns.pledgeMade'`)).length;
  }
});
