import { describe, expect, it } from '@jest/globals';
import { dueAfterLeave, type Leave } from './due-after-leave.js';

const away = (from: string, to: string): Leave => ({ from, to });

describe('a date and long leave', () => {
  it.each<[string, Leave[], string, string, string]>([
    ['no leave', [], '2027-02-10', '2027-02-24', '2027-02-24'],
    ['ten days before the date', [away('2027-06-03', '2027-06-13')], '2027-06-01', '2027-06-10', '2027-06-20'],
    ['leave that was over before', [away('2027-01-01', '2027-02-01')], '2027-02-10', '2027-02-24', '2027-02-24'],
    ['leave that had begun before', [away('2027-02-01', '2027-02-15')], '2027-02-10', '2027-02-24', '2027-03-01'],
    ['leave after the date', [away('2027-02-25', '2027-03-10')], '2027-02-10', '2027-02-24', '2027-02-24'],
    ['leave from the date on', [away('2027-02-24', '2027-02-26')], '2027-02-10', '2027-02-24', '2027-02-26'],
    [
      'one leave that moves the date into the next',
      [away('2027-02-12', '2027-02-22'), away('2027-03-01', '2027-03-06')],
      '2027-02-10',
      '2027-02-24',
      '2027-03-11',
    ],
    ['over the change of the clocks', [away('2027-03-20', '2027-04-03')], '2027-03-10', '2027-03-28', '2027-04-11'],
  ])('%s', (_, leaves, since, due, expected) => expect(dueAfterLeave(leaves, since, due)).toBe(expected));
});
