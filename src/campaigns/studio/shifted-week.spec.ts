import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, mondayOf } from '../../platform/dates.js';
import { loveWeek } from './love-week.js';
import { isoYearOf, loveWeekOf, sameWeekIn, shifted, shiftTo } from './shifted-week.js';

const year = fc.integer({ min: 2001, max: 2098 });
const someDay = fc.integer({ min: 0, max: 35_000 }).map((days) => addDays('2001-01-01', days));

describe('the week that holds 14 February', () => {
  it.each([
    [2026, '2026-02-09', '2026-02-14'],
    [2027, '2027-02-08', '2027-02-13'],
    [2028, '2028-02-14', '2028-02-19'],
    [2029, '2029-02-12', '2029-02-17'],
    [2032, '2032-02-09', '2032-02-14'],
  ])('of %i runs from Monday %s to Saturday %s', (of, startsOn, endsOn) => {
    expect(loveWeekOf(of)).toEqual({ startsOn, endsOn });
  });

  it('always does', () => {
    fc.assert(
      fc.property(year, (of) => {
        const { startsOn } = loveWeekOf(of);
        expect(startsOn <= `${of}-02-14` && addDays(startsOn, 6) >= `${of}-02-14`).toBe(true);
      }),
    );
  });
});

describe('the same week of another year', () => {
  it.each([
    ['2027-02-10', 2028, '2028-02-14', 'around Valentine’s Day, not ISO week 6'],
    ['2028-02-16', 2029, '2029-02-12', 'around Valentine’s Day, not ISO week 7'],
    ['2027-05-05', 2028, '2028-05-01', 'ISO week 18'],
    ['2026-12-30', 2027, '2027-12-27', 'week 53 falls back to week 52'],
    ['2026-12-30', 2032, '2032-12-27', 'week 53 where there is one'],
    ['2027-01-01', 2028, '2028-12-25', 'the first of January 2027 lies in week 53 of 2026'],
  ])('as %s in %i begins on %s: %s', (day, to, monday) => {
    expect(sameWeekIn(to, day)).toBe(monday);
  });

  it('keeps the weekdays and lies in that ISO year', () => {
    fc.assert(
      fc.property(someDay, year, (day, to) => {
        const days = shiftTo(to, { startsOn: day, endsOn: day });
        expect(Math.abs(days % 7)).toBe(0);
        expect(isoYearOf(addDays(day, days))).toBe(to);
      }),
    );
  });

  it('is the week itself in its own year', () => {
    fc.assert(fc.property(someDay, (day) => expect(sameWeekIn(isoYearOf(day), day)).toBe(mondayOf(day))));
  });

  it('takes every day of the week along', () => {
    const before = loveWeek(2027, 'a');
    const after = shifted(before, shiftTo(2028, before));
    expect(after.days.map((day) => day.heldOn)).toEqual([14, 15, 16, 17, 18, 19].map((day) => `2028-02-${day}`));
    expect(daysBetween(after.startsOn, after.endsOn)).toBe(5);
  });
});
