import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Moments } from './mean.js';
import { normalQuantile } from './normal.js';
import type { Share } from './proportion.js';
import { HOSPITALS, RATS } from './published-shares.js';
import { expectedRebound, MEANS, reliability, SHARES } from './regression-to-the-mean.js';
import { seededRandom } from './seeded-random.js';
import { sharePrior, shrunk } from './shrinkage.js';

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
const meanOf = (values: readonly number[]) => sum(values) / values.length;
/** The mean of values, and twice the error with which a simulation of so many knows it. */
function simulated(values: readonly number[]) {
  const mean = meanOf(values);
  const variance = sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
  return { mean, twoErrors: 2 * Math.sqrt(variance / values.length) };
}

function answers(n: number, share: number, random: () => number): Share {
  let hits = 0;
  for (let answer = 0; answer < n; answer += 1) hits += Number(random() < share);
  return { hits, n };
}

/**
 * Beta with 48 and 12, the 48th of 59 even numbers: mean 0.8, a standard deviation of 5.1 points, and of all distributions the
 * kind in which the expected level is exactly a straight line of the score.
 */
const beta48And12 = (random: () => number) => Float64Array.from({ length: 59 }, random).sort()[47]!;

const asMoments = ({ hits, n }: Share): Moments => ({ n, sum: hits, sumOfSquares: hits });
const inside = (random: () => number) => Math.min(Math.max(random(), 1e-9), 1 - 1e-9);

/** The places of the weakest quarter by score, as a group that gets as many answers again. */
function weakestQuarter(units: readonly Share[]) {
  const order = units.map((_, unit) => unit);
  order.sort((a, b) => SHARES.score(units[a]!) - SHARES.score(units[b]!) || a - b);
  return order.slice(0, Math.floor(units.length / 4)).map((unit) => {
    const { n } = units[unit]!;
    return { unit, weight: n, later: n };
  });
}

const scoreOf = (units: readonly Share[], group: readonly { unit: number; weight: number }[]) =>
  sum(group.map(({ unit, weight }) => weight * SHARES.score(units[unit]!))) / sum(group.map(({ weight }) => weight));

describe('the reliability of a score', () => {
  it.each([
    // Shares of 80 % that differ by 5 points: 28 answers tell 30 % of a difference, 259 would tell 80 %.
    { n: 28, between: 0.0025, within: 0.16, expected: 0.3043 },
    { n: 259, between: 0.0025, within: 0.16, expected: 0.8019 },
    { n: 28, between: 0, within: 0.16, expected: 0 },
    { n: 1, between: 2, within: 0, expected: 1 },
  ])('of $n answers is $expected where levels differ by $between', ({ n, between, within, expected }) =>
    expect(reliability(n, { mean: 0.8, between, within })).toBeCloseTo(expected, 4),
  );

  it('is the weight that a share drawn towards its kind gives its own answers', () => {
    const spread = SHARES.spread(RATS)!;
    for (const { hits, n } of RATS)
      expect(reliability(n, spread)).toBeCloseTo(shrunk({ hits, n }, sharePrior(RATS)!).own, 12);
  });
});

describe('how units differ', () => {
  it('of shares taken as means is nearly what it is of shares', () => {
    const [shares, means] = [SHARES.spread(RATS)!, MEANS.spread(RATS.map(asMoments))!];
    expect(means.mean).toBeCloseTo(shares.mean, 12);
    expect(means.between / shares.between).toBeCloseTo(1, 1);
    expect(means.within / shares.within).toBeCloseTo(1, 1);
  });

  it('is the analysis of variance worked by hand', () => {
    // Answers 1, 3 and 5, 7, 9: within 2 + 8 = 10 over 3; apart 2 (2 - 5)² + 3 (7 - 5)² = 30; room 5 - 13 / 5 = 2.4.
    const units = [
      { n: 2, sum: 4, sumOfSquares: 10 },
      { n: 3, sum: 21, sumOfSquares: 155 },
    ];
    const { mean, between, within } = MEANS.spread(units)!;
    expect([mean, within]).toEqual([expect.closeTo(5, 12), expect.closeTo(10 / 3, 12)]);
    expect(between).toBeCloseTo((30 - 10 / 3) / 2.4, 12);
  });

  it('is not to be had of one unit, of single answers, or where all answer alike', () => {
    expect(MEANS.spread([{ n: 9, sum: 4, sumOfSquares: 4 }])).toBeNull();
    expect(MEANS.spread([1, 0, 1].map((sum) => ({ n: 1, sum, sumOfSquares: sum })))).toBeNull();
    expect(MEANS.spread([4, 8].map((n) => ({ n, sum: n, sumOfSquares: n })))).toBeNull();
    expect(MEANS.spread([])).toBeNull();
    expect(SHARES.spread([{ hits: 3, n: 5 }])).toBeNull();
  });

  it('is none where units differ by less than chance', () =>
    expect(MEANS.spread(Array.from({ length: 9 }, () => ({ n: 50, sum: 40, sumOfSquares: 40 })))?.between).toBe(0));
});

