import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestApp } from '../support/app.js';
import { as, finish, startWeek, WEDNESDAY, WEEK } from './week-world.js';

describe('the page of a themed week', () => {
  let app: TestApp;
  const WEDNESDAY_MORNING = '2027-02-10T10:00:00Z';

  beforeAll(async () => {
    app = await startWeek();
    for (const person of ['sam', 'al', 'bo']) await finish(app, person, 'a-proper-hello', '2027-02-08T12:00:00Z');
    await finish(app, 'al', 'when-it-goes-wrong', '2027-02-10T09:00:00Z');
    await finish(app, 'bo', 'when-it-goes-wrong', '2027-02-10T09:30:00Z');
    await finish(app, 'cy', 'when-it-goes-wrong', '2027-02-10T15:00:00Z');
    await finish(app, 'kim', 'a-proper-hello', '2027-02-08T12:00:00Z');
    // Too early to count: the day had not opened.
    await finish(app, 'sea', 'a-proper-hello', '2027-02-07T23:30:00Z');
  });
  beforeEach(() => app.clock.set(WEDNESDAY_MORNING));
  afterAll(() => app.stop());

  const wordsFor = async (reference: string) => (await (await as(app, reference)).get(WEEK)).words;

  it('shows what is done, what today holds and when the rest opens', async () => {
    const words = await wordsFor('sam');
    expect(words).toContain('Monday 8 to Saturday 13 February 2027');
    expect(words).toContain('Start Wednesday’s lesson');
    expect(words).toMatch(/Monday Done A proper hello/);
    expect(words).toMatch(/Tuesday Make it easy .* Catch up/);
    expect(words).toMatch(/Wednesday Today When it goes wrong/);
    expect(words).toContain('Opens Thursday');
    expect(words).toContain('Opens Saturday');
  });

  it('says how far my branch is, of those who are in post, by now', async () => {
    expect(await wordsFor('sam')).toContain('2 of 6 colleagues in Ashbridge have finished Wednesday’s lesson.');
    app.clock.set('2027-02-10T16:00:00Z');
    expect(await wordsFor('sam')).toContain('3 of 6 colleagues');
  });

  it('says of a small branch only that it has joined', async () => {
    const words = await wordsFor('kit');
    expect(words).toContain('Your branch has joined.');
    expect(words).not.toMatch(/\d of 2/);
  });

  it('counts the network only for what was done on open days', async () => {
    const words = await wordsFor('sea');
    expect(words).toMatch(/Branches joined 2 Lessons done 6 Pledges made 0/);
    expect(words).toContain('Nobody in Seahaven has started yet.');
  });

  it('counts the teams of a manager in reach only', async () => {
    expect(await wordsFor('dawn')).toContain('2 of 2 teams have joined.');
    expect(await wordsFor('cora')).toContain('None of your 2 teams has started yet.');
  });

  it('leads to the result from the first day on, for those who may see it', async () => {
    expect(await wordsFor('dawn')).toContain('Who takes part so far');
    expect(await wordsFor('sam')).not.toContain('Who takes part so far');
    app.clock.set('2027-02-20T10:00:00Z');
    expect(await wordsFor('pia')).toContain('The week has ended: see the result');
    expect(await wordsFor('sam')).toContain('Everything stays open until Saturday 27 February.');
    expect(await wordsFor('sam')).toContain('Catch up on Tuesday');
    expect(await wordsFor('sam')).toContain('4 of 6 colleagues in Ashbridge took part.');
  });

  it('ends without shame', async () => {
    app.clock.set('2027-03-15T10:00:00Z');
    const words = await wordsFor('sam');
    expect(words).toContain('The week has ended.');
    expect(words).not.toContain('Catch up on');
  });

  it('says when it starts', async () => {
    app.clock.set('2027-02-01T10:00:00Z');
    const words = await wordsFor('sam');
    expect(words).toContain('It starts on Monday 8 February.');
    expect(words).not.toContain('Lessons done');
    expect(words).not.toContain('Your branch so far');
  });

  it('stands in a list with the others, the running one first', async () => {
    const { words } = await (await as(app, 'pia')).get('/campaigns');
    expect(words).toMatch(/This week Love Your Customers Week .* 2027 .* Ended Love Your Customers Week .* 2026/);
    expect(words).toContain('See the result');
  });

  it('is not found under another name', async () => {
    const sam = await as(app, 'sam');
    expect((await sam.get('/campaigns/no-such-week')).status).toBe(404);
    expect((await sam.get(`${WEEK}/days/2027-02-07`)).status).toBe(404);
    expect((await sam.get(`${WEEK}/days/nonsense`)).status).toBe(404);
  });

  it('keeps the course of a day that has not come closed, and opens it on its day', async () => {
    const sam = await as(app, 'sam');
    expect((await sam.get('/courses/hear-the-worry/lessons/1')).location).toBe('/courses/hear-the-worry');
    app.clock.set('2027-02-11T00:00:00Z');
    expect((await sam.get('/courses/hear-the-worry/lessons/1')).status).toBe(200);
  });

  describe('a day', () => {
    it('offers the lesson, the challenge and the card to read aloud', async () => {
      const { words, text } = await (await as(app, 'sam')).get(WEDNESDAY);
      expect(words).toContain('Start Wednesday’s lesson');
      expect(text).toContain('href="/courses/when-it-goes-wrong/lessons/1"');
      expect(words).toContain('When something goes wrong today, say what happens next and by when.');
      expect(words).toContain('Print the huddle card');
    });

    it('says when it opens, and no more', async () => {
      const { words } = await (await as(app, 'sam')).get(`${WEEK}/days/2027-02-11`);
      expect(words).toContain('This day opens on Thursday 11 February.');
      expect(words).not.toContain('say what you noticed');
      expect(words).not.toContain('Your pledge');
    });

    it('can be printed as a huddle card', async () => {
      const { words, status } = await (await as(app, 'sam')).get(`${WEDNESDAY}/huddle`);
      expect(status).toBe(200);
      expect(words).toContain('Tell each other about one thing that went wrong this month.');
      expect(words).toContain('Who was there');
    });
  });

  describe('before the week', () => {
    const thursday = `${WEEK}/days/2027-02-11`;

    it('can be read and printed by a postmaster from the Thursday before', async () => {
      const pia = await as(app, 'pia');
      app.clock.set('2027-02-03T23:59:00Z');
      expect((await pia.get(thursday)).words).toContain('This day opens on Thursday 11 February.');
      expect((await pia.get(`${WEEK}/huddles`)).status).toBe(404);
      app.clock.set('2027-02-04T00:00:00Z');
      const { words } = await pia.get(thursday);
      expect(words).toContain('A preview for you to read and print. It opens for everyone on Thursday 11 February.');
      expect(words).not.toContain('Your pledge');
      expect((await pia.get(`${WEEK}/huddles`)).words).toMatch(/A proper hello.*Know it or find out/);
      expect((await pia.get('/courses/hear-the-worry/lessons/1')).status).toBe(200);
    });
  });

  describe('for an outsider', () => {
    it('stays closed to a colleague who tries the addresses of a preview', async () => {
      const sam = await as(app, 'sam');
      app.clock.set('2027-02-05T10:00:00Z');
      expect((await sam.get(`${WEEK}/days/2027-02-11/huddle`)).status).toBe(404);
      expect((await sam.get(`${WEEK}/huddles`)).status).toBe(403);
    });

    it('asks a visitor to sign in', async () => {
      expect((await app.visitor().get(WEEK)).location).toContain('/sign-in');
    });
  });
});
