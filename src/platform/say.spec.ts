import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { addDays } from './dates.js';
import { inLanguage } from './language/language.js';
import {
  count,
  initials,
  sayDate,
  sayFullDate,
  sayList,
  sayMoment,
  sayMonth,
  sayNumber,
  sayPercent,
  sayRange,
  sayScore,
  sayShortDate,
  saySigned,
  sayTime,
  sayWeekday,
} from './say.js';

describe('a day in words', () => {
  it('is as long as its place needs', () => {
    expect(sayDate('2027-02-10')).toBe('Wednesday 10 February');
    expect(sayFullDate('2027-02-10')).toBe('10 February 2027');
    expect(sayShortDate('2027-02-10')).toBe('10 Feb');
    expect(sayShortDate('2027-09-01')).toBe('1 Sept');
    expect(sayMonth('2027-02-10')).toBe('February 2027');
    expect(sayWeekday('2027-02-10')).toBe('Wednesday');
  });

  it.each([
    ['2027-02-10', '2027-11-01', 'Wednesday 10 February'],
    ['2027-02-10', '2026-12-31', 'Wednesday 10 February 2027'],
    ['2026-12-31', '2027-01-01', 'Thursday 31 December 2026'],
  ])('%s said on %s is %s', (day, today, words) => expect(sayDate(day, today)).toBe(words));

  it.each([
    ['2027-02-08', '2027-02-13', 'Monday 8 to Saturday 13 February 2027'],
    ['2027-03-29', '2027-04-03', 'Monday 29 March to Saturday 3 April 2027'],
    ['2026-12-28', '2027-01-02', 'Monday 28 December 2026 to Saturday 2 January 2027'],
    ['2026-02-09', '2027-02-13', 'Monday 9 February 2026 to Saturday 13 February 2027'],
    ['2027-02-08', '2027-02-08', 'Monday 8 February 2027'],
  ])('%s to %s is %s', (from, to, words) => expect(sayRange(from, to)).toBe(words));
});

/** What the calendar library says, day by day. */
const said = (date: string, format: string, locale: string) =>
  DateTime.fromISO(date, { zone: 'utc', locale }).toFormat(format);

describe('every day of four years', () => {
  it.each([
    ['en', 'en-GB'],
    ['cy', 'cy-GB'],
  ] as const)('is said as the calendar library says it (%s)', (language, locale) => {
    const days = Array.from({ length: 1461 }, (_, n) => addDays('2024-01-01', n));
    const ours = inLanguage(language, () => days.map((day) => [sayDate(day), sayFullDate(day), sayShortDate(day)]));
    expect(ours).toEqual(
      days.map((day) => ['cccc d LLLL', 'd LLLL yyyy', 'd LLL'].map((format) => said(day, format, locale))),
    );
  });
});

describe('a moment in words', () => {
  it.each([
    ['2027-02-10T12:04:59Z', '12:04', '10 February 2027 at 12:04'],
    ['2027-07-01T23:30:00Z', '00:30', '2 July 2027 at 00:30'],
    ['2027-03-28T00:59:00Z', '00:59', '28 March 2027 at 00:59'],
    ['2027-03-28T01:00:00Z', '02:00', '28 March 2027 at 02:00'],
    ['2027-10-31T00:30:00Z', '01:30', '31 October 2027 at 01:30'],
    ['2027-10-31T01:30:00Z', '01:30', '31 October 2027 at 01:30'],
  ])('%s is %s in London', (moment, time, words) => {
    expect(sayTime(new Date(moment))).toBe(time);
    expect(sayMoment(new Date(moment))).toBe(words);
  });
});

describe('a number in words', () => {
  it.each([
    [2400, 0, '2,400'],
    [45_000_000, 0, '45,000,000'],
    [-2400, 0, '−2,400'],
    [0, 0, '0'],
    [-0, 0, '0'],
    [-0.4, 0, '0'],
    [-0.5, 0, '−1'],
    [71.43, 1, '71.4'],
    [-0.04, 1, '0.0'],
    [1, 2, '1.00'],
  ])('%d with %d decimals is %s', (value, decimals, words) => expect(sayNumber(value, decimals)).toBe(words));

  it.each([
    [80, '80.0'],
    [71.43, '71.4'],
    [100, '100.0'],
    [-4.2, '−4.2'],
  ])('%d points is %s', (points, words) => expect(sayScore(points)).toBe(words));

  it.each([
    [0.5, '+0.5'],
    [-4.2, '−4.2'],
    [0, '0.0'],
    [-0, '0.0'],
    [0.04, '0.0'],
    [-0.04, '0.0'],
    [0.05, '+0.1'],
    [1234.5, '+1,234.5'],
  ])('a change of %d is %s', (points, words) => expect(saySigned(points)).toBe(words));

  it('has a sign only when something but noughts follows, and never a hyphen for one', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (points) => {
        expect(saySigned(points)).toMatch(/^([+−](?=.*[1-9]))?\d[\d,]*\.\d$/);
        expect(saySigned(points).startsWith('+')).toBe(points > 0 && saySigned(points) !== '0.0');
      }),
    );
  });

  it.each([
    [0, 'branches', '0 branches'],
    [1, 'branches', '1 branch'],
    [6, 'branches', '6 branches'],
    [1200, 'branches', '1,200 branches'],
  ])('%d %s is %s', (n, many, words) => expect(count(n, 'branch', many)).toBe(words));
});

describe('a share in words', () => {
  it.each([
    [0, '0%'],
    [0.0001, 'under 1%'],
    [0.0099, 'under 1%'],
    [0.01, '1%'],
    [0.29, '29%'],
    [0.62, '62%'],
    [0.625, '63%'],
    [0.994, '99%'],
    [0.9999, '99%'],
    [1, '100%'],
    [1.71, '171%'],
    [-0.055, '−5%'],
    [-0.001, '0%'],
  ])('%d is %s', (share, words) => expect(sayPercent(share)).toBe(words));

  it('a whole that was added up is a whole', () => {
    const whole = Array.from({ length: 10 }, () => 0.1).reduce((sum, part) => sum + part);
    expect(whole).toBeLessThan(1);
    expect(sayPercent(whole)).toBe('100%');
  });

  it('says 100% of the finished only, and 0% of the not begun only', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), (of, seed) => {
        const done = seed % (of + 1);
        expect(sayPercent(done / of) === '100%').toBe(done === of);
        expect(sayPercent(done / of) === '0%').toBe(done === 0);
      }),
    );
  });
});

describe('several things', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('%j is %j', (items, words) => expect(sayList(items)).toBe(words));
});

describe('initials', () => {
  it.each([
    ['Sam Kaur', 'SK'],
    ['Mary Ann van der Berg', 'MB'],
    ['  Eleri   Pugh ', 'EP'],
    ['élodie', 'É'],
    ['𝒮am Kaur', '𝒮K'],
    ['', ''],
  ])('of %j are %j', (name, letters) => expect(initials(name)).toBe(letters));
});
