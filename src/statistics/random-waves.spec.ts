import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { COMPARISON, randomWaves, strataByScore } from './random-waves.js';

const one = (many: number) => new Int32Array(many);
const someStrata = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 40 });

/** How many of these waves there are of each part. */
function sizes(wave: readonly number[], waves: number, comparison: boolean): number[] {
  const parts = Array.from({ length: waves + Number(comparison) }, (_, part) => (part < waves ? part : COMPARISON));
  return parts.map((part) => wave.filter((own) => own === part).length);
}

describe('waves by lot', () => {
  it('are as equal as can be in each stratum and over all', () => {
    fc.assert(
      fc.property(
        someStrata,
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        fc.integer(),
        (strata, more, comparison, seed) => {
          const waves = comparison ? more : more + 1;
          const wave = [...randomWaves(Int32Array.from(strata), { waves, comparison, seed })];
          const within = [...new Set(strata)].map((own) => wave.filter((_, at) => strata[at] === own));
          for (const part of [wave, ...within]) {
            const many = sizes(part, waves, comparison);
            expect(Math.max(...many) - Math.min(...many)).toBeLessThanOrEqual(1);
            expect(many.reduce((sum, size) => sum + size, 0)).toBe(part.length);
          }
        },
      ),
    );
  });

  it('are the same for the same seed and others for another', () => {
    const strata = Int32Array.from({ length: 60 }, (_, at) => at % 4);
    const deal = (seed: number) => [...randomWaves(strata, { waves: 3, comparison: true, seed })];
    expect(deal(11)).toEqual(deal(11));
    expect(deal(11)).not.toEqual(deal(12));
  });

  it('know their seed for good: what was dealt once is dealt again', () =>
    expect([...randomWaves(one(8), { waves: 2, comparison: false, seed: 2026 })]).toMatchInlineSnapshot(`
     [
       0,
       0,
       0,
       1,
       1,
       0,
       1,
       1,
     ]
    `));

  // Chi-square with 89 and with 35 degrees of freedom: one in a thousand is above the limits.
  it.each([
    { name: '5 areas in 2 waves and a comparison', strata: [7, 7, 7, 7, 7], allocations: 90, limit: 136 },
    { name: '4 areas beside 2 of another stratum', strata: [7, 7, 7, 7, 9, 9], allocations: 36, limit: 66.6 },
  ])('deal each allocation equally often: $name', ({ strata, allocations, limit }) => {
    const times = allocations * 100;
    const seen = new Map<string, number>();
    for (let seed = 0; seed < times; seed += 1) {
      const wave = randomWaves(Int32Array.from(strata), { waves: 2, comparison: true, seed });
      const key = [...wave].filter((_, at) => strata[at] === 7).join();
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    const expected = times / allocations;
    const chiSquare = [...seen.values()].reduce((sum, many) => sum + (many - expected) ** 2 / expected, 0);
    expect(seen.size).toBe(allocations);
    expect(chiSquare).toBeLessThan(limit);
  });

  it.each([
    [one(4), 1, false, 'One wave needs a comparison beside it.'],
    [one(2), 2, true, 'There are more waves than areas to deal to them.'],
    [one(4), 0, true, 'There is at least one wave.'],
  ])('are refused: %j in %i waves, comparison %s', (strata, waves, comparison, words) =>
    expect(() => randomWaves(strata, { waves, comparison, seed: 1 })).toThrow(words),
  );
});

describe('strata by score', () => {
  it('are cut by rank within each group', () => {
    const score = Float64Array.from([30, 10, 20, 5, 900, 800]);
    expect([...strataByScore(score, 2)]).toEqual([1, 0, 0, 0, 1, 1]);
    expect([...strataByScore(score, 2, Int32Array.from([8, 8, 8, 8, 3, 3]))]).toEqual([3, 2, 3, 2, 1, 0]);
  });

  it('leave equal scores in their order, and one lot is one stratum', () => {
    expect([...strataByScore(Float64Array.from([5, 5, 5]), 3)]).toEqual([0, 1, 2]);
    expect([...strataByScore(Float64Array.from([5, 1, 3]), 1)]).toEqual([0, 0, 0]);
  });

  it('are refused without a score or without lots', () => {
    expect(() => strataByScore(Float64Array.from([1, NaN]), 2)).toThrow('Every area needs a score to be sorted by.');
    expect(() => strataByScore(Float64Array.from([1]), 0)).toThrow('Strata are cut into a whole number of lots.');
  });
});