describe('the rebound of a chosen group', () => {
  // True shares of 80 % with a standard deviation of 5 points, 28 answers in four weeks, nobody trained. For normal levels the
  // straight line is an approximation: lower shares vary more, and the rebound is some 0.13 points larger than expected.
  it.each([
    {
      levels: 'normal',
      own: (random: () => number) => Math.min(0.8 + 0.05 * normalQuantile(inside(random)), 1),
      bent: 0.13,
    },
    { levels: 'beta', own: beta48And12, bent: 0 },
  ])('is about 8 points for the weakest quarter, and that is what happens: $levels levels', ({ own, bent }) => {
    const random = seededRandom(28);
    const runs = Array.from({ length: 80 }, () => {
      const level = Array.from({ length: 300 }, () => own(random));
      const before = level.map((share) => answers(28, share, random));
      const after = level.map((share) => answers(28, share, random));
      const group = weakestQuarter(before);
      const expected = 100 * expectedRebound(SHARES, before, group)!.value;
      return { expected, seen: 100 * (scoreOf(after, group) - scoreOf(before, group)) };
    });
    expect(Math.abs(meanOf(runs.map(({ seen }) => seen)) - 8)).toBeLessThan(0.6);
    expect(Math.abs(meanOf(runs.map(({ expected }) => expected)) - 8)).toBeLessThan(0.6);
    const apart = simulated(runs.map(({ seen, expected }) => seen - expected));
    expect(Math.abs(apart.mean - bent)).toBeLessThan(apart.twoErrors);
  });

  it('is what happens, and lies in its range, also of units with few and with many answers', () => {
    const random = seededRandom(2);
    const runs = Array.from({ length: 200 }, () => {
      const own = Array.from({ length: 80 }, () => beta48And12(random));
      const many = own.map(() => 8 + Math.floor(60 * random()));
      const before = own.map((share, unit) => answers(many[unit]!, share, random));
      const after = own.map((share, unit) => answers(many[unit]!, share, random));
      const group = weakestQuarter(before);
      return {
        expected: expectedRebound(SHARES, before, group)!,
        seen: scoreOf(after, group) - scoreOf(before, group),
      };
    });
    const apart = simulated(runs.map(({ expected, seen }) => seen - expected.value));
    expect(Math.abs(apart.mean)).toBeLessThan(apart.twoErrors);
    const covered = runs.filter(({ expected, seen }) => expected.low <= seen && seen <= expected.high).length;
    // 95 % of 200 are 190 give or take 3.1.
    expect(Math.abs(covered - 190)).toBeLessThanOrEqual(7);
  });

  it('is none for all units together where they weigh as in their mean and have as many answers', () => {
    const units = HOSPITALS.map(({ hits, n }) => ({ hits: Math.round((100 * hits) / n), n: 100 }));
    const all = units.map(({ n }, unit) => ({ unit, weight: n, later: n }));
    expect(expectedRebound(SHARES, units, all)!.value).toBeCloseTo(0, 12);
  });

  it('is the whole way to the mean where units do not differ, and no way where answers do not err', () => {
    const alike = [40, 41, 39, 40].map((hits) => ({ hits, n: 50 }));
    const group = [{ unit: 2, weight: 1, later: 10 }];
    expect(expectedRebound(SHARES, alike, group)!.value).toBeCloseTo(0.8 - 0.78, 12);
    const sure = [3, 5, 10].map((level) => ({ n: 4, sum: 4 * level, sumOfSquares: 4 * level * level }));
    expect(expectedRebound(MEANS, sure, group)).toMatchObject({ value: expect.closeTo(0, 12), n: 1 });
  });

  it('is of the units that answered on both sides, whatever else was chosen', () => {
    const [first, ...others] = HOSPITALS;
    const units = [first!, { hits: 0, n: 0 }, ...others];
    const group = [{ unit: 0, weight: 2, later: 5 }];
    const more = [...group, { unit: 1, weight: 2, later: 5 }, { unit: 2, weight: 2, later: 0 }];
    expect(expectedRebound(SHARES, units, more)).toEqual(expectedRebound(SHARES, units, group));
    expect(expectedRebound(SHARES, units, more.slice(1))).toBeNull();
    expect(expectedRebound(SHARES, units.slice(0, 2), group)).toBeNull();
  });

  it('grows with the distance from the mean, does not depend on the unit of the score, and is surer with more answers', () => {
    const someUnits = fc.array(fc.tuple(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 0, max: 60 })), {
      minLength: 6,
      maxLength: 30,
    });
    fc.assert(
      fc.property(someUnits, fc.integer({ min: 2, max: 9 }), (raw, factor) => {
        const units = raw.map(([n, hits]) => asMoments({ n, hits: Math.min(n, hits) }));
        const larger = units.map(({ n, sum, sumOfSquares }) => {
          const moved = sumOfSquares * factor * factor + 2 * factor * sum + n;
          return { n, sum: factor * sum + n, sumOfSquares: moved };
        });
        const group = (later: number) => [0, 1].map((unit) => ({ unit, weight: units[unit]!.n, later }));
        const [own, other] = [expectedRebound(MEANS, units, group(9)), expectedRebound(MEANS, larger, group(9))];
        expect(own === null).toBe(other === null);
        if (own === null || other === null) return;
        expect(other.value).toBeCloseTo(factor * own.value, 8);
        expect(other.high - other.low).toBeCloseTo(factor * (own.high - own.low), 8);
        const surer = expectedRebound(MEANS, units, group(900))!;
        expect(surer.high - surer.low).toBeLessThanOrEqual(own.high - own.low);
      }),
    );
  });
});
