import { describe, expect, it } from '@jest/globals';
import { isAboveBudget, type LearningItem, weeklyMinutes, weeksLeft } from './weekly-budget.js';

const today = '2027-02-10';

describe('learning a week', () => {
  it.each([
    ['2027-02-01', 1],
    ['2027-02-10', 1],
    ['2027-02-17', 1],
    ['2027-02-18', 2],
    ['2027-02-24', 2],
    ['2027-04-07', 8],
  ])('what is due %s is spread over %d', (dueOn, weeks) => expect(weeksLeft(dueOn, today)).toBe(weeks));

  it.each<[LearningItem[], number, boolean]>([
    [[], 0, false],
    [[{ minutes: 12, dueOn: '2027-02-24' }], 6, false],
    [[{ minutes: 15, dueOn: '2027-02-12' }], 15, false],
    [[{ minutes: 16, dueOn: '2027-02-12' }], 16, true],
    [
      [
        { minutes: 12, dueOn: '2027-02-24' },
        { minutes: 10, dueOn: '2027-02-01' },
      ],
      16,
      true,
    ],
  ])('%j is %d minutes', (items, minutes, above) => {
    expect(weeklyMinutes(items, today)).toBe(minutes);
    expect(isAboveBudget(weeklyMinutes(items, today))).toBe(above);
  });
});
