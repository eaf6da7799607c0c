import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BATTERS, HOSPITALS, RATS } from './published-shares.js';
import { correlationWithin, sharePrior, shrunk } from './shrinkage.js';
import { seededRandom } from './seeded-random.js';

const someShares = fc.array(
  fc.integer({ min: 2, max: 400 }).chain((n) => fc.integer({ min: 0, max: n }).map((hits) => ({ hits, n }))),
  { minLength: 3, maxLength: 12 },
);

describe('the prior of places', () => {
  it('is read from the data of Tarone (1982): their plain mean and spread are the published 0.136 and 0.103', () => {
    const own = RATS.map(({ hits, n }) => hits / n);
    const mean = own.reduce((sum, share) => sum + share, 0) / own.length;
    const spread = Math.sqrt(own.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (own.length - 1));
    expect(own).toHaveLength(70);
    expect([mean, spread]).toEqual([expect.closeTo(0.136, 3), expect.closeTo(0.103, 3)]);
  });

  // Efron and Morris (1975), "Data analysis using Stein's estimator", JASA 70, and (1977), "Stein's paradox in statistics",
  // Scientific American 236, print the mean 0.265, the factor 0.212 and 0.294 for Clemente. Their factor is 1 - 15 v / S, S the
  // squares around the mean and v = m q / 45; with as many answers everywhere ours is 45/44 (1 - 17 v / S), so it must give the
  // printed S back. Theirs is unbiased for the loss, Kleinman's for the variance between places: hence 15 and 17.
  it('of the batters holds the squares from which Efron and Morris drew theirs', () => {
    const { mean, correlation } = sharePrior(BATTERS) ?? { mean: NaN, correlation: NaN };
    const { own } = shrunk(BATTERS[0] ?? { hits: 0, n: 0 }, { mean, correlation });
    const v = (mean * (1 - mean)) / 45;
    const squares = (17 * v) / (1 - (44 / 45) * own);
    const factor = 1 - (15 * v) / squares;
    expect(mean.toFixed(3)).toBe('0.265');
    expect(factor.toFixed(3)).toBe('0.212');
    expect((mean + factor * (18 / 45 - mean)).toFixed(3)).toBe('0.294');
    expect(Math.abs(squares - 0.08244170096021948)).toBeLessThan(1e-9);
  });

  // Not printed: Kleinman's equations worked in exact fractions, apart from this code, and rounded to 16 digits.
  it.each([
    ['rats', RATS, 0.152463768115942, 0.0441657489366003],
    ['hospitals', HOSPITALS, 0.07391613361762615, 0.01141188489839196],
    ['batters', BATTERS, 0.2654320987654321, 0.00271011277287933],
  ] as const)('of the %s agrees with exact fractions', (_, shares, mean, correlation) => {
    const prior = sharePrior(shares);
    expect(prior?.mean).toBeCloseTo(mean, 12);
    expect(prior?.correlation).toBeCloseTo(correlation, 12);
  });

  it('finds back how much places differ when that was planted', () => {
    const random = seededRandom(7);
    // Own shares even between 0.7 and 0.9: mean 0.8, variance 0.04 / 12, so rho = (0.04 / 12) / 0.16.
    const shares = Array.from({ length: 4000 }, () => {
      const own = 0.7 + 0.2 * random();
      const hits = Array.from({ length: 40 }, () => random() < own).filter(Boolean).length;
      return { hits, n: 40 };
    });
    const prior = sharePrior(shares);
    expect(prior?.mean).toBeCloseTo(0.8, 2);
    expect((prior?.correlation ?? 0) * 48).toBeCloseTo(1, 0);
  });

  it('says that places do not differ when they differ by less than chance, and knows nothing of one place or of one answer', () => {
    expect(sharePrior(Array.from({ length: 9 }, () => ({ hits: 40, n: 50 })))?.correlation).toBe(0);
    expect(sharePrior([{ hits: 3, n: 5 }])).toBeNull();
    expect(sharePrior([])).toBeNull();
    expect(sharePrior([{ hits: 5, n: 5 }, { hits: 9, n: 9 }])).toBeNull(); // prettier-ignore
    expect(sharePrior([{ hits: 1, n: 1 }, { hits: 0, n: 1 }])).toBeNull(); // prettier-ignore
  });

  it('does not mind places without answers', () =>
    expect(sharePrior([...HOSPITALS, { hits: 0, n: 0 }])).toEqual(sharePrior(HOSPITALS)));
});

describe('how much places differ within their groups', () => {
  const groups = [0, 4, 8].map((from) => HOSPITALS.slice(from, from + 4));

  // The summed equations for the twelve hospitals in three groups of four, worked in exact fractions apart from this code.
  it('agrees with exact fractions', () =>
    expect(Math.abs((correlationWithin(groups) ?? 0) - 0.01522225649241829)).toBeLessThan(1e-12));

  it('is the correlation of all where there is one group', () =>
    expect(correlationWithin([HOSPITALS])).toBe(sharePrior(HOSPITALS)?.correlation));

  it('is not told by groups of one place, and does not mind groups that say nothing', () => {
    expect(correlationWithin(HOSPITALS.map((hospital) => [hospital]))).toBeNull();
    expect(correlationWithin([...groups, [], [{ hits: 4, n: 9 }]])).toBe(correlationWithin(groups));
  });

  it('leaves out what groups differ by', () => {
    const apart = [0.3, 0.9].map((share) => Array.from({ length: 20 }, () => ({ hits: share * 100, n: 100 })));
    expect(correlationWithin(apart)).toBe(0);
    expect(sharePrior(apart.flat())?.correlation).toBeGreaterThan(0.3);
  });
});

