import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom } from '../../statistics/seeded-random.js';
import { type Difference, markTogether, marksOf, shareDifference } from './change.js';

const difference = fc.option(
  fc.record({
    value: fc.integer(),
    low: fc.integer(),
    high: fc.integer(),
    p: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
);

describe('the marks of a screen', () => {
  it('are given over all of its parts at once, and stay in their places', () =>
    fc.assert(
      fc.property(fc.array(difference), fc.array(difference), (whole, rows) => {
        const marks = marksOf({ whole, rows });
        expect([...marks.whole, ...marks.rows]).toEqual(markTogether([...whole, ...rows]));
        expect([marks.whole.length, marks.rows.length]).toEqual([whole.length, rows.length]);
      }),
    ));

  it('do not come or go with a turn of the page: the table is marked over all of its rows', () => {
    const barely: Difference = { value: -9, low: -17, high: -1, p: 0.02 };
    const quiet: Difference = { value: 1, low: -8, high: 10, p: 0.8 };
    const rows = [barely, ...Array.from({ length: 39 }, () => quiet)];
    expect(marksOf({ whole: [], rows }).rows[0]?.mark).toBe('none');
    expect(marksOf({ whole: [], rows: rows.slice(0, 1) }).rows[0]?.mark).toBe('down');
  });
});

/** Answers that are 4 or 5 among n, each with the same chance as ever. */
function answered(n: number, share: number, random: () => number) {
  let top = 0;
  for (let one = 0; one < n; one += 1) if (random() < share) top += 1;
  return { n, top, sum: 0 };
}

/** An area in which nothing changed: its branches over four weeks and the thirteen before, and all of them together. */
function quietScreen(branches: number, random: () => number) {
  const rows = Array.from({ length: branches }, () => {
    const share = 0.7 + 0.2 * random();
    const n = 20 + Math.floor(60 * random());
    return { now: answered(n, share, random), before: answered(Math.round(3.25 * n), share, random) };
  });
  const sum = (pick: (row: (typeof rows)[number]) => { n: number; top: number }) =>
    rows.reduce((all, row) => ({ n: all.n + pick(row).n, top: all.top + pick(row).top, sum: 0 }), NOBODY);
  return marksOf({
    whole: [shareDifference(sum((row) => row.now), sum((row) => row.before))], // prettier-ignore
    rows: rows.map(({ now, before }) => shareDifference(now, before)),
  });
}

const NOBODY = { n: 0, top: 0, sum: 0 };

describe('where nothing changed', () => {
  // 40,000 such screens each, reckoned apart from this code, gave 4.6, 4.7 and 4.7 %; the few here may be off by chance.
  it.each([
    [1, 500],
    [12, 250],
    [41, 120],
  ])('at most one screen in twenty of %d branches shows any mark', (branches, screens) => {
    const random = seededRandom(2027 + branches);
    const marked = Array.from({ length: screens }, () => quietScreen(branches, random)).filter(({ whole, rows }) =>
      [...whole, ...rows].some((one) => one !== null && one.mark !== 'none'),
    ).length;
    expect(marked / screens).toBeLessThanOrEqual(0.05 + 1.96 * Math.sqrt((0.05 * 0.95) / screens));
  });
});
