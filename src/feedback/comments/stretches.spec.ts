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

  it('are days where much is said, and sixteenths of what stands at the beginning of a month', () => {
    const found = stretches('2027-03-01', '2026-01-05', true);
    expect(found.slice(5, 9)).toEqual(['day:2027-03-02', 'day:2027-03-01', 'part:2027-03-01/15', 'part:2027-03-01/14']);
    expect(found.slice(22, 24)).toEqual(['part:2027-03-01/0', 'day:2027-02-28']);
    expect(found).toContain('part:2027-02-01/0');
    expect(found.slice(6 * 7 + 2 * 16).slice(0, 3)).toEqual(['week:2027-01-18', 'weeks4:743', 'weeks4:742']);
  });

  it('are none when the first lies after the last', () =>
    expect(stretches('2026-01-05', '2026-01-12', true)).toEqual([]));
});
