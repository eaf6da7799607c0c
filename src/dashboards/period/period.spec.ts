import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PERIODS } from '../../feedback/metrics/period.js';
import { addDays } from '../../platform/dates.js';
import { AGAINSTS, type PeriodChoice, readPeriod, USUAL, writePeriod } from './choice.js';
import { sayAgainst, sayStretch, sayWithin } from './say-stretch.js';
import { hull, stretchesOf, trendWeeks, weeksIn } from './stretches.js';

const LAST = '2027-02-01';
const read = (query: Record<string, unknown>) => readPeriod(query, LAST);

describe('the weeks in an address', () => {
  it.each([
    [{}, USUAL],
    [{ weeks: '', from: ' ', to: '', against: '' }, USUAL],
    [{ weeks: '13' }, { span: 13, against: 'before' }],
    [
      { weeks: '52', from: '2027-01-01', to: 'x', against: 'none' },
      { span: 52, against: 'none' },
    ],
    [
      { from: '2027-01-13', to: '2027-01-27', against: 'year' },
      { span: { from: '2027-01-11', to: '2027-01-25' }, against: 'year' },
    ],
    [
      { from: '2027-02-07', to: '2027-02-07' },
      { span: { from: LAST, to: LAST }, against: 'before' },
    ],
  ])('%j are %j', (query, choice) => expect(read(query)).toEqual({ choice, problem: null }));

  it.each([
    [{ weeks: '5' }, 'Choose the last 4, 13, 26 or 52 weeks.'],
    [{ weeks: '-4' }, 'Choose the last 4, 13, 26 or 52 weeks.'],
    [{ against: 'me' }, 'Compare with the weeks before, with the same weeks a year earlier, or with nothing.'],
    [{ from: '2027-01-11' }, 'Give both days, a first and a last one that are on the calendar.'],
    [{ from: '2027-02-30', to: '2027-02-01' }, 'Give both days, a first and a last one that are on the calendar.'],
    [{ from: '2027-01-12', to: '2027-01-11' }, 'The first day lies after the last one: swap them.'],
    [
      { from: '2027-01-12', to: '2027-02-08' },
      'A week counts once it has closed: choose a last day up to 7 February 2027.',
    ],
    [{ from: '2020-01-06', to: '2027-01-10' }, 'Choose a year at most.'],
  ])('%j are refused: %s', (query, problem) => expect(read(query)).toEqual({ choice: USUAL, problem }));

  it('are the usual ones when somebody sends lists or objects', () => {
    expect(read({ weeks: ['4'], from: { a: 1 }, against: ['year', 'none'] })).toEqual({ choice: USUAL, problem: null });
  });

  const spans = fc.oneof(
    fc.constantFrom(null, ...PERIODS),
    fc
      .tuple(fc.nat(40), fc.integer({ min: 0, max: 52 }))
      .map(([back, length]) => ({ from: addDays(LAST, -7 * (back + length)), to: addDays(LAST, -7 * back) })),
  );
  const choices: fc.Arbitrary<PeriodChoice> = fc.record({ span: spans, against: fc.constantFrom(...AGAINSTS) });

  it('are read back as they were written', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        expect(read(Object.fromEntries(writePeriod(choice)))).toEqual({ choice, problem: null });
      }),
    );
    expect(writePeriod(USUAL)).toEqual([]);
  });

  it('never overlap those they are held against, and hold whole weeks', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const { now, earlier } = stretchesOf(choice, LAST);
        expect(Number.isInteger(weeksIn(now)) && weeksIn(now) >= 1).toBe(true);
        if (choice.against === 'before') expect(addDays(earlier!.to, 7)).toBe(now.from);
        if (choice.against === 'year') expect(weeksIn(earlier!)).toBe(weeksIn(now));
        if (earlier) expect(earlier.to < now.from).toBe(true);
        if (choice.against === 'none') expect(earlier).toBeNull();
        expect(trendWeeks(now)).toMatchObject({ to: now.to });
        expect(weeksIn(trendWeeks(now))).toBe(Math.max(26, weeksIn(now)));
      }),
    );
  });
});

describe('what the weeks are held against', () => {
  it.each([
    [USUAL, 4, 13],
    [{ span: 4, against: 'before' } as const, 4, 13],
    [{ span: 13, against: 'before' } as const, 13, 13],
    [{ span: 26, against: 'before' } as const, 26, 26],
    [{ span: 26, against: 'year' } as const, 26, 26],
  ])('%j: %d weeks against %d', (choice, n, before) => {
    const { now, earlier } = stretchesOf(choice, LAST);
    expect([weeksIn(now), weeksIn(earlier!)]).toEqual([n, before]);
  });

  it('a year earlier is the same weeks, 52 before', () => {
    expect(stretchesOf({ span: 4, against: 'year' }, LAST).earlier).toEqual({ from: '2026-01-12', to: '2026-02-02' });
  });

  it('spans with what it is held against from the first week to the last', () => {
    const { now, earlier } = stretchesOf(USUAL, LAST);
    expect(hull([now, earlier!])).toEqual({ from: '2026-10-12', to: LAST });
  });
});

describe('weeks in words', () => {
  const words = (choice: PeriodChoice) => {
    const stretches = stretchesOf(choice, LAST);
    return [sayStretch(stretches.now), sayWithin(choice, stretches.now), sayAgainst(choice, stretches)];
  };

  it.each([
    [USUAL, 'four weeks to Sunday 7 February 2027', 'In the last four weeks', 'Compared with the 13 weeks before.'],
    [
      { span: 13, against: 'year' } as const,
      '13 weeks to Sunday 7 February 2027',
      'In the last 13 weeks',
      'Compared with the same weeks a year earlier, to 8 February 2026.',
    ],
    [
      { span: { from: LAST, to: LAST }, against: 'none' } as const,
      'one week to Sunday 7 February 2027',
      'In this week',
      'Compared with nothing.',
    ],
  ])('%j', (choice, ...said) => expect(words(choice)).toEqual(said));
});
