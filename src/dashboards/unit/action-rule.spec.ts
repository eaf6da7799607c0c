import { describe, expect, it } from '@jest/globals';
import { checkActionDay } from './action-rule.js';

describe('the day of a recorded change', () => {
  it.each([
    ['2027-02-10', null],
    ['2026-02-10', null],
    ['2027-02-11', 'Record a change once it has happened: choose today or an earlier day.'],
    ['2026-02-09', 'Choose a day within the last year.'],
  ])('%s: %s', (day, sentence) => {
    const check = () => checkActionDay(day, '2027-02-10');
    if (sentence === null) expect(check).not.toThrow();
    else expect(check).toThrow(sentence);
  });
});
