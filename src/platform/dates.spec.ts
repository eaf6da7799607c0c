import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  addDays,
  daysBetween,
  endOfLondonDay,
  isIsoDate,
  lastClosedWeek,
  londonDate,
  mondayOf,
  startOfLondonDay,
} from './dates.js';

const HOUR = 3_600_000;
const days = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2090-12-31T00:00:00Z'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

describe('the day in London', () => {
  it.each([
    ['2027-02-10T23:59:59Z', '2027-02-10'],
    ['2027-02-11T00:00:00Z', '2027-02-11'],
    ['2026-12-31T23:59:59.999Z', '2026-12-31'],
    // Summer time: London is an hour ahead.
    ['2027-06-30T22:59:59Z', '2027-06-30'],
    ['2027-06-30T23:00:00Z', '2027-07-01'],
    // Clocks go forward at 01:00 on 28 March 2027, back at 02:00 on 31 October 2027.
    ['2027-03-28T00:59:59Z', '2027-03-28'],
    ['2027-03-28T22:59:59Z', '2027-03-28'],
    ['2027-03-28T23:00:00Z', '2027-03-29'],
    ['2027-10-30T23:00:00Z', '2027-10-31'],
    ['2027-10-31T23:59:59Z', '2027-10-31'],
  ])('at %s is %s', (moment, day) => expect(londonDate(new Date(moment))).toBe(day));

  it.each([
    ['an ordinary day', '2027-02-10', 24],
    ['the day the clocks go forward', '2027-03-28', 23],
    ['the day the clocks go back', '2027-10-31', 25],
  ])('%s (%s) lasts %d hours', (_, day, hours) => {
    const lasts = endOfLondonDay(day).getTime() - startOfLondonDay(day).getTime() + 1;
    expect(lasts / HOUR).toBe(hours);
  });

  it('is the same through each hour, and what the calendar library says of each moment', () => {
    const moments = fc.date({ min: new Date('1965-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: HOUR - 1 }), (at, later) => {
        const hour = Math.floor(at.getTime() / HOUR) * HOUR;
        for (const moment of [at.getTime(), hour, hour + later, hour + HOUR - 1]) {
          const said = DateTime.fromMillis(moment, { zone: 'Europe/London' }).toISODate();
          expect(londonDate(new Date(moment))).toBe(said);
        }
      }),
    );
  });

  it('holds its own first and last millisecond, and the next day follows at once', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(londonDate(startOfLondonDay(day))).toBe(day);
        expect(londonDate(endOfLondonDay(day))).toBe(day);
        expect(endOfLondonDay(day).getTime() + 1).toBe(startOfLondonDay(addDays(day, 1)).getTime());
      }),
    );
  });
});

describe('counting days', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-03-27', 2, '2027-03-29'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2027-10-30', 7, '2027-11-06'],
  ])('%s and %d days is %s', (day, n, then) => expect(addDays(day, n)).toBe(then));

  it('goes there and back, whatever the clocks do', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(addDays(addDays(day, n), -n)).toBe(day);
      }),
    );
  });
});

describe('weeks', () => {
  it.each([
    ['2027-02-08', '2027-02-08', 'a Monday is its own'],
    ['2027-02-14', '2027-02-08', 'Sunday ends the week'],
    ['2027-01-01', '2026-12-28', 'New Year’s Day in week 53 of 2026'],
    ['2027-01-03', '2026-12-28', 'the last day of week 53'],
    ['2027-01-04', '2027-01-04', 'week 1 of 2027'],
    ['2024-12-31', '2024-12-30', 'New Year’s Eve in week 1 of the next year'],
    ['2027-03-28', '2027-03-22', 'the Sunday the clocks go forward'],
  ])('%s belongs to the week of %s: %s', (day, monday) => expect(mondayOf(day)).toBe(monday));

  it('begin on a Monday not later than the day and less than a week before it', () => {
    fc.assert(
      fc.property(days, (day) => {
        const monday = mondayOf(day);
        expect(new Date(monday).getUTCDay()).toBe(1);
        expect(daysBetween(monday, day)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(monday, day)).toBeLessThan(7);
      }),
    );
  });

  it.each([
    ['2027-02-10', '2027-02-01'],
    ['2027-02-14', '2027-02-01'],
    ['2027-02-15', '2027-02-08'],
    ['2027-01-04', '2026-12-28'],
  ])('on %s the newest closed one began on %s', (today, monday) => expect(lastClosedWeek(today)).toBe(monday));
});

describe('text as a day', () => {
  it.each(['2027-02-10', '2028-02-29', '1000-01-01', '2999-12-31'])('%s is one', (text) =>
    expect(isIsoDate(text)).toBe(true),
  );

  it.each([
    '2027-02-29',
    '2027-13-01',
    '2027-00-10',
    '0000-01-01',
    '0001-01-01',
    '9999-12-31',
    '2027-2-1',
    '10/02/2027',
    '2027-W06-3',
    '2027-02-10T10:00',
    '2027-02-10\n',
    ' 2027-02-10',
    '',
  ])('%j is not', (text) => expect(isIsoDate(text)).toBe(false));
});
