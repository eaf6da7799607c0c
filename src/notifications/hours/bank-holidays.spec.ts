import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { type Nation, NATIONS } from '../../network/imports/codes.js';
import { bankHolidays, isBankHoliday } from './bank-holidays.js';
import { easterSunday } from './easter.js';
import { isWeekend } from './weekdays.js';

describe('Easter Sunday', () => {
  it.each([
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('of %i is %s', (year, date) => expect(easterSunday(year)).toBe(date));

  it('is a Sunday from 22 March to 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 4099 }), (year) => {
        const date = easterSunday(year);
        expect(DateTime.fromISO(date).weekday).toBe(7);
        expect(date >= `${year}-03-22` && date <= `${year}-04-25`).toBe(true);
      }),
    );
  });
});

/** As published at https://www.gov.uk/bank-holidays, substitute days included. */
const PUBLISHED: [Nation, number, string][] = [
  ['england', 2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
  ['england', 2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
  ['england', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  ['england', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  ['england', 2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
  ['scotland', 2024, '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26'],
  ['scotland', 2025, '01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26'],
  ['scotland', 2026, '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28'],
  ['scotland', 2027, '01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28'],
  ['scotland', 2028, '01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26'],
  ['northernIreland', 2024, '01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26'],
  ['northernIreland', 2025, '01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26'],
  ['northernIreland', 2026, '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28'],
  ['northernIreland', 2027, '01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28'],
  ['northernIreland', 2028, '01-03 03-17 04-14 04-17 05-01 05-29 07-12 08-28 12-25 12-26'],
];

describe('bank holidays', () => {
  it.each(PUBLISHED)('of %s in %i', (nation, year, days) => {
    expect(bankHolidays(nation, year)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  it.each(PUBLISHED.filter(([nation]) => nation === 'england'))('of Wales are those of %s in %i', (_, year) => {
    expect(bankHolidays('wales', year)).toEqual(bankHolidays('england', year));
  });

  it.each<[string, Nation, boolean]>([
    ['2022-06-02', 'england', true],
    ['2022-06-03', 'scotland', true],
    ['2022-05-30', 'wales', false],
    ['2022-09-19', 'northernIreland', true],
    ['2023-05-08', 'england', true],
    ['2020-05-08', 'england', true],
    ['2020-05-04', 'england', false],
    ['2026-06-15', 'scotland', true],
    ['2026-06-15', 'england', false],
  ])('that came once: %s in %s %p', (date, nation, holiday) => expect(isBankHoliday(nation, date)).toBe(holiday));

  it('never fall on a weekend or on each other, and are as many each year', () => {
    const years = fc.integer({ min: 2029, max: 2200 });
    fc.assert(
      fc.property(fc.constantFrom(...NATIONS), years, (nation, year) => {
        const days = bankHolidays(nation, year);
        expect(days.filter(isWeekend)).toEqual([]);
        expect(new Set(days).size).toBe({ england: 8, wales: 8, scotland: 9, northernIreland: 10 }[nation]);
      }),
    );
  });
});
