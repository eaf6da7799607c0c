import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RuleBroken } from '../../platform/errors.js';
import type { Period } from '../../platform/privacy/retention.js';
import { checkPeriod, lengthOf, sayPeriod, startOfKeeping } from './period.js';

const COMMENTS: Period = { unit: 'months', standard: 24, least: 3, most: 60 };

describe('how long something is kept', () => {
  it.each([
    ['2027-02-10T10:00:00Z', 'months', 24, '2025-02-10T10:00:00.000Z'],
    // The last day of a month before a shorter one, and a leap day.
    ['2027-03-31T10:00:00Z', 'months', 1, '2027-02-28T11:00:00.000Z'],
    ['2028-02-29T10:00:00Z', 'months', 24, '2026-02-28T10:00:00.000Z'],
    // Ten in the morning stays ten in the morning, also where the clocks changed in between.
    ['2027-06-15T09:00:00Z', 'months', 6, '2026-12-15T10:00:00.000Z'],
    ['2027-02-10T10:00:00Z', 'days', 7, '2027-02-03T10:00:00.000Z'],
  ] as const)('%s minus %s %s', (now, unit, length, before) => {
    expect(startOfKeeping(new Date(now), unit, length).toISOString()).toBe(before);
  });

  it('is never longer than before when it is made shorter', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 60 }),
        (now, months) => {
          const [shorter, longer] = [months, months + 1].map((n) => startOfKeeping(now, 'months', n));
          return shorter! > longer! && shorter! < now;
        },
      ),
    );
  });

  it.each([2, 61, 0, -3, 3.5, Number.NaN])('%s months of comments are outside the bounds', (length) => {
    expect(() => checkPeriod(COMMENTS, length)).toThrow(RuleBroken);
    expect(() => checkPeriod(COMMENTS, length)).toThrow('Choose from 3 months to 60 months.');
    expect(lengthOf(COMMENTS, length)).toBe(24);
  });

  it.each([3, 24, 60])('%s months are within them', (length) => {
    expect(() => checkPeriod(COMMENTS, length)).not.toThrow();
    expect(lengthOf(COMMENTS, length)).toBe(length);
  });

  it('is said in months or days', () => {
    expect([sayPeriod('months', 1), sayPeriod('months', 24), sayPeriod('days', 7)]).toEqual([
      '1 month',
      '24 months',
      '7 days',
    ]);
  });
});
