import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emotionDifference, markTogether, shareDifference } from './change.js';

type Ease = Parameters<typeof shareDifference>[0];
const changesInEase = (units: readonly { recent: Ease; earlier: Ease }[]) =>
  markTogether(units.map(({ recent, earlier }) => shareDifference(recent, earlier)));

const ashbridge = { recent: { n: 180, top: 122, sum: 0 }, earlier: { n: 585, top: 480, sum: 0 } };
const steady = { recent: { n: 40, top: 31, sum: 0 }, earlier: { n: 130, top: 104, sum: 0 } };

describe('a change', () => {
  it('of Ashbridge is a fall of 14.3 points that leaves no room for none', () => {
    const [change] = changesInEase([ashbridge]);
    expect(change?.mark).toBe('down');
    expect(change?.value).toBeCloseTo(-14.27, 2);
    expect(change?.high).toBeLessThan(-6);
  });

  it('is not taken where either side has too few answers', () => {
    expect(shareDifference({ n: 9, top: 1, sum: 0 }, { n: 500, top: 400, sum: 0 })).toBeNull();
    expect(changesInEase([{ recent: ashbridge.recent, earlier: { n: 4, top: 4, sum: 0 } }])).toEqual([null]);
  });

  it('is "no clear change" when the interval holds zero', () => expect(changesInEase([steady])[0]?.mark).toBe('none'));

  it('must stand among everything else on the screen', () => {
    const barely = { recent: { n: 100, top: 70, sum: 0 }, earlier: { n: 300, top: 243, sum: 0 } };
    expect(changesInEase([barely])[0]?.mark).toBe('down');
    expect(changesInEase([barely, ...Array.from({ length: 40 }, () => steady)])[0]?.mark).toBe('none');
    expect(changesInEase([ashbridge, ...Array.from({ length: 40 }, () => steady)])[0]?.mark).toBe('down');
  });

  it('keeps its place in the list, taken or not', () => {
    const maybe = fc.option(
      fc.record({
        value: fc.integer(),
        low: fc.integer(),
        high: fc.integer(),
        p: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(fc.array(maybe), (differences) => {
        const marked = markTogether(differences);
        expect(marked.map((one) => one && one.value)).toEqual(differences.map((one) => one && one.value));
      }),
    );
  });

  it('in net emotion compares the balance of good and bad', () => {
    const calm = { delighted: 40, satisfied: 40, neutral: 10, disappointed: 5, irritated: 5 };
    const cross = { delighted: 10, satisfied: 20, neutral: 10, disappointed: 30, irritated: 30 };
    expect(markTogether([emotionDifference(calm, cross)])[0]).toMatchObject({ mark: 'up', value: 100 });
    expect(
      emotionDifference(calm, { delighted: 1, satisfied: 0, neutral: 0, disappointed: 0, irritated: 0 }),
    ).toBeNull();
  });
});
