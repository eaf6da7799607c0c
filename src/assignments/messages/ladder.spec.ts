import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../platform/dates.js';
import { LADDER, remindersAfter, remindersOf, type Step, tellsManager } from './ladder.js';

describe('the ladder of reminders', () => {
  it.each<[string, string[]]>([
    ['2027-02-24', ['2027-02-17', '2027-02-22', '2027-02-24', '2027-02-27']],
    ['2027-03-02', ['2027-02-23', '2027-02-28', '2027-03-02', '2027-03-05']],
    ['2027-03-28', ['2027-03-21', '2027-03-26', '2027-03-28', '2027-03-31']], // clocks go forward
    ['2027-10-31', ['2027-10-24', '2027-10-29', '2027-10-31', '2027-11-03']], // clocks go back
    ['2028-03-01', ['2028-02-23', '2028-02-28', '2028-03-01', '2028-03-04']], // a leap year
  ])('of %s stands on %j', (dueOn, days) => expect(remindersOf(dueOn).map(({ on }) => on)).toEqual(days));

  it.each<[string, Step[]]>([
    ['2027-02-10', [-7, -2, 0, 3]],
    ['2027-02-17', [-2, 0, 3]],
    ['2027-02-23', [0, 3]],
    ['2027-02-24', [3]],
    ['2027-03-01', []],
  ])('for somebody told on %s leaves out what has gone by: %j', (toldOn, steps) =>
    expect(remindersAfter('2027-02-24', toldOn).map(({ step }) => step)).toEqual(steps),
  );

  it('tells the manager once, at the end', () => expect(LADDER.filter(tellsManager)).toEqual([3]));

  it('has every step once, in the order of days, whatever the date', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2000 }), (n) => {
        const days = remindersOf(addDays('2027-01-01', n)).map(({ on }) => on);
        expect(new Set(days).size).toBe(LADDER.length);
        expect([...days].sort()).toEqual(days);
      }),
    );
  });
});
