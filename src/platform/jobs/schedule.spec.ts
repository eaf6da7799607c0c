import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextMoment, slotOf } from './schedule.js';

const at = (iso: string) => new Date(iso);

describe('a daily schedule', () => {
  it.each<[string, string | null, string]>([
    ['2027-02-10T04:09:59Z', null, 'not yet'],
    ['2027-02-10T04:10:00Z', 'x@2027-02-10', 'on the minute'],
    ['2027-02-10T23:59:59Z', 'x@2027-02-10', 'late, when every process was down at ten past four'],
    ['2027-02-11T00:00:00Z', null, 'a new day has not had its turn'],
    ['2027-07-01T03:09:59Z', null, 'summer: 04:09 in London'],
    ['2027-07-01T03:10:00Z', 'x@2027-07-01', 'summer: 04:10 in London'],
  ])('at 04:10, seen at %s, is due as %p: %s', (now, slot) => {
    expect(slotOf('x', { daily: '04:10' }, at(now))).toBe(slot);
  });

  it.each<[string, string | null, string]>([
    ['2027-03-28T00:59:59Z', null, 'the last second before the missing hour'],
    ['2027-03-28T01:00:00Z', 'x@2027-03-28', 'half past one does not exist: it fires at two'],
    ['2027-10-31T00:30:00Z', 'x@2027-10-31', 'the first half past one'],
    ['2027-10-31T01:15:00Z', null, 'the clock is back at a quarter past one'],
    ['2027-10-31T01:30:00Z', 'x@2027-10-31', 'the second half past one is the same slot'],
  ])('at 01:30 on the days of the clock changes, seen at %s, is due as %p: %s', (now, slot) => {
    expect(slotOf('x', { daily: '01:30' }, at(now))).toBe(slot);
  });
});

describe('a schedule every few minutes', () => {
  it('has one slot for all moments in it and another one next', () => {
    const slots = ['10:00:00', '10:59:59', '11:00:00'].map((time) =>
      slotOf('x', { everyMinutes: 60 }, at(`2027-02-10T${time}Z`)),
    );
    expect(slots[0]).toBe(slots[1]);
    expect(slots[2]).not.toBe(slots[1]);
  });

  it('goes on through clock changes without a gap or a double', () => {
    const [first, ...later] = Array.from({ length: 6 }, (_, hour) =>
      slotOf('x', { everyMinutes: 60 }, new Date(at('2027-10-30T23:00:00Z').getTime() + hour * 3_600_000)),
    );
    expect(new Set([first, ...later]).size).toBe(6);
  });
});

describe('the next moment of a schedule', () => {
  it.each<[string, object, string, string | null]>([
    ['later today', { daily: '04:10' }, '2027-02-10T03:00:00Z', '2027-02-10T04:10:00Z'],
    ['on the minute it has fired', { daily: '04:10' }, '2027-02-10T04:10:00Z', '2027-02-11T04:10:00Z'],
    ['in summer, by London’s clock', { daily: '04:10' }, '2027-07-01T12:00:00Z', '2027-07-02T03:10:00Z'],
    ['across the end of summer', { daily: '04:10' }, '2027-10-30T12:00:00Z', '2027-10-31T04:10:00Z'],
    ['in the hour that spring skips', { daily: '01:30' }, '2027-03-28T00:30:00Z', '2027-03-28T01:30:00Z'],
    ['every hour', { everyMinutes: 60 }, '2027-02-10T10:00:00Z', '2027-02-10T11:00:00Z'],
    ['every five minutes', { everyMinutes: 5 }, '2027-02-10T10:04:59Z', '2027-02-10T10:05:00Z'],
    ['of none', {}, '2027-02-10T10:00:00Z', null],
  ])('%s', (_, schedule, now, next) => expect(nextMoment(schedule, at(now))).toEqual(next === null ? null : at(next)));
});

describe('any schedule', () => {
  const moments = fc.date({ min: at('2026-01-01'), max: at('2030-01-01'), noInvalidDate: true });
  const minutes = fc.constantFrom(1, 5, 15, 60, 1440);

  it('gives every process the same key for the same slot, and the kind is part of it', () => {
    fc.assert(
      fc.property(moments, minutes, fc.nat({ max: 59_999 }), (moment, everyMinutes, later) => {
        const start = Math.floor(moment.getTime() / 60_000) * 60_000;
        const slot = slotOf('x', { everyMinutes }, new Date(start));
        expect(slotOf('x', { everyMinutes }, new Date(start + later))).toBe(slot);
        expect(slotOf('y', { everyMinutes }, new Date(start))).not.toBe(slot);
      }),
    );
  });

  it('is due by its next moment, and has another key then', () => {
    const schedules = fc.oneof(
      minutes.map((everyMinutes) => ({ everyMinutes })),
      fc.constantFrom('00:00', '01:30', '04:10', '12:00', '23:59').map((daily) => ({ daily })),
    );
    fc.assert(
      fc.property(moments, schedules, (moment, schedule) => {
        const next = nextMoment(schedule, moment)!;
        expect(next.getTime()).toBeGreaterThan(moment.getTime());
        expect(slotOf('x', schedule, next)).not.toBeNull();
        expect(slotOf('x', schedule, next)).not.toBe(slotOf('x', schedule, moment));
      }),
    );
  });

  it('that is empty is never due', () => expect(slotOf('x', {}, at('2027-02-10T10:00:00Z'))).toBeNull());
});
