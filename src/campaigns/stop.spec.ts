import { describe, expect, it } from '@jest/globals';
import type { CampaignRow, MyThemeDay } from './campaigns.queries.js';
import { stopOf } from './stop.js';
import { weekHero } from './week-hero.js';

const week: CampaignRow = {
  id: 1,
  slug: 'love-your-customers-week-2027',
  title: 'Love Your Customers Week',
  story: 'Six days, six small habits.',
  look: 'love',
  startsOn: '2027-02-08',
  endsOn: '2027-02-13',
};
const aDay = (heldOn: string, change: Partial<MyThemeDay> = {}): MyThemeDay => ({
  id: 1,
  heldOn,
  title: 'When it goes wrong',
  driver: 'expectations',
  summary: 'Listen first, then own the fix.',
  challenge: 'Say what happens next.',
  pledgePrompt: 'What will you do first?',
  huddle: 'What did the customer hear first?',
  courseSlug: 'when-it-goes-wrong',
  courseTitle: 'When it goes wrong',
  minutes: 5,
  done: false,
  pledge: null,
  ...change,
});
const WEDNESDAY = '2027-02-10';
const dayPath = '/campaigns/love-your-customers-week-2027/days/2027-02-10';

describe('a day as a stop on the path', () => {
  const stop = (today: string, change: Partial<MyThemeDay> = {}, early = false) =>
    stopOf(aDay(WEDNESDAY, change), week, today, early);

  it.each([
    ['2027-02-09', {}, false, { css: '', icon: 'lock', tag: null, action: null, note: 'Opens Wednesday' }],
    ['2027-01-20', {}, false, { icon: 'lock', note: 'Opens Wednesday 10 February' }],
    ['2027-02-09', {}, true, { icon: 'expectations', tag: 'Preview', action: { text: 'Preview', path: dayPath } }],
    [WEDNESDAY, {}, false, { css: 'is-today', tag: 'Today', action: { text: 'Start', main: true } }],
    [WEDNESDAY, { done: true }, false, { css: 'is-today', icon: 'tick', tag: 'Done', action: { text: 'See the day' } }],
    [
      '2027-02-12',
      {},
      false,
      { css: '', icon: 'expectations', tag: null, action: { text: 'Catch up', path: dayPath } },
    ],
    ['2027-02-12', { done: true }, false, { css: 'is-done', icon: 'tick', tag: 'Done' }],
    ['2027-02-28', {}, false, { css: '', tag: null, action: { text: 'See the day' } }],
  ])('on %s, %j, early reader %s', (today, change, early, expected) => {
    expect(stop(today, change, early)).toMatchObject(expected);
  });

  it('starts today’s lesson at once', () => {
    expect(stop(WEDNESDAY).action?.path).toBe('/courses/when-it-goes-wrong/lessons/1');
  });
});

describe('the one thing to do next', () => {
  const days = (done: string[]) =>
    ['08', '09', '10', '11'].map((day) => aDay(`2027-02-${day}`, { done: done.includes(day) }));

  it.each([
    ['2027-02-01', [], null, 'It starts on Monday 8 February.'],
    [WEDNESDAY, [], 'Start Wednesday’s lesson', '5 minutes'],
    [WEDNESDAY, ['10'], 'Catch up on Monday', '5 minutes'],
    [WEDNESDAY, ['08', '09', '10'], null, 'You’re up to date. Thursday comes next.'],
    ['2027-02-13', ['08', '09', '10', '11'], null, 'You’re up to date.'],
    [
      '2027-02-20',
      ['08'],
      'Catch up on Tuesday',
      'The week has ended. Everything stays open until Saturday 27 February.',
    ],
    ['2027-03-20', ['08'], null, 'The week has ended.'],
  ])('on %s with %j done', (today, done, action, meta) => {
    const hero = weekHero(week, days(done), today);
    expect([hero.action?.text ?? null, hero.meta]).toEqual([action, meta]);
  });
});
