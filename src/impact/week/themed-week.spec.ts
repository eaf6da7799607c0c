import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../platform/dates.js';
import { comparableWeeks, themedWeek, type WeekTotals } from './themed-week.js';

const EVENT = '2026-02-09';
const aWeek = (steps: number, responses: number, easeShare = 0.8): WeekTotals => ({
  week: addDays(EVENT, 7 * steps),
  responses,
  ease: { hits: Math.round(responses * easeShare), n: responses },
});
const ordinaryYear = (responses: (step: number) => number) =>
  Array.from({ length: 52 }, (_, at) => at - 26)
    .filter((step) => step !== 0)
    .map((step) => aWeek(step, responses(step)));
const none = new Set<string>();

describe('what customers did in a themed week', () => {
  const neighbour = (step: number) => Math.abs(step) <= 4;
  // 51 weeks that average 2,400, the eight beside the event 2,518 on average.
  const weeks = [
    aWeek(0, 4104, 0.805),
    ...ordinaryYear((step) => (neighbour(step) ? 2518 : (51 * 2400 - 8 * 2518) / 43)),
  ];

  it('sets the answers against all other weeks and against the neighbours', () => {
    const result = themedWeek(weeks, EVENT, none)!;
    expect(result.others).toMatchObject({ weeks: 51, mean: expect.closeTo(2400, 6), change: expect.closeTo(0.71, 6) });
    expect(result.neighbours).toMatchObject({ weeks: 8, change: expect.closeTo(4104 / 2518 - 1, 6) });
    expect([result.before, result.after]).toEqual([4, 4]);
    expect(result.unusual).toEqual({ asFar: 0, placebos: 51, p: 1 / 52 });
  });

  it('says that half a point of ease on 4,104 answers is within the noise', () => {
    const { ease } = themedWeek(weeks, EVENT, none)!;
    expect(ease!.change.value).toBeCloseTo(0.005, 3);
    expect(ease!.relative).toBeCloseTo(0.00625, 3);
    expect(ease!.change.low).toBeLessThan(0);
    expect(ease!.change.high).toBeGreaterThan(0);
  });

  it('leaves out weeks that held another campaign', () => {
    const loud = addDays(EVENT, 7);
    const result = themedWeek([...weeks.filter(({ week }) => week !== loud), aWeek(1, 9000)], EVENT, new Set([loud]))!;
    expect(result.others.weeks).toBe(50);
    expect([result.before, result.after]).toEqual([4, 3]);
  });

  it('uses the neighbours that there are, and none far away', () => {
    const late = themedWeek([aWeek(0, 300), aWeek(-1, 200), aWeek(-2, 200), aWeek(-9, 100)], EVENT, none)!;
    expect([late.before, late.after]).toEqual([2, 0]);
    expect(late.neighbours!.change).toBeCloseTo(0.5, 12);
    const alone = themedWeek([aWeek(0, 300), aWeek(-9, 100)], EVENT, none)!;
    expect(alone.neighbours).toBeNull();
  });

  it('is set against the year before and the year after', () => {
    expect(comparableWeeks(EVENT)).toEqual({ from: '2025-02-10', to: '2027-02-08' });
  });

  it('says nothing without the week or without another one', () => {
    expect(themedWeek([aWeek(-1, 100)], EVENT, none)).toBeNull();
    expect(themedWeek([aWeek(0, 100)], EVENT, none)).toBeNull();
    expect(themedWeek([aWeek(0, 0), aWeek(1, 100)], EVENT, none)).toBeNull();
    expect(themedWeek([aWeek(0, 100), { ...aWeek(1, 50), ease: { hits: 0, n: 0 } }], EVENT, none)!.ease).toBeNull();
  });

  it('grows with the answers and does not depend on the order of the weeks', () => {
    const volumes = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(volumes, fc.integer({ min: 1, max: 5000 }), (others, answers) => {
        const rest = others.map((responses, at) => aWeek(at + 1, responses));
        const one = themedWeek([aWeek(0, answers), ...rest], EVENT, none)!;
        const more = themedWeek([...rest.toReversed(), aWeek(0, answers + 1)], EVENT, none)!;
        expect(more.others.change).toBeGreaterThan(one.others.change);
        expect(more.others.mean).toBeCloseTo(one.others.mean, 6);
      }),
    );
  });
});
