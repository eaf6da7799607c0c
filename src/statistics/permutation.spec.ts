import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { excludesZero } from './interval.js';
import { normalQuantile } from './normal.js';
import { coefficientByStart, imputationByStart, treatedFrom } from './panel/estimates-by-start.js';
import { panelOf } from './panel/panel.js';
import { amongLots, dealtAnew, permutationTest, type EstimateByStart, type Restarted } from './permutation.js';
import { seededRandom } from './seeded-random.js';

/** Two clusters of four are treated from time 0, the others never (1); the estimate is the difference of their means. */
const PAIRS = [0, 1, 2, 3].flatMap((one) => [0, 1, 2, 3].filter((other) => other > one).map((other) => [one, other]));
const startsOf = (pair: readonly number[]) =>
  Int32Array.from([0, 1, 2, 3], (cluster) => Number(!pair.includes(cluster)));
const differenceByStart =
  (y: readonly number[], own: Int32Array): EstimateByStart =>
  (start) => {
    const difference = (of: readonly number[]) =>
      of.reduce((sum, value, cluster) => sum + (start[cluster] === 0 ? value / 2 : -value / 2), 0);
    return { outcome: difference(y), treatment: difference([...own].map((at) => Number(at === 0))) };
  };

/** What all six deals say when one of them is the true one: it, and the other five. */
function enumerated(y: readonly number[], pair: readonly number[]) {
  const estimate = differenceByStart(y, startsOf(pair));
  const others = PAIRS.filter((other) => other.join() !== pair.join()).map((other) => estimate(startsOf(other)));
  return { own: estimate(startsOf(pair)), others };
}

const pAt = (own: Restarted, lots: readonly Restarted[], theta: number) =>
  amongLots({ ...own, outcome: own.outcome - theta * own.treatment }, lots.map((lot) => ({ ...lot, outcome: lot.outcome - theta * lot.treatment }))).p; // prettier-ignore

const someLots = fc
  .array(fc.tuple(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -11, max: 11 })), {
    minLength: 9,
    maxLength: 60,
  })
  .map((lots) => lots.map(([outcome, lean]): Restarted => ({ outcome: outcome / 10, treatment: lean / 10 })));
const someOwn = fc
  .integer({ min: -90, max: 90 })
  .map((outcome): Restarted => ({ outcome: outcome / 10, treatment: 1 }));

describe('starts dealt anew', () => {
  it('are the same starts in each stratum, in as many deals as asked for, and the same for the same seed', () => {
    const someStarts = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(someStarts, fc.integer(), (clusters, seed) => {
        const start = Int32Array.from(clusters, ([own]) => own);
        const stratum = Int32Array.from(clusters, ([, own]) => own);
        const deals = dealtAnew(start, { stratum, draws: 7, seed });
        expect(deals).toEqual(dealtAnew(start, { stratum, draws: 7, seed }));
        expect(deals).toHaveLength(7);
        const within = (deal: Int32Array, which: number) => [...deal].filter((_, at) => stratum[at] === which).sort();
        for (const deal of deals)
          for (const which of [0, 1, 2]) expect(within(deal, which)).toEqual(within(start, which));
      }),
    );
  });

  it('are each deal equally often', () => {
    const seen = new Map<string, number>();
    for (const deal of dealtAnew(startsOf([0, 1]), { draws: 6000, seed: 3 }))
      seen.set(deal.join(), (seen.get(deal.join()) ?? 0) + 1);
    const chiSquare = [...seen.values()].reduce((sum, many) => sum + (many - 1000) ** 2 / 1000, 0);
    expect(seen.size).toBe(6);
    // With 5 degrees of freedom one in a thousand is above it.
    expect(chiSquare).toBeLessThan(20.5);
  });
});

