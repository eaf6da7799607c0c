import { describe, expect, it } from '@jest/globals';
import { aCourse, aDay, aTask, aWeek, begun } from '../../test/factories/home-samples.js';
import { heroOf } from './hero.js';

const WEDNESDAY = '2027-02-10';
const nothing = { week: null, assigned: [], underWay: [], suggestion: null, today: WEDNESDAY };
const job = {
  icon: 'shop',
  title: 'Moors',
  text: 'Which branch needs you.',
  action: { text: 'Open', path: '/areas/A1' },
};

describe('the panel at the top of home', () => {
  it('offers today’s lesson in a themed week, whatever else is due', () => {
    const hero = heroOf({ ...nothing, week: aWeek(), assigned: [aTask()] }, null);
    expect(hero).toMatchObject({
      eyebrow: 'Love Your Customers Week, day 3 of 3',
      title: 'When it goes wrong',
      action: { text: 'Start today’s lesson', path: '/courses/when-it-goes-wrong/lessons/1' },
      meta: '5 minutes. Leave at any time: your place is kept.',
    });
    expect(hero.days).toEqual([{ css: 'is-done' }, { css: '' }, { css: 'is-today' }]);
  });

  it('takes somebody who was interrupted back to where they stopped', () => {
    const underWay = [begun({ slug: 'when-it-goes-wrong' })];
    expect(heroOf({ ...nothing, week: aWeek(), underWay }, null).action).toEqual({
      text: 'Carry on with today’s lesson',
      path: '/courses/when-it-goes-wrong',
    });
  });

  it('turns to the challenge once today’s lesson is done', () => {
    const week = aWeek([aDay({ done: true })]);
    const hero = heroOf({ ...nothing, week }, null);
    expect(hero.lede).toBe('Today’s challenge: Own one problem to its end.');
    expect(hero.action.path).toBe('/campaigns/love/days/2027-02-10');
  });

  it('lets those who lead follow the week instead', () => {
    const week = { ...aWeek(), joined: { units: 41, joined: 33 } };
    const hero = heroOf({ ...nothing, week }, job);
    expect(hero.action).toEqual({ text: 'See how the week is going', path: '/campaigns/love' });
    expect(hero.meta).toBe('33 of your 41 units have joined so far.');
    const early = heroOf({ ...nothing, week: { ...week, joined: { units: 41, joined: 0 } } }, job);
    expect(early.meta).toBe('41 units of yours, and none has joined yet.');
    const whole = heroOf({ ...nothing, week: { ...week, joined: { units: 41, joined: 41 } } }, job);
    expect(whole.meta).toBe('All 41 of your units have joined.');
    const place = heroOf({ ...nothing, week: { ...week, joined: { units: 0, joined: 0 } } }, job);
    expect(place.meta).toBeNull();
  });

  it('leads to the job when no week runs', () => {
    expect(heroOf({ ...nothing, assigned: [aTask()] }, job)).toMatchObject({ title: 'Moors', action: job.action });
  });

  it.each([
    ['2027-02-12', 'Due Friday 12 February. 15 minutes.'],
    ['2027-02-10', 'Due today. 15 minutes.'],
    ['2027-02-05', 'It was due on Friday 5 February. 15 minutes.'],
  ])('names what is due next, on %s', (dueOn, meta) => {
    const hero = heroOf({ ...nothing, assigned: [aTask({ dueOn })] }, null);
    expect(hero).toMatchObject({ eyebrow: 'Next for you', title: 'Put it right first time', meta });
    expect(hero.lede).toBe('Dawn Mercer, your area manager, asked you: “Customers are being sent elsewhere.”');
    expect(hero.action.text).toBe('Start the course');
  });

  it('says Carry on when the course that is due was begun', () => {
    const hero = heroOf({ ...nothing, assigned: [aTask()], underWay: [begun()] }, null);
    expect(hero.action).toEqual({ text: 'Carry on', path: '/courses/put-it-right-first-time' });
  });

  it('offers what was begun, then a head start, then what is finished', () => {
    expect(heroOf({ ...nothing, underWay: [begun()], suggestion: aCourse() }, null).meta).toBe('Step 2 of 6 saved');
    expect(heroOf({ ...nothing, suggestion: aCourse() }, null).eyebrow).toBe('Nothing due. Fancy a head start?');
    expect(heroOf(nothing, null)).toMatchObject({
      title: 'You’ve finished every course',
      action: { path: '/courses' },
    });
  });

  it('leaves a week that is over to its card', () => {
    const week = { ...aWeek(), now: 'catchUp' as const };
    expect(heroOf({ ...nothing, week, today: '2027-02-20' }, null).title).toBe('You’ve finished every course');
  });
});
