import { describe, expect, it } from '@jest/globals';
import { stretches } from './stretches.js';

describe('stretches', () => {
  it('are gone through from the newest on, more and more at once', () =>
    expect(stretches('1970-08-10', '1970-01-05', false)).toEqual([
      'week:1970-08-10',
      'week:1970-08-03',
      'week:1970-07-27',
      'week:1970-07-20',
      ...['weeks4:6', 'weeks4:5', 'weeks4:4', 'weeks16:0'],
    ]));

  it.each(['2026-11-16', '2026-11-23', '2027-03-01', '2027-06-14'])(
    'are few looks for five years before %s',
    (newest) => expect(stretches(newest, '2022-01-03', false).length).toBeLessThan(35),
  );

  it('are days and sixteenths of what stands at the beginning of a month, where much is said', () => {
    const parts = (day: string) => Array.from({ length: 16 }, (_, n) => `part:${day}/${15 - n}`);
    const found = stretches('2027-03-02', '2026-01-05', true);
    expect(found.slice(0, 18)).toEqual(['day:2027-03-02', 'day:2027-03-01', ...parts('2027-03-01')]);
    expect(found.slice(18, 22)).toEqual(['week:2027-02-22', 'week:2027-02-15', 'week:2027-02-08', 'day:2027-02-07']);
    expect(found.slice(27, 45)).toEqual(['day:2027-02-01', ...parts('2027-02-01'), 'week:2027-01-25']);
    expect(found.slice(45, 48)).toEqual(['week:2027-01-18', 'weeks4:743', 'weeks4:742']);
  });

  it('go on with the days before the beginning of a month', () =>
    expect(stretches('2026-10-04', '2026-09-28', true).slice(-4)).toEqual([
      'part:2026-10-01/0',
      'day:2026-09-30',
      'day:2026-09-29',
      'day:2026-09-28',
    ]));

  it('are none when the first lies after the last', () =>
    expect(stretches('2026-01-05', '2026-01-12', true)).toEqual([]));
});
