import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../platform/dates.js';
import { countsNow, dayState, isReadable, lastOpenDay, previewFrom, weekPhase } from './opening.js';

const week = { startsOn: '2027-02-08', endsOn: '2027-02-13' };
const someDay = fc.integer({ min: -60, max: 60 }).map((days) => addDays('2027-02-10', days));
const heldDay = fc.integer({ min: 0, max: 5 }).map((days) => addDays(week.startsOn, days));

describe('when a themed week is open', () => {
  it.each([
    ['2027-02-07', 'before'],
    ['2027-02-08', 'running'],
    ['2027-02-13', 'running'],
    ['2027-02-14', 'catchUp'],
    ['2027-02-27', 'catchUp'],
    ['2027-02-28', 'closed'],
  ])('on %s it is %s', (today, phase) => {
    expect(weekPhase(week, today)).toBe(phase);
  });

  it('can be previewed from the Thursday before, also when it starts in the middle of a week', () => {
    expect(previewFrom(week)).toBe('2027-02-04');
    expect(previewFrom({ startsOn: '2027-02-10', endsOn: '2027-02-12' })).toBe('2027-02-04');
  });

  it('stays open for a fortnight', () => {
    expect(daysBetween(week.endsOn, lastOpenDay(week))).toBe(14);
  });
});

describe('when a theme day is open', () => {
  it.each([
    ['2027-02-03', true, 'locked'],
    ['2027-02-04', true, 'preview'],
    ['2027-02-04', false, 'locked'],
    ['2027-02-09', true, 'preview'],
    ['2027-02-09', false, 'locked'],
    ['2027-02-10', false, 'today'],
    ['2027-02-11', false, 'open'],
    ['2027-02-27', false, 'open'],
    ['2027-02-28', false, 'closed'],
    ['2027-02-28', true, 'closed'],
  ])('Wednesday 10 February on %s, early reader %s: %s', (today, early, state) => {
    expect(dayState('2027-02-10', week, today, early)).toBe(state);
  });

  it('never counts before its date or after the fortnight, whoever looks', () => {
    fc.assert(
      fc.property(heldDay, someDay, fc.boolean(), (heldOn, today, early) => {
        const counts = countsNow(dayState(heldOn, week, today, early));
        expect(counts).toBe(today >= heldOn && today <= lastOpenDay(week));
      }),
    );
  });

  it('hides nothing from an early reader that everybody may read', () => {
    fc.assert(
      fc.property(heldDay, someDay, (heldOn, today) => {
        const all = isReadable(dayState(heldOn, week, today, false));
        const early = isReadable(dayState(heldOn, week, today, true));
        expect(early || !all).toBe(true);
      }),
    );
  });
});
