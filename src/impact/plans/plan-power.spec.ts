import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { COMPARISON, randomWaves } from '../../statistics/random-waves.js';
import { seededRandom } from '../../statistics/seeded-random.js';
import { sharePrior } from '../../statistics/shrinkage.js';
import { type AreaAnswers, chanceToSee, powerOfLot, spreadOf } from './plan-power.js';

const share = (n: number, good: number): AreaAnswers => ({ n, good, bad: 0 });
const someShares = fc.array(
  fc.integer({ min: 1, max: 900 }).chain((n) => fc.integer({ min: 0, max: n }).map((good) => share(n, good))),
  { minLength: 2, maxLength: 40 },
);

describe('how areas differ', () => {
  it('is the prior of shares, for a share', () => {
    fc.assert(
      fc.property(someShares, (areas) => {
        const prior = sharePrior(areas.map(({ n, good }) => ({ n, hits: good })));
        const spread = spreadOf(areas);
        fc.pre(prior !== null && spread !== null);
        const single = prior.mean * (1 - prior.mean);
        expect(spread.single).toBeCloseTo(single, 10);
        if (prior.correlation < 0.99) expect(spread.between).toBeCloseTo(single * prior.correlation, 10);
      }),
    );
  });

  it('of net emotion leaves out what neutral answers do not add', () => {
    const areas = [
      { n: 100, good: 40, bad: 20 },
      { n: 100, good: 40, bad: 20 },
    ];
    expect(spreadOf(areas)!.single).toBeCloseTo(0.6 - 0.04, 12);
    expect(spreadOf(areas)!.between).toBe(0);
  });

  it.each([
    ['nobody answered', [share(0, 0), share(0, 0)]],
    ['one area alone has answers', [share(20, 12), share(0, 0)]],
    ['everybody said the same', [share(20, 20), share(30, 30)]],
    ['there are no areas', []],
  ])('is not known where %s', (_, areas) => expect(spreadOf(areas)).toBeNull());
});

describe('what a lot can see', () => {
  const areas = (many: number, n: number) => {
    const random = seededRandom(4);
    return Array.from({ length: many }, () => share(n, Math.round(n * (0.65 + 0.1 * random()))));
  };
  const deal = (many: number, waves: number, comparison: boolean) =>
    randomWaves(new Int32Array(many), { waves, comparison, seed: 3 });
  const seen = (n: number, weeksBetween: number, many = 40) =>
    powerOfLot(deal(many, 2, true), 2, { areas: areas(many, n), weeks: 52 }, weeksBetween)!;

  it('is finer with more answers, with more weeks and with more areas', () => {
    expect(seen(10_000, 4).smallest).toBeLessThan(seen(1_000, 4).smallest);
    expect(seen(1_000, 8).smallest).toBeLessThan(seen(1_000, 4).smallest);
    expect(seen(1_000, 4, 80).smallest).toBeLessThan(seen(1_000, 4).smallest);
  });

  it('is what two halves before and after show, worked out by hand', () => {
    // Areas do not differ, so the step before tells nothing but its own level: the difference in the last step of two shares
    // of two areas with 100 answers each, of variance 0.25 / 100 (1 / 2 + 1 / 2).
    const same = Array.from({ length: 4 }, () => share(200, 100));
    const power = powerOfLot(Int32Array.of(0, COMPARISON, 0, COMPARISON), 1, { areas: same, weeks: 8 }, 4)!;
    expect(power.variance).toBeCloseTo((10_000 * 0.25) / 100, 8);
    expect(power.smallest).toBeCloseTo((1.959964 + 0.841621) * 5, 4);
    expect(chanceToSee(power.smallest, power)).toBeCloseTo(0.8, 8);
    expect(power.areas).toBe(4);
  });

  it('leaves out areas that nobody answered about', () => {
    const heard = [share(200, 100), share(200, 110), share(0, 0), share(200, 90), share(200, 100)];
    const power = powerOfLot(Int32Array.of(0, COMPARISON, 0, 0, COMPARISON), 1, { areas: heard, weeks: 8 }, 4)!;
    expect(power.areas).toBe(4);
  });

  it('is nothing when all areas with answers are in one part', () => {
    const heard = [share(200, 100), share(200, 110), share(0, 0)];
    expect(powerOfLot(Int32Array.of(0, 0, COMPARISON), 1, { areas: heard, weeks: 8 }, 4)).toBeNull();
    expect(powerOfLot(Int32Array.of(0, COMPARISON), 1, { areas: [share(0, 0), share(0, 0)], weeks: 8 }, 4)).toBeNull();
  });
});