describe('an estimate among all lots', () => {
  it('is worked by hand: of six deals the true one and its mirror are the farthest', () => {
    const { own, others } = enumerated([9, 7, 2, 1], [0, 1]);
    expect(own).toEqual({ outcome: 6.5, treatment: 1 });
    // Deals with one treated cluster each way lean 0 on the treatment and say 1.5, 0.5, -0.5, -1.5.
    const { value, p, low, high, asFar } = amongLots(own, others, 0.5);
    expect({ value, p, asFar }).toEqual({ value: 6.5, p: 2 / 6, asFar: 1 });
    // At half confidence three of six must be as far: the mirror always is, 1.5 and -1.5 where |6.5 - theta| <= 1.5.
    expect([low, high]).toEqual([5, 8]);
  });

  it.each([[[9, 7, 2, 1]], [[0.3, -4, 11, 2.2]], [[5, 5, 5, 8]], [[1, 1, 1, 1]]])(
    'rejects no more often than it says, whichever deal of %j is the true one',
    (y) => {
      const ps = PAIRS.map((pair) => {
        const { own, others } = enumerated(y, pair);
        return amongLots(own, others).p;
      });
      for (const alpha of ps) expect(ps.filter((p) => p <= alpha).length / ps.length).toBeLessThanOrEqual(alpha);
    },
  );

  it('rejects exactly as often as it says where no two lots are as far', () => {
    // Twelve lots, each once the true one.
    const all = Array.from({ length: 12 }, (_, at): Restarted => ({
      outcome: (at + 1) * (at % 2 ? 1 : -1),
      treatment: 1,
    }));
    const ps = all.map((own) => amongLots(own, all.filter((lot) => lot !== own)).p); // prettier-ignore
    expect(ps.sort((a, b) => a - b)).toEqual(all.map((_, at) => (at + 1) / 12));
  });

  it('has the range of the effects that are not rejected, and excludes none where none is rejected', () => {
    fc.assert(
      fc.property(someOwn, someLots, fc.constantFrom(0.8, 0.9, 0.5), (own, lots, confidence) => {
        const alpha = 1 - confidence + 1e-9;
        const { value, low, high, p } = amongLots(own, lots, confidence);
        expect(low <= value && value <= high).toBe(true);
        // Lots that lean as much as the true one are taken to be as far at all effects: the range may be too wide then.
        const leansLess = lots.every(({ treatment }) => Math.abs(treatment) < 1);
        if (excludesZero({ low, high })) expect(p).toBeLessThanOrEqual(alpha);
        else if (leansLess) expect(p).toBeGreaterThan(alpha);
        for (const [end, out] of [
          [low, -1e-6],
          [high, 1e-6],
        ] as const) {
          if (!Number.isFinite(end)) continue;
          if (leansLess) expect(pAt(own, lots, end)).toBeGreaterThan(alpha);
          expect(pAt(own, lots, end + out)).toBeLessThanOrEqual(alpha);
        }
      }),
    );
  });

  it('moves with an effect that is added, and grows with the unit of the outcome', () => {
    fc.assert(
      fc.property(
        someOwn,
        someLots,
        fc.integer({ min: -20, max: 20 }),
        fc.integer({ min: 1, max: 9 }),
        (own, lots, theta, unit) => {
          const changed = ({ outcome, treatment }: Restarted): Restarted => ({
            outcome: unit * outcome + theta * treatment,
            treatment,
          });
          const [before, after] = [amongLots(own, lots, 0.8), amongLots(changed(own), lots.map(changed), 0.8)]; // prettier-ignore
          for (const end of ['value', 'low', 'high'] as const)
            if (Number.isFinite(before[end])) expect(after[end]).toBeCloseTo(unit * before[end] + theta, 8);
            else expect(after[end]).toBe(before[end]);
        },
      ),
    );
  });

  it('has no end to its range where lots are too few to speak against anything', () => {
    const { own, others } = enumerated([9, 7, 2, 1], [0, 1]);
    expect(amongLots(own, others)).toMatchObject({ low: -Infinity, high: Infinity });
    expect(amongLots(own, [])).toMatchObject({ p: 1, low: -Infinity, high: Infinity });
  });

  it('takes a lot of which the estimator says nothing for as far as the true one', () => {
    const lots = Array.from({ length: 19 }, (): Restarted => ({ outcome: 0.1, treatment: 0 }));
    expect(amongLots({ outcome: 5, treatment: 1 }, lots)).toMatchObject({ p: 1 / 20, low: 4.9, high: 5.1 });
    const withNothing = [...lots.slice(1), { outcome: NaN, treatment: NaN }];
    expect(amongLots({ outcome: 5, treatment: 1 }, withNothing)).toMatchObject({ p: 2 / 20, low: -Infinity });
  });
});

