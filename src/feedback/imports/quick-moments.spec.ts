import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { momentReader } from './moment.js';
import { quickMoments } from './quick-moments.js';

const FORMATS = [
  ...['ISO', 'dd/MM/yyyy HH:mm', 'd/M/yy H:mm', 'MM/dd/yyyy hh:mm a', 'yyyy-MM-dd HH:mm:ss', 'd.M.yyyy h:mm:ss a'],
  ...['dd MMM yyyy HH:mm', 'dd/MM/yyyy', "yyyy-MM-dd'T'HH:mm", 'yyyy-MM-dd HH:mm ZZ', 'HH:mm dd/MM/yyyy'],
];
/** With changes on the half hour, of half an hour, in the middle of the day, and of a whole day. */
const ZONES = [
  ...['Europe/London', 'UTC', 'America/New_York', 'Australia/Lord_Howe', 'America/Caracas', 'Asia/Pyongyang'],
  ...['Pacific/Apia', 'Asia/Kathmandu', 'Antarctica/Troll', 'Africa/Casablanca'],
];
const CHANGES = ['2007-12-09T03:00', '2016-05-01T02:30', '2015-08-14T23:45', '2018-05-04T23:15', '2011-12-29T23:30'];

const apart = (minutes: number) => fc.integer({ min: -minutes * 60, max: minutes * 60 });
const aroundAChange = fc
  .tuple(fc.constantFrom(...CHANGES), apart(180))
  .map(([at, seconds]) => DateTime.fromISO(at, { zone: 'utc' }).plus({ seconds }));
/** The nights on which clocks change in Europe and America, every year. */
const aNight = fc
  .tuple(fc.integer({ min: 2000, max: 2100 }), fc.constantFrom(3, 4, 10, 11), fc.nat({ max: 31 }), apart(240))
  .map(([year, month, days, seconds]) => DateTime.utc(year, month, 1, 2).plus({ days, seconds }));
const anyTime = fc.oneof(aroundAChange, aNight);

describe('a file’s times, read by the hour', () => {
  it('are what they are one by one, in every format and zone, also where clocks change', () => {
    const readers = new Map<string, ReturnType<typeof quickMoments>>();
    fc.assert(
      fc.property(fc.constantFrom(...FORMATS), fc.constantFrom(...ZONES), anyTime, (format, zone, at) => {
        const text = format === 'ISO' ? at.toISO({ includeOffset: false }) : at.toFormat(format, { locale: 'en-GB' });
        const quick = readers.get(format + zone) ?? quickMoments(format, zone);
        readers.set(format + zone, quick);
        expect(quick(text ?? '')).toEqual(momentReader(format, zone)(text ?? ''));
      }),
      { numRuns: 800 },
    );
  });

  it('in London are right in every minute of the nights on which clocks change', () => {
    const quick = quickMoments('dd/MM/yyyy HH:mm', 'Europe/London');
    const slow = momentReader('dd/MM/yyyy HH:mm', 'Europe/London');
    const years = Array.from({ length: 12 }, (_, i) => 2020 + i);
    for (const night of years.flatMap((year) => [lastSunday(year, 3), lastSunday(year, 10)])) {
      const minute = (n: number) => night.plus({ minutes: n }).toFormat('dd/MM/yyyy HH:mm');
      const times = Array.from({ length: 180 }, (_, n) => minute(n));
      expect(times.map(quick)).toEqual(times.map(slow));
    }
  });

  it.each([
    ...['', '31/02/2027 09:30', '06/01/2027 24:00', '06/01/2027 09:60', '06/01/2027 9:30', '06/01/1999 09:30'],
    ...[
      '2027-01-06',
      '2027-01-06T24:00',
      '2027-01-06T09:30Z',
      '2027-01-06 09:30:15.5',
      '2027-01-06T09:30:15.123+05:30',
    ],
    ...[
      '06/01/2027 12:30 am',
      '06/01/2027 12:30 PM',
      '06/01/2027 13:30 PM',
      '06/01/2027 09:30:61',
      ' 06/01/2027 09:30',
    ],
  ])('%j is read or refused alike', (text) => {
    for (const format of FORMATS)
      expect(quickMoments(format, 'Europe/London')(text)).toEqual(momentReader(format, 'Europe/London')(text));
  });
});

function lastSunday(year: number, month: number): DateTime {
  const last = DateTime.utc(year, month).endOf('month').startOf('day');
  return last.minus({ days: last.weekday % 7 });
}
