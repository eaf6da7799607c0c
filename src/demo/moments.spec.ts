import { describe, expect, it } from '@jest/globals';
import { bannerChoices, goOnAt, isMoment, momentAt } from './moments.js';

describe('the demo’s moments', () => {
  it.each([
    ['2027-02-04T10:00:00Z', 'before'],
    ['2027-02-07T23:59:59Z', 'before'],
    ['2027-02-08T00:00:00Z', 'wednesday'],
    ['2027-02-13T18:00:00Z', 'wednesday'],
    ['2027-03-01T10:00:00Z', 'after'],
    ['2027-06-01T10:00:00Z', 'after'],
  ])('%s belongs to %s', (at, moment) => expect(momentAt(new Date(at))).toBe(moment));

  it('go on where they were left, and begin at their beginning', () => {
    expect(goOnAt('wednesday', {})).toEqual(new Date('2027-02-10T10:00:00Z'));
    expect(goOnAt('wednesday', { wednesday: '2027-02-10T11:30:00.000Z' })).toEqual(new Date('2027-02-10T11:30:00Z'));
  });

  it('marks the one we are in', () => {
    const current = bannerChoices(new Date('2027-02-10T10:00:00Z')).filter((choice) => choice.current);
    expect(current).toEqual([{ key: 'wednesday', label: 'Wednesday', current: true }]);
  });

  it('does not take a moment that is not offered', () => {
    expect(isMoment('after')).toBe(true);
    expect(isMoment('toString')).toBe(false);
    expect(isMoment(undefined)).toBe(false);
  });
});
