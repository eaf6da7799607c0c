import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../platform/dates.js';
import { endOfPeriod, sayPeriod, startOfPeriod } from './grain.js';
import { type Grain, GRAINS } from './metric.js';

describe('the periods of a metric', () => {
  it.each<[Grain, string, string, string, string]>([
    ['day', '2027-02-10', '2027-02-10', '2027-02-10', '10 February 2027'],
    ['week', '2027-02-10', '2027-02-08', '2027-02-14', 'Week of 8 February 2027'],
    ['week', '2027-01-01', '2026-12-28', '2027-01-03', 'Week of 28 December 2026'],
    ['month', '2027-02-28', '2027-02-01', '2027-02-28', 'February 2027'],
    ['month', '2028-02-10', '2028-02-01', '2028-02-29', 'February 2028'],
    ['quarter', '2027-02-10', '2027-01-01', '2027-03-31', 'Quarter 1 of 2027'],
    ['quarter', '2027-12-31', '2027-10-01', '2027-12-31', 'Quarter 4 of 2027'],
    ['year', '2028-12-31', '2028-01-01', '2028-12-31', '2028'],
  ])('a %s that holds %s goes from %s to %s and is called %s', (grain, day, start, end, words) => {
    expect(startOfPeriod(grain, day)).toBe(start);
    expect(endOfPeriod(grain, start)).toBe(end);
    expect(sayPeriod(grain, start)).toBe(words);
  });

  it('leave no day out and none twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...GRAINS), fc.integer({ min: 0, max: 9000 }), (grain, n) => {
        const day = addDays('2015-01-01', n);
        const start = startOfPeriod(grain, day);
        const end = endOfPeriod(grain, start);
        expect(start <= day && day <= end).toBe(true);
        expect(startOfPeriod(grain, end)).toBe(start);
        expect(startOfPeriod(grain, addDays(end, 1))).toBe(addDays(end, 1));
      }),
    );
  });
});
