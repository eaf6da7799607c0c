import { describe, expect, it } from '@jest/globals';
import { wholeMonths } from './whole-months.js';

describe('the months that hold some days', () => {
  it.each([
    ['2027-02-10', '2027-02-10', '2027-02-01', '2027-02-28'],
    ['2028-02-29', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['2026-12-31', '2027-01-01', '2026-12-01', '2027-01-31'],
    ['2027-04-01', '2027-04-30', '2027-04-01', '2027-04-30'],
    [null, '2027-12-01', null, '2027-12-31'],
    ['2027-01-31', null, '2027-01-01', null],
  ])('of %s to %s are %s to %s', (from, to, first, last) =>
    expect(wholeMonths({ from, to })).toEqual({ from: first, to: last }),
  );
});