/** Clusters that wander from week to week and differ in level and in weight, treated in waves or never. */
function simulatedPanel(
  random: () => number,
  { clusters, weeks, effect }: { clusters: number; weeks: number; effect: number },
) {
  const noise = () => normalQuantile(Math.max(random(), 1e-12));
  const rows = Array.from({ length: clusters * weeks }, (_, at) => ({
    unit: Math.floor(at / weeks),
    time: at % weeks,
    weight: 1 + (Math.floor(at / weeks) % 3),
  }));
  const { panel } = panelOf(rows, clusters, weeks);
  const fixed = Int32Array.from({ length: clusters }, (_, cluster) => [3, 5, 7, weeks][cluster % 4]!);
  const [start] = dealtAnew(fixed, { draws: 1, seed: Math.floor(random() * 2 ** 31) });
  let wander = 0;
  const treated = treatedFrom(panel, start!);
  const y = Float64Array.from(rows, ({ time }, row) => {
    wander = time === 0 ? 3 * noise() : 0.8 * wander + noise();
    return wander + Math.sin(time) + effect * treated[row]!;
  });
  return { panel, y, start: start! };
}

describe('the test of a study with waves by lot', () => {
  // Of 300 studies 15 are expected to be rejected or not covered, give or take 3.8.
  it.each([
    { name: 'the two-way coefficient', byStart: coefficientByStart, effect: 0 },
    { name: 'the imputed effect', byStart: imputationByStart, effect: 2 },
  ])('covers the true effect 95 times in 100 with 12 clusters that wander: $name', ({ byStart, effect }) => {
    const random = seededRandom(12);
    const missed = Array.from({ length: 300 }, (_, seed) => {
      const { panel, y, start } = simulatedPanel(random, { clusters: 12, weeks: 9, effect });
      const { low, high, p } = permutationTest(byStart(panel, y, start), start, { draws: 99, seed })!;
      if (effect === 0) expect(p <= 0.05 + 1e-9).toBe(low > 0 || high < 0);
      return Number(!(low <= effect && effect <= high));
    }).reduce((sum, one) => sum + one, 0);
    expect(Math.abs(missed - 15)).toBeLessThanOrEqual(8);
  });

  it('does not depend on levels of clusters and weeks, nor on how much all weigh', () => {
    const { panel, y, start } = simulatedPanel(seededRandom(4), { clusters: 8, weeks: 9, effect: 1 });
    const moved = y.map((value, row) => value + 10 * Math.floor(row / 9) - 3 * (row % 9));
    const heavier = { ...panel, weight: panel.weight.map((weight) => 7 * weight) };
    for (const byStart of [coefficientByStart, imputationByStart]) {
      const lot = { draws: 199, seed: 1 };
      const own = permutationTest(byStart(panel, y, start), start, lot)!;
      const other = permutationTest(byStart(heavier, moved, start), start, lot)!;
      expect(other).toEqual({ ...own, value: expect.closeTo(own.value, 8), low: expect.closeTo(own.low, 6), high: expect.closeTo(own.high, 6) }); // prettier-ignore
    }
  });

  it('draws 999 lots, the same for the same seed', () => {
    const { panel, y, start } = simulatedPanel(seededRandom(9), { clusters: 12, weeks: 9, effect: 4 });
    const estimate = coefficientByStart(panel, y, start);
    const own = permutationTest(estimate, start, { seed: 5 })!;
    expect(own.placebos).toBe(999);
    expect(permutationTest(estimate, start, { seed: 5 })).toEqual(own);
    expect(permutationTest(estimate, start, { seed: 6 })).not.toEqual(own);
  });

  it('says nothing where the estimator says nothing', () => {
    const { panel, y } = simulatedPanel(seededRandom(9), { clusters: 4, weeks: 9, effect: 0 });
    const together = new Int32Array(4).fill(3);
    expect(permutationTest(coefficientByStart(panel, y, together), together, { seed: 1 })).toBeNull();
    expect(permutationTest(imputationByStart(panel, y, together), together, { seed: 1 })).toBeNull();
  });
});
