import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, londonDate } from '../../platform/dates.js';
import { checkDueDate, dueMoment, latestDueDate, usualDueDate } from './due-date.js';

const today = '2027-02-10';

describe('a due date', () => {
  it('is a fortnight from now unless another is chosen', () => expect(usualDueDate(today)).toBe('2027-02-24'));

  it.each(['2027-02-10', '2027-02-11', '2028-02-11'])('may be %s', (day) => expect(checkDueDate(day, today)).toBe(day));

  it.each([
    ['2027-02-09', 'That day has passed. Choose today or a later day.'],
    ['2028-02-12', 'Choose a day within the next year.'],
    ['', 'Choose the day by which it should be done.'],
    ['24/02/2027', 'Choose the day by which it should be done.'],
    ['2027-02-30', 'Choose the day by which it should be done.'],
  ])('%j is refused: %s', (text, sentence) => {
    expect(() => checkDueDate(text, today)).toThrow(expect.objectContaining({ sentence, field: 'dueOn' }));
  });

  it.each([
    ['2027-02-24', '2027-02-24T23:59:59.999Z'],
    ['2027-03-27', '2027-03-27T23:59:59.999Z'],
    ['2027-03-28', '2027-03-28T22:59:59.999Z'], // clocks go forward
    ['2027-10-30', '2027-10-30T22:59:59.999Z'],
    ['2027-10-31', '2027-10-31T23:59:59.999Z'], // clocks go back
  ])('%s ends at %s', (day, moment) => expect(dueMoment(day).toISOString()).toBe(moment));

  it('ends with its own day in London, a millisecond before the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), (n) => {
        const day = addDays(today, n);
        const end = dueMoment(day);
        return londonDate(end) === day && londonDate(new Date(end.getTime() + 1)) === addDays(day, 1);
      }),
    );
  });

  it('within a year is always allowed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 366 }),
        (n) => checkDueDate(addDays(today, n), today) <= latestDueDate(today),
      ),
    );
  });
});
