import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../platform/dates.js';
import { weekOfInterest } from './themed-week.js';

const lastYear = { startsOn: '2026-02-09', endsOn: '2026-02-14' };
const thisYear = { startsOn: '2027-02-08', endsOn: '2027-02-13' };

describe('the week that home speaks of', () => {
  it.each([
    ['2027-01-24', null, null],
    ['2027-01-25', thisYear, 'comingUp'],
    ['2027-02-07', thisYear, 'comingUp'],
    ['2027-02-08', thisYear, 'running'],
    ['2027-02-13', thisYear, 'running'],
    ['2027-02-14', thisYear, 'catchUp'],
    ['2027-02-27', thisYear, 'catchUp'],
    ['2027-02-28', null, null],
    ['2026-02-10', lastYear, 'running'],
  ])('on %s', (today, week, now) => {
    expect(weekOfInterest([thisYear, lastYear], today)).toEqual(week && { week, now });
  });

  it('prefers a week that runs to one that can be caught up', () => {
    const before = { startsOn: '2027-02-01', endsOn: '2027-02-06' };
    expect(weekOfInterest([before, thisYear], '2027-02-10')).toEqual({ week: thisYear, now: 'running' });
  });

  it('is always the running one on each day of a single week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), (day) => {
        expect(weekOfInterest([thisYear], addDays(thisYear.startsOn, day))?.now).toBe('running');
      }),
    );
  });
});
