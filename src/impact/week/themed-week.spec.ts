import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../platform/dates.js';
import { comparableWeeks, comparedWeeks, themedWeek, type ThemedWeekResult, type WeekTotals } from './themed-week.js';

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

/** The answer where all weeks come from two areas of one unit each, 60 and 40 answers of a hundred. */
function resultOf(weeks: readonly WeekTotals[], events: ReadonlySet<string> = none) {
  const compared = comparedWeeks(weeks, EVENT, events);
  const sum = (mondays: readonly string[], of: (week: WeekTotals) => number) =>
    weeks.filter(({ week }) => mondays.includes(week)).reduce((total, week) => total + of(week), 0);
  const counts = (part: number, of: (week: WeekTotals) => number) => ({
    week: part * sum([EVENT], of),
    others: part * sum(compared.others, of),
    neighbours: part * sum(compared.neighbours, of),
  });
  const areas = [0.6, 0.4].map((part) => counts(part, ({ responses }) => responses));
  const units = [0.6, 0.4].map((part, area) => {
    const [hits, n] = [counts(part, ({ ease }) => ease.hits), counts(part, ({ ease }) => ease.n)];
    const share = (which: keyof typeof hits) => ({ hits: hits[which], n: n[which] });
    return { area, week: share('week'), others: share('others'), neighbours: share('neighbours') };
  });
  return themedWeek({ weeks, compared, areas, units }, EVENT);
}
const answerOf = (...facts: Parameters<typeof resultOf>) => resultOf(...facts) as ThemedWeekResult;

describe('what customers did in a themed week', () => {
  const neighbour = (step: number) => Math.abs(step) <= 4;
  // 51 weeks that average 2,400, the eight beside the event 2,518 on average.
  const weeks = [
    aWeek(0, 4104, 0.805),
    ...ordinaryYear((step) => (neighbour(step) ? 2518 : (51 * 2400 - 8 * 2518) / 43)),
  ];

  it('sets the answers against all other weeks and against the neighbours', () => {
    const { others, neighbours, before, after, unusual } = answerOf(weeks);
    expect(others).toMatchObject({ weeks: 51, mean: expect.closeTo(2400, 6) });
    expect(neighbours).toMatchObject({ weeks: 8, mean: expect.closeTo(2518, 6) });
    expect(others.change.value).toBeCloseTo(0.71, 6);
    expect(neighbours!.change.value).toBeCloseTo(4104 / 2518 - 1, 6);
    expect([before, after]).toEqual([4, 4]);
    expect(unusual).toEqual({ asFar: 0, placebos: 51, p: 1 / 52 });
  });

  it('sets ease against both as well, within units and by which of them answered', () => {
    const ease = answerOf(weeks).ease!;
    for (const side of [ease.others, ease.neighbours!]) {
      expect(side.total.value).toBeCloseTo(0.005, 3);
      expect(side.within.value + side.mix.value).toBeCloseTo(side.total.value, 12);
      expect(side.mix.value).toBeCloseTo(0, 9);
    }
    expect(ease.unusual.placebos).toBe(51);
  });

  it('leaves out weeks that held another campaign', () => {
    const loud = addDays(EVENT, 7);
    const result = answerOf([...weeks.filter(({ week }) => week !== loud), aWeek(1, 9000)], new Set([loud]));
    expect(result.others.weeks).toBe(50);
    expect([result.before, result.after]).toEqual([4, 3]);
    expect(result.unusual.placebos).toBe(50);
  });

  it('uses the neighbours that there are, and none far away', () => {
    const late = answerOf([aWeek(0, 300), aWeek(-1, 200), aWeek(-2, 200), aWeek(-9, 100)]);
    expect([late.before, late.after]).toEqual([2, 0]);
    expect(late.neighbours!.change.value).toBeCloseTo(0.5, 12);
    expect(answerOf([aWeek(0, 300), aWeek(-9, 100)]).neighbours).toBeNull();
  });

  it('is set against the year before and the year after', () => {
    expect(comparableWeeks(EVENT)).toEqual({ from: '2025-02-10', to: '2027-02-08' });
  });

  it.each([
    ['without the week', [aWeek(-1, 100)], none, 'noAnswers'],
    ['with an empty week', [aWeek(0, 0), aWeek(1, 100)], none, 'noAnswers'],
    ['with 29 answers', [aWeek(0, 29), aWeek(1, 100)], none, 'tooFewAnswers'],
    ['without another week', [aWeek(0, 100)], none, 'noOrdinaryWeeks'],
    ['with campaigns in all of them', [aWeek(0, 100), aWeek(1, 100)], new Set([addDays(EVENT, 7)]), 'noOrdinaryWeeks'],
  ])('gives no figure %s', (_, given, events, why) => {
    expect(resultOf(given, events)).toBe(why);
  });

  it('gives no figure of one area alone, which leaves no range', () => {
    const given = [aWeek(0, 300), aWeek(1, 200)];
    const compared = comparedWeeks(given, EVENT, none);
    const areas = [{ week: 300, others: 200, neighbours: 200 }];
    expect(themedWeek({ weeks: given, compared, areas, units: [] }, EVENT)).toBe('tooFewAnswers');
  });

  it('has no ease where nobody rated it', () => {
    const bare = (week: WeekTotals): WeekTotals => ({ ...week, ease: { hits: 0, n: 0 } });
    expect(answerOf([aWeek(0, 100), bare(aWeek(1, 50))]).ease).toBeNull();
    expect(answerOf([bare(aWeek(0, 100)), aWeek(1, 50)]).ease).toBeNull();
  });

  it('grows with the answers and does not depend on the order of the weeks', () => {
    const volumes = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(volumes, fc.integer({ min: 30, max: 5000 }), (others, answers) => {
        const rest = others.map((responses, at) => aWeek(at + 1, responses));
        const one = answerOf([aWeek(0, answers), ...rest]).others;
        const more = answerOf([...rest.toReversed(), aWeek(0, answers + 1)]).others;
        expect(more.change.value).toBeGreaterThan(one.change.value);
        expect(more.mean).toBeCloseTo(one.mean, 6);
      }),
    );
  });
});
