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
      ...ordinary.map((week) => ({ unit: '021047', week, n: 100 })),
      { unit: '021047', week: MONDAY, n: 171, top: 138 },
      { unit: '021047', week: '2027-03-08', n: 5000 },
      { unit: '021047', week: '2024-02-05', n: 7 },
    ]);
  });
  beforeEach(() => app.clock.set('2027-03-01T10:00:00Z'));
  afterAll(() => app.stop());

  const see = async (reference: string, query = '') => (await as(app, reference)).get(RESULT + query);

  it('sets answers against other weeks and against the neighbours, and says how unusual that is', async () => {
    const { words } = await see('dawn');
    expect(words).toContain('+71%');
    expect(words).toContain('171 customers answered in the week. An average other week brings 100.');
    expect(words).toContain('+71% against the 4 weeks before and the 2 weeks after it (100 on average).');
    expect(words).toContain('None of 39 ordinary weeks moved as far from the average in responses (p = 0.03).');
  });

  it('calls a small change in ease by its name, in points and relative', async () => {
    const { words } = await see('dawn');
    expect(words).toContain('No clear change at this size.');
    expect(words).toContain('Within the same branches +0.7 points; the other 0.0 comes from which branches answered.');
    expect(words).toContain('Ease 80.7 in the week, 80.0 in other weeks: +0.7 points (+0.9% relative).');
  });

  it('carries its grade and what it cannot say', async () => {
    const { words } = await see('nik');
    expect(words).toContain('Grade D, before and after only');
    expect(words).toContain('nobody is left to compare with');
    expect(words).not.toMatch(/uplift|proved|thanks to the week/i);
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
    expect(words).not.toContain('customers answered in the week');
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
