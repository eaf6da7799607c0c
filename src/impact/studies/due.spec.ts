import { describe, expect, it } from '@jest/globals';
import { isDue } from './due.js';

const lastWeek = '2027-06-28';

describe('a study is worked out by itself', () => {
  it.each([
    ['once to begin with', null, null, '2027-01-04', true],
    ['not every week', '2027-01-04', null, '2027-01-25', false],
    ['every four weeks', '2027-01-04', null, '2027-02-01', true],
    ['not before there should be enough', '2027-01-04', '2027-03-08', '2027-02-22', false],
    ['on the Monday on which there should be', '2027-01-04', '2027-03-08', '2027-03-01', true],
    ['at its end, however soon that is after the last look', '2027-06-21', null, '2027-06-28', true],
    ['at its end when the clock went on without it', '2027-01-04', '2028-01-03', '2027-09-06', true],
    ['never again after its end', '2027-06-28', null, '2027-07-05', false],
    ['not when the clock was set back', '2027-03-01', null, '2027-02-08', false],
  ])('%s', (_, closedTo, enoughOn, lastClosed, due) => {
    expect(isDue({ closedTo, enoughOn, lastWeek }, lastClosed)).toBe(due);
  });
});
