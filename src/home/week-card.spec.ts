import { describe, expect, it } from '@jest/globals';
import { aDay, aWeek } from '../../test/factories/home-samples.js';
import { weekCard } from './week-card.js';

const all = (done: boolean[]) => aWeek(aWeek().days.map((day, at) => ({ ...day, done: done[at] ?? false })));

describe('the card of the themed week', () => {
  it('has a dot for each day: done, missed, today and still to come', () => {
    const week = aWeek([...aWeek().days, aDay({ heldOn: '2027-02-11', driver: 'understanding' })]);
    expect(weekCard(week, '2027-02-10', false).dots).toEqual([
      { css: 'is-done', icon: 'tick', label: 'Mon', state: ', done', path: '/campaigns/love/days/2027-02-08' },
      {
        css: '',
        icon: 'efficiency',
        label: 'Tue',
        state: ', open to catch up',
        path: '/campaigns/love/days/2027-02-09',
      },
      {
        css: 'is-today',
        icon: 'expectations',
        label: 'Wed',
        state: ', today',
        path: '/campaigns/love/days/2027-02-10',
      },
      { css: '', icon: 'lock', label: 'Thu', state: ', not open yet', path: null },
    ]);
  });

  it('lets leaders look ahead', () => {
    const week = aWeek([aDay({ heldOn: '2027-02-11', driver: 'understanding' })]);
    expect(weekCard(week, '2027-02-10', true).dots[0]).toMatchObject({
      icon: 'understanding',
      state: ', ready to preview',
      path: '/campaigns/love/days/2027-02-11',
    });
  });

  it.each([
    [[false, false, false], '2027-02-08', 'It starts with a five-minute lesson.'],
    [[true, false, false], '2027-02-10', 'One day done. Missed one? Catch up any time.'],
    [[true, true, false], '2027-02-10', 'Two days done. You’re up to date.'],
    [[false, false, false], '2027-02-10', 'Missed one? Catch up any time.'],
  ])('says where I am: %j on %s', (done, today, line) => {
    expect(weekCard(all(done), today, false).line).toBe(line);
  });

  it('counts down before and after the week', () => {
    const before = weekCard({ ...aWeek(), now: 'comingUp' }, '2027-02-01', false);
    expect(before).toMatchObject({ heading: 'Coming up' });
    expect(before.line).toBe('Love Your Customers Week starts on Monday 8 February. Five minutes a day.');
    const after = weekCard({ ...aWeek(), now: 'catchUp' }, '2027-02-20', false);
    expect(after).toMatchObject({ heading: 'Love Your Customers Week' });
    expect(after.line).toBe('One day done. Catch up until Saturday 27 February.');
    const whole = weekCard({ ...all([true, true, true]), now: 'catchUp' }, '2027-02-20', false);
    expect(whole.line).toBe('Three days done. That’s all of them.');
  });
});
