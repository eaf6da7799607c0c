import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { type Nation, NATIONS } from '../../network/imports/codes.js';
import { isWorkingTime, nationsAtWork, nextWorkingTime, workingHoursOf } from './working-hours.js';

const at = (iso: string) => new Date(iso);

describe('working hours', () => {
  it.each<[string, Nation, boolean, string]>([
    ['2027-02-10T07:59:59Z', 'england', false, 'a second before eight'],
    ['2027-02-10T08:00:00Z', 'england', true, 'eight'],
    ['2027-02-10T17:59:59Z', 'england', true, 'a second before six'],
    ['2027-02-10T18:00:00Z', 'england', false, 'six'],
    ['2027-02-13T12:00:00Z', 'england', false, 'a Saturday'],
    ['2027-02-14T12:00:00Z', 'england', false, 'a Sunday'],
    ['2027-07-01T07:00:00Z', 'england', true, 'eight on a summer morning'],
    ['2027-07-01T17:00:00Z', 'england', false, 'six on a summer evening'],
    ['2027-03-29T12:00:00Z', 'england', false, 'Easter Monday'],
    ['2027-03-29T12:00:00Z', 'scotland', true, 'Easter Monday, which Scotland does not keep'],
    ['2027-08-02T12:00:00Z', 'scotland', false, 'the first Monday in August'],
    ['2027-07-12T12:00:00Z', 'northernIreland', false, 'the Twelfth'],
    ['2027-12-27T12:00:00Z', 'wales', false, 'the substitute for Christmas Day'],
  ])('at %s in %s: %p, %s', (moment, nation, open) => expect(isWorkingTime(nation, at(moment))).toBe(open));

  it('differ between the nations on the same day', () => {
    expect(nationsAtWork(at('2027-11-30T12:00:00Z'))).toEqual(['england', 'wales', 'northernIreland']);
    expect(nationsAtWork(at('2027-03-17T12:00:00Z'))).toEqual(['england', 'wales', 'scotland']);
    expect(nationsAtWork(at('2027-12-25T12:00:00Z'))).toEqual([]);
  });

  it.each<[string, Nation, string]>([
    ['2027-02-10T10:00:00Z', 'england', '2027-02-10T10:00:00Z'],
    ['2027-02-10T03:00:00Z', 'england', '2027-02-10T08:00:00Z'],
    ['2027-02-12T18:00:00Z', 'england', '2027-02-15T08:00:00Z'],
    ['2027-03-25T18:00:00Z', 'england', '2027-03-30T07:00:00Z'],
    ['2027-03-25T18:00:00Z', 'scotland', '2027-03-29T07:00:00Z'],
    ['2027-10-29T17:30:00Z', 'england', '2027-11-01T08:00:00Z'],
    ['2027-12-24T18:00:00Z', 'scotland', '2027-12-29T08:00:00Z'],
    ['2027-12-31T19:00:00Z', 'scotland', '2028-01-05T08:00:00Z'],
  ])('after %s in %s begin again at %s', (moment, nation, next) =>
    expect(nextWorkingTime(nation, at(moment))).toEqual(at(next)),
  );

  const moments = fc.date({ min: at('2024-01-01'), max: at('2029-01-01'), noInvalidDate: true });

  it('begin at eight on the wall clock on every day, summer, winter and the weeks of the clock changes', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...NATIONS), (moment, nation) => {
        const next = nextWorkingTime(nation, moment);
        const wall = DateTime.fromJSDate(next, { zone: 'Europe/London' });
        expect(isWorkingTime(nation, next)).toBe(true);
        expect(next >= moment).toBe(true);
        if (next > moment) expect([wall.hour, wall.minute, wall.second]).toEqual([8, 0, 0]);
      }),
    );
  });

  it('are never skipped: nothing before the next ones is open', () => {
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom(...NATIONS),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (moment, nation, share) => {
          const next = nextWorkingTime(nation, moment);
          const between = new Date(moment.getTime() + share * (next.getTime() - moment.getTime()));
          expect(isWorkingTime(nation, between)).toBe(next.getTime() === moment.getTime());
        },
      ),
    );
  });

  it('are ten a day', () => {
    const hours = workingHoursOf('2027-07-01');
    expect([hours[0], hours.at(-1), hours.length]).toEqual([
      at('2027-07-01T07:00:00Z'),
      at('2027-07-01T16:00:00Z'),
      10,
    ]);
  });
});
