import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withinAndMix } from './within-and-mix.js';

const place = (before: [hits: number, n: number], after: [hits: number, n: number]) => ({
  before: { hits: before[0], n: before[1] },
  after: { hits: after[0], n: after[1] },
});
const aShare = fc.integer({ min: 0, max: 60 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
const aPlace = fc.tuple(aShare, aShare).map(([before, after]) => place(before, after));

describe('what changed inside places and what changed because others answered', () => {
  it('gives all of it to the mix when no place changed', () => {
    // 90 and 60 of 100 stay as they are, but the good one now answers three times as often: 75 becomes 82.5.
    const { total, within, mix } = withinAndMix([place([90, 100], [270, 300]), place([60, 100], [60, 100])])!;
    expect([total, within, mix]).toEqual([expect.closeTo(0.075, 12), expect.closeTo(0, 12), expect.closeTo(0.075, 12)]);
  });

  it('gives all of it to the inside when the same places answer as often', () => {
    const { within, mix } = withinAndMix([place([80, 100], [85, 100]), place([40, 50], [42, 50])])!;
    expect([within, mix]).toEqual([expect.closeTo(7 / 150, 12), expect.closeTo(0, 12)]);
  });

  it('leaves a place that answered once only to the mix', () => {
    const { within } = withinAndMix([place([80, 100], [80, 100]), place([0, 0], [100, 100])])!;
    expect(within).toBeCloseTo(0, 12);
  });

  it('says nothing without answers on both sides of any place', () => {
    expect(withinAndMix([])).toBeNull();
    expect(withinAndMix([place([1, 2], [0, 0]), place([0, 0], [1, 2])])).toBeNull();
  });

  it('always adds up, and the inside never leaves -1 to 1', () => {
    fc.assert(
      fc.property(fc.array(aPlace, { maxLength: 20 }), (places) => {
        const split = withinAndMix(places);
        if (split === null) return;
        expect(split.within + split.mix).toBeCloseTo(split.total, 12);
        expect(Math.abs(split.within)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});
