import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sayNumber } from '../../../platform/say.js';
import { periodProblem, readNumber, valueProblem, weightProblem } from './value-rule.js';

describe('a number as people write it', () => {
  it.each<[string, number | null]>([
    ['1240', 1240],
    ['1,240', 1240],
    ['12,345,678.25', 12345678.25],
    [' 1 240 ', 1240],
    ['£1,240.50', 1240.5],
    ['62.5%', 62.5],
    ['−3', -3],
    ['-£3', -3],
    ['007', 7],
    ['', null],
    ['n/a', null],
    ['1.234,5', null],
    ['1,24', null],
    ['1e3', null],
    ['12 visitors', null],
    ['=1+1', null],
    ['9999999999999999', null],
  ])('%j is %p', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it.each<[string, string, number | null]>([
    ['0:11:30', 'minutes', 11.5],
    ['44:00:00', 'hours', 44],
    ['0:01:05', 'seconds', 65],
    ['0:11:30', 'visitors', null],
    ['11:30', 'minutes', null],
  ])('%s in %s is %p', (text, unit, number) => {
    expect(readNumber(text, unit)).toBe(number);
  });

  it('is what pages print', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (number) => {
        expect(readNumber(sayNumber(number))).toBe(number);
      }),
    );
  });
});

const AVERAGE = { kind: 'average', weightName: 'contacts', weightNameCy: 'cysylltiadau' } as Parameters<
  typeof weightProblem
>[0];

describe('a value', () => {
  it('of a count is never less than nothing; of a level it may be', () => {
    expect(valueProblem({ kind: 'count' }, -1)).toBe('A count can’t be less than 0.');
    expect(valueProblem({ kind: 'level' }, -1)).toBeNull();
    expect(valueProblem({ kind: 'level' }, Infinity)).toBe('The number is too large.');
  });

  it('of an average needs a weight, and no other has one', () => {
    expect(weightProblem(AVERAGE, null)).toContain('contacts');
    expect(weightProblem(AVERAGE, -1)).toBe('A weight can’t be less than 0.');
    expect(weightProblem(AVERAGE, 0)).toBeNull();
    expect(weightProblem({ ...AVERAGE, kind: 'count' }, 3)).toContain('Leave it out');
  });

  it('belongs to a period that has begun', () => {
    expect(periodProblem({ grain: 'week' }, '2027-02-08', '2027-02-10')).toBeNull();
    expect(periodProblem({ grain: 'week' }, '2027-02-15', '2027-02-10')).toBe(
      'Week of 15 February 2027 has not begun yet.',
    );
    expect(periodProblem({ grain: 'year' }, '1899-01-01', '2027-02-10')).toBe('The year 1899 is out of range.');
  });
});