describe('a share drawn towards its kind', () => {
  const rats = sharePrior(RATS);
  const hospitals = sharePrior(HOSPITALS);
  if (!rats || !hospitals) throw new Error('The published sets have a prior.');

  // Gelman et al., "Bayesian Data Analysis", 5.1, print 0.223 for the 71st group, from the mean 0.136 and the spread 0.103.
  it('of 4 of 14 rats is the published 0.223 when the prior is the published one', () => {
    const prior = { mean: 0.136, correlation: 0.103 ** 2 / (0.136 * 0.864) };
    const { value } = shrunk({ hits: 4, n: 14 }, prior);
    expect(value.toFixed(3)).toBe('0.223');
    expect(Math.abs(value - 0.2230580884108981)).toBeLessThan(1e-9);
  });

  // Not printed: the interval of the beta distribution by bisection in 50 digits, apart from this code.
  it('of 18 of 45 batters agrees with 50 digits', () => {
    const prior = sharePrior(BATTERS) ?? { mean: NaN, correlation: NaN };
    const { value, low, high } = shrunk({ hits: 18, n: 45 }, prior);
    expect(Math.abs(value - 0.2800948750253921)).toBeLessThan(1e-9);
    expect(Math.abs(low - 0.2378786443928433)).toBeLessThan(1e-9);
    expect(Math.abs(high - 0.3243283758188853)).toBeLessThan(1e-9);
  });

  // Not printed: the 71st group of Tarone (1982), 4 of 14, with our own prior; interval by bisection in 30 digits.
  it('of 4 of 14 rats agrees with 30 digits', () => {
    const { value, low, high, own } = shrunk({ hits: 4, n: 14 }, rats);
    expect(value).toBeCloseTo(0.2048039369630313, 12);
    expect(low).toBeCloseTo(0.0912235706298752, 10);
    expect(high).toBeCloseTo(0.3496408962802407, 10);
    expect(own).toBeCloseTo(14 / (14 + 21.6419799069975), 10);
  });

  it.each([
    [0, 0.04791814097727756],
    [1, 0.1040080831643439],
    [3, 0.05844475740437982],
    [7, 0.1240044348516131],
  ])('of hospital %d agrees with exact fractions', (index, value) => {
    const share = HOSPITALS[index] ?? { hits: 0, n: 0 };
    expect(shrunk(share, hospitals).value).toBeCloseTo(value, 12);
  });

  it('lies between the place’s own and the mean of its kind, the nearer to its own the more answers it has', () =>
    fc.assert(
      fc.property(someShares, (shares) => {
        const prior = sharePrior(shares);
        fc.pre(prior !== null && prior.correlation > 1e-4);
        if (!prior) return;
        for (const share of shares) {
          const { value, low, high, own } = shrunk(share, prior);
          const raw = share.hits / share.n;
          expect(value).toBeGreaterThanOrEqual(Math.min(raw, prior.mean) - 1e-12);
          expect(value).toBeLessThanOrEqual(Math.max(raw, prior.mean) + 1e-12);
          expect(own).toBeLessThanOrEqual(shrunk({ hits: share.hits * 2, n: share.n * 2 }, prior).own);
          expect(low <= high && low >= 0 && high <= 1).toBe(true);
        }
      }),
    ));

  it('comes to what its own answers say when these are a thousand million, and one answer has a share too', () => {
    for (const hits of [0, 1, 3e8, 1e9]) {
      const { value, low, high, own } = shrunk({ hits, n: 1e9 }, hospitals);
      expect(value).toBeCloseTo(hits / 1e9, 6);
      expect([low, high]).toEqual([expect.closeTo(hits / 1e9, 4), expect.closeTo(hits / 1e9, 4)]);
      expect(own).toBeCloseTo(1, 6);
    }
    for (const correlation of [1e-9, 0.01, 0.5])
      for (const hits of [0, 1]) {
        const { value, low, high } = shrunk({ hits, n: 1 }, { mean: 0.8, correlation });
        expect(0 <= low && low <= value && value <= high && high <= 1).toBe(true);
      }
  });

  it('is the mean for a place without answers, and for every place when places do not differ', () => {
    expect(shrunk({ hits: 0, n: 0 }, hospitals).value).toBeCloseTo(hospitals.mean, 12);
    expect(shrunk({ hits: 9, n: 10 }, { mean: 0.8, correlation: 0 })).toEqual({
      value: 0.8,
      low: 0.8,
      high: 0.8,
      n: 10,
      own: 0,
    });
  });
});
