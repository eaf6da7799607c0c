import { describe, expect, it } from '@jest/globals';
import { periodFor, weeksUpTo } from './period.js';
import { weekOf } from './week.js';

describe('the period of a score', () => {
  it.each([
    [{ 4: 30, 13: 90, 26: 180, 52: 360 }, 4],
    [{ 4: 29, 13: 30, 26: 180, 52: 360 }, 13],
    [{ 4: 7, 13: 22, 26: 45, 52: 90 }, 26],
    [{ 4: 1, 13: 5, 26: 12, 52: 31 }, 52],
    [{ 4: 0, 13: 0, 26: 0, 52: 3 }, 52],
  ])('is the shortest that holds 30 answers: %p', (answers, period) => expect(periodFor(answers)).toBe(period));

  it('ends with the last closed week, or some weeks before it', () => {
    expect(weeksUpTo('2027-02-01', 4)).toEqual({ from: '2027-01-11', to: '2027-02-01' });
    expect(weeksUpTo('2027-02-01', 13, 4)).toEqual({ from: '2026-10-12', to: '2027-01-04' });
  });
});

describe('the week of an answer', () => {
  it.each([
    ['2026-07-05T23:30:00Z', '2026-07-06', 'half past midnight on Monday in British Summer Time'],
    ['2026-07-05T22:59:59Z', '2026-06-29', 'just before midnight on Sunday'],
    ['2027-03-28T01:00:00Z', '2027-03-22', 'the Sunday on which clocks go forward'],
    ['2026-10-25T23:59:59Z', '2026-10-19', 'the Sunday on which clocks go back'],
    ['2027-01-03T12:00:00Z', '2026-12-28', 'a Sunday of the last ISO week of the year before'],
  ])('%s counts in the week of %s: %s', (at, monday) => expect(weekOf(new Date(at))).toBe(monday));
});
