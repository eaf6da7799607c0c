import { describe, expect, it } from '@jest/globals';
import { clashes } from '../../platform/three-way.js';
import { addDay, changeDay, datesOf, dayOf, freeDayKey, moveDay, removeDay } from './days.js';
import { contentOf, draftOf, ordered, partsOf } from './draft.js';
import { loveWeek } from './love-week.js';
import { slugFor } from './slug-for.js';

const week = loveWeek(2028, 'love-2028');
const titles = (draft: typeof week) => draft.days.map((day) => day.title);

describe('the days of a week that is planned', () => {
  it('trade their dates, so that the week keeps its dates', () => {
    const moved = moveDay(week, 'day-1', 1);
    expect(titles(moved).slice(0, 2)).toEqual([week.days[1]!.title, week.days[0]!.title]);
    expect(moved.days.map((day) => day.heldOn)).toEqual(week.days.map((day) => day.heldOn));
    expect(moveDay(moved, 'day-1', -1)).toEqual(week);
  });

  it('stay where they are at the ends', () => {
    expect(moveDay(week, 'day-1', -1)).toEqual(week);
    expect(moveDay(week, 'day-6', 1)).toEqual(week);
  });

  it('fill the first free date with a key of their own', () => {
    const gap = removeDay(week, 'day-3');
    const filled = addDay(gap, freeDayKey(gap));
    expect(filled.days[2]).toMatchObject({ heldOn: '2028-02-16', title: '', driver: null });
    expect(new Set(filled.days.map((day) => day.key)).size).toBe(6);
    expect(() => addDay(week, 'day-7')).toThrow('Make the week longer first');
  });

  it('stand in the order of their dates', () => {
    const swapped = changeDay(week, 'day-6', { heldOn: '2028-02-13' });
    expect(swapped.days[0]?.key).toBe('day-6');
  });

  it('are not found when they are gone', () => {
    expect(() => dayOf(removeDay(week, 'day-2'), 'day-2')).toThrow();
  });

  it('are at most a fortnight, whatever year was typed', () => {
    expect(datesOf({ startsOn: '2028-02-14', endsOn: '2082-02-14' })).toHaveLength(14);
    expect(datesOf({ startsOn: '2028-02-14', endsOn: '2028-02-13' })).toEqual([]);
  });
});

describe('two changes of the same draft', () => {
  const titled = (key: string, title: string) => changeDay(week, key, { title });

  it.each([
    ['the same day', titled('day-1', 'Mine'), titled('day-1', 'Theirs'), true],
    ['the same day alike', titled('day-1', 'Ours'), titled('day-1', 'Ours'), false],
    ['different days', titled('day-1', 'Mine'), titled('day-2', 'Theirs'), false],
    ['a day that they removed', titled('day-1', 'Mine'), removeDay(week, 'day-1'), true],
    ['the name and a day', { ...week, title: 'Mine' }, titled('day-2', 'Theirs'), false],
    ['the name', { ...week, title: 'Mine' }, { ...week, title: 'Theirs' }, true],
  ])('clash over %s: %#', (_, mine, theirs, clash) => {
    expect(clashes(partsOf(week), partsOf(mine), partsOf(theirs)).length > 0).toBe(clash);
  });
});

describe('an address from a title', () => {
  it.each([
    ['Love Your Customers Week', 'love-your-customers-week-2028'],
    ['Wythnos Caru’ch Cwsmeriaid', 'wythnos-caruch-cwsmeriaid-2028'],
    ['Kind week 2027', 'kind-week-2028'],
    ['Tŷ & Cartref!', 'ty-cartref-2028'],
    ['愛', 'themed-week-2028'],
    ['x'.repeat(200), `${'x'.repeat(70)}-2028`],
  ])('%s: %s', (title, slug) => expect(slugFor(title, 2028)).toBe(slug));
});

it('a draft of a file gives its days keys', () => {
  const content = contentOf(week) as Parameters<typeof draftOf>[0];
  expect(draftOf(content)).toEqual(ordered(week));
});
