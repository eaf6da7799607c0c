import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays } from '../../src/platform/dates.js';
import { as, finish, pledge, startWeek } from '../campaigns/week-world.js';
import type { TestApp } from '../support/app.js';
import { answers } from './answers.js';

const RESULT = '/campaigns/love-your-customers-week-2027/result';
const MONDAY = '2027-02-08';

describe('the result of a themed week', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startWeek();
    for (const person of ['sam', 'al', 'bo']) await finish(app, person, 'a-proper-hello', '2027-02-08T12:00:00Z');
    await finish(app, 'kim', 'a-proper-hello', '2027-02-08T12:00:00Z');
    await finish(app, 'sea', 'a-proper-hello', '2027-02-26T12:00:00Z');
    await pledge(await as(app, 'sam'), 'I’ll listen.');
    // 39 ordinary weeks of 100 answers, the week itself with 171; a week to come and one of years ago must not show.
    const ordinary = Array.from({ length: 40 }, (_, at) => addDays(MONDAY, 7 * (at - 37))).filter(
      (week) => week !== MONDAY,
    );
    await answers(app, [
      ...ordinary.flatMap((week) => [
        { unit: '021047', week, n: 60 },
        { unit: '000003', week, n: 40 },
      ]),
      { unit: '021047', week: MONDAY, n: 103, top: 83 },
      { unit: '000003', week: MONDAY, n: 68, top: 55 },
      { unit: '021047', week: '2027-03-08', n: 5000 },
      { unit: '021047', week: '2024-02-05', n: 7 },
    ]);
  });
  beforeEach(() => app.clock.set('2027-03-01T10:00:00Z'));
  afterAll(() => app.stop());

  const see = async (reference: string, query = '') => (await as(app, reference)).get(RESULT + query);

  it('sets answers against other weeks and against the neighbours, and says how unusual that is', async () => {
    const { words } = await see('dawn');
    expect(words).toMatch(
      /Grade D, before and after only Customers left 71% more answers than in an ordinary week \(95% range \+\d+% to \+\d+%\); that was more than in any of 39 ordinary weeks\./,
    );
    expect(words).toMatch(
      /\+71% \(95% range \S+ to \S+\) against the 4 weeks before and the 2 weeks after it \(100 on average\)\./,
    );
    expect(words).toContain('The change in responses was larger than in 39 of 39 ordinary weeks (p = 0.03).');
  });

  it('calls a small change in ease by its name, and splits it', async () => {
    const { words } = await see('dawn');
    expect(words).toMatch(/No clear change in ease: effects between \S+ and \S+ points fit the data\./);
    expect(words).toMatch(
      /Within the same branches \+0\.7 points \(95% range [^)]+\); 0\.0 points \(95% range [^)]+\) come from which branches answered\./,
    );
  });

  it('carries its grade and what to read with care, and names no cause', async () => {
    const { words } = await see('nik');
    expect(words).toContain('nobody is left to compare with');
    expect(words).toContain('Answers of 2 areas are few to reckon a range from');
    expect(words).not.toMatch(/uplift|proved|thanks to the week/i);
  });

  it('has its figures as a table and a file, each with range and grade, and a note of how they came about', async () => {
    const browser = await as(app, 'nik');
    const csv = await browser.get(`${RESULT}/figures.csv`);
    const [head, ...rows] = csv.text.trim().split('\r\n');
    expect(head).toMatch(/Figure,Against,Weeks compared with,.*95% range from,95% range to,.*,Grade$/);
    expect(rows).toHaveLength(8);
    expect(rows[0]).toMatch(/^Answers,All other weeks,39,171,100,71,\d/);
    for (const row of rows) expect(row).toMatch(/"?Grade D, before and after only"?$/);
    const { text: body } = await browser.get(`${RESULT}/method.txt`);
    expect(body).toMatch(/Customers left 71% more answers[^]*Grade D[^]*Cochran 1977[^]*Read with care/);
  });

  it('offers random waves for next time to those who may plan, with a lesson of the week', async () => {
    const { words, text: body } = await see('nik');
    expect(words).toContain('Next time, let areas begin in random waves');
    expect(body).toMatch(/href="\/impact\/plans\/new(\?course&#x3D;|\?course=|")/);
    expect((await see('dawn')).text).not.toContain('/impact/plans/new');
  });

  it('lists who took part in reach, without the counts of small teams', async () => {
    const { words } = await see('dawn');
    expect(words).toMatch(/Ashbridge Joined – –/);
    expect(words).toMatch(/Millbridge Joined – –/);
    expect(words).toMatch(/All together: 2 of 2 joined 4 of 8 \(50%\) 4 1/);
    expect(words).toContain('Teams of fewer than five people show only that they have joined.');
    expect(words).not.toContain('Seahaven');
  });

  it('shows regions to those who see the network and areas to a regional manager', async () => {
    expect((await see('nik')).words).toMatch(/North 3 of 4 5 of 16 \(31%\) 5 1/);
    expect((await see('nik', '?by=area')).words).toMatch(/Coast 1 of 2 .*Moors 2 of 2/);
    expect((await see('nik', '?by=unit')).words).not.toContain('Ashbridge');
    const { words } = await see('ross');
    expect(words).toMatch(/Coast 1 of 2/);
    expect(words).toMatch(/Moors 2 of 2 4 of 8/);
  });

  it('shows a postmaster the own branch and nobody else’s', async () => {
    const { words } = await see('pia');
    expect(words).toMatch(/Ashbridge 3 of 6 \(50%\) 3 1/);
    expect(words).not.toContain('Millbridge');
  });

  it('waits for the week to close before it speaks of customers', async () => {
    app.clock.set('2027-02-10T12:00:00Z');
    const { words } = await see('dawn');
    expect(words).toContain('the result so far');
    expect(words).toContain('Customer answers are counted once the week is closed, on Monday 15 February.');
    expect(words).not.toContain('ordinary week');
    const dawn = await as(app, 'dawn');
    expect((await dawn.get(`${RESULT}/figures.csv`)).text.trim().split('\r\n')).toHaveLength(1);
    expect((await dawn.get(`${RESULT}/method.txt`)).text).toContain('once the week is closed, on Monday 15 February');
  });

  it('says that the count goes on while days are open', async () => {
    app.clock.set('2027-02-20T12:00:00Z');
    const { words } = await see('dawn');
    expect(words).toContain('Lessons and pledges count until Saturday 27 February.');
    expect(words).toContain('+71%');
  });

  describe('for an outsider', () => {
    it('is refused to a counter colleague', async () => {
      expect((await see('sam')).status).toBe(403);
    });

    it('is not found before the week', async () => {
      app.clock.set('2027-02-05T12:00:00Z');
      expect((await see('dawn')).status).toBe(404);
    });
  });
});
