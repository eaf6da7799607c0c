import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalQuantile } from './normal.js';
import { cholesky, solve } from './panel/cholesky.js';
import { seededRandom } from './seeded-random.js';
import { type Design, type Spread, effectVariance, powerOf, smallestVisible, wedgeOf } from './stepped-wedge.js';

/** Equation for the variance in Hussey and Hughes (2007), for one sigma². */
function husseyHughes({ clusters: I, steps: T, treated }: Design, sigma2: number, tau2: number): number {
  const x = (cluster: number, step: number) => treated[cluster * T + step]!;
  const sum = (many: number, of: (at: number) => number) =>
    Array.from({ length: many }, (_, at) => of(at)).reduce((all, one) => all + one, 0);
  const U = sum(I, (i) => sum(T, (t) => x(i, t)));
  const W = sum(T, (t) => sum(I, (i) => x(i, t)) ** 2);
  const V = sum(I, (i) => sum(T, (t) => x(i, t)) ** 2);
  return (I * sigma2 * (sigma2 + T * tau2)) / ((I * U - W) * sigma2 + (U * U + I * T * U - T * W - I * V) * tau2);
}

/** The same by brute force: (Z' V^-1 Z)^-1 over steps and effect, each V_i inverted as a matrix. */
function bruteForce({ clusters, steps, treated }: Design, { cell, between }: Spread): number {
  const size = steps + 1;
  const normal = new Float64Array(size * size);
  for (let cluster = 0; cluster < clusters; cluster += 1) {
    const v = Float64Array.from({ length: steps * steps }, (_, at) =>
      at % (steps + 1) === 0 ? between + cell[cluster]! : between,
    );
    const factor = cholesky(v, steps);
    const column = (of: number) =>
      Float64Array.from({ length: steps }, (_, step) =>
        of < steps ? Number(of === step) : treated[cluster * steps + step]!,
      );
    for (let b = 0; b < size; b += 1) {
      const solved = solve(factor, column(b));
      for (let a = 0; a < size; a += 1)
        normal[a * size + b]! += column(a).reduce((sum, value, step) => sum + value * solved[step]!, 0);
    }
  }
  const last = new Float64Array(size);
  last[steps] = 1;
  return solve(cholesky(normal, size), last)[steps]!;
}

const evenWaves = (clusters: number, waves: number) =>
  wedgeOf(Int32Array.from({ length: clusters }, (_, at) => at % waves), waves); // prettier-ignore
const alike = (clusters: number, sigma2: number, between: number): Spread => ({
  cell: new Float64Array(clusters).fill(sigma2),
  between,
});

const variance = fc.double({ min: 0.01, max: 10, noNaN: true });
const someDesign = fc.tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 6 })).chain(([clusters, steps]) =>
  fc.record({
    design: fc
      .uint8Array({ minLength: clusters * steps, maxLength: clusters * steps, max: 1 })
      .map((treated): Design => ({ clusters, steps, treated })),
    cell: fc.array(variance, { minLength: clusters, maxLength: clusters }).map((all) => Float64Array.from(all)),
    between: variance,
  }),
);

describe('the design of waves', () => {
  it('is a stair with a step before the first wave, and a comparison that stays at zero', () => {
    const { treated, clusters, steps } = wedgeOf(Int32Array.from([0, 1, -1]), 2);
    expect({ clusters, steps }).toEqual({ clusters: 3, steps: 3 });
    expect([...treated]).toEqual([0, 1, 1, 0, 0, 1, 0, 0, 0]);
  });
});

describe('the variance of the effect', () => {
  it.each([
    { clusters: 4, waves: 4, sigma2: 1, tau2: 0.5 },
    { clusters: 24, waves: 4, sigma2: 0.0004, tau2: 0.0009 },
    { clusters: 300, waves: 3, sigma2: 0.0057, tau2: 0.0025 },
    { clusters: 12, waves: 3, sigma2: 2, tau2: 0 },
  ])('is that of Hussey and Hughes: $clusters clusters in $waves waves', ({ clusters, waves, sigma2, tau2 }) => {
    const design = evenWaves(clusters, waves);
    const published = husseyHughes(design, sigma2, tau2);
    expect(Math.abs(effectVariance(design, alike(clusters, sigma2, tau2)) / published - 1)).toBeLessThan(1e-9);
  });

  it('is that of Hussey and Hughes for any design with one sigma², whoever has the training when', () => {
    fc.assert(
      fc.property(someDesign, variance, ({ design, between }, sigma2) => {
        const own = effectVariance(design, alike(design.clusters, sigma2, between));
        if (own < 1e6) expect(Math.abs(own / husseyHughes(design, sigma2, between) - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  it('is that of least squares worked by brute force when clusters differ', () => {
    fc.assert(
      fc.property(someDesign, ({ design, cell, between }) => {
        const own = effectVariance(design, { cell, between });
        if (own < 1e6) expect(Math.abs(own / bruteForce(design, { cell, between }) - 1)).toBeLessThan(1e-8);
      }),
    );
  });

  it('without random levels of clusters is that of a mean beside a mean at each step', () => {
    // Two clusters, one treated at the second of two steps: theta = y_12 - y_22 there, and nothing is learnt before.
    const design: Design = { clusters: 2, steps: 2, treated: Uint8Array.from([0, 1, 0, 0]) };
    expect(effectVariance(design, { cell: Float64Array.from([1, 3]), between: 0 })).toBeCloseTo(4, 12);
    // With levels that differ without bound it is the difference of differences.
    expect(effectVariance(design, { cell: Float64Array.from([1, 3]), between: 1e9 })).toBeCloseTo(8, 5);
  });

  it('has no end when all start together', () => {
    expect(effectVariance(wedgeOf(new Int32Array(6), 1), alike(6, 1, 0.3))).toBe(Infinity);
    expect(powerOf(5, Infinity)).toBeCloseTo(0.025, 10);
  });

  it('falls with more answers and with more areas', () => {
    const of = (clusters: number, sigma2: number) =>
      effectVariance(evenWaves(clusters, 3), alike(clusters, sigma2, 0.0025));
    expect(of(30, 0.003)).toBeLessThan(of(30, 0.006));
    expect(of(60, 0.006) / of(30, 0.006)).toBeCloseTo(0.5, 10);
  });

  it.each([
    [{ cell: Float64Array.from([1, 0]), between: 1 }, 'The variance of a cell is a number above zero.'],
    [{ cell: Float64Array.from([1]), between: 1 }, 'Each cluster has its own variance of a cell.'],
    [{ cell: Float64Array.from([1, 1]), between: -1 }, 'The variance between clusters is not negative.'],
  ])('is refused for %j', (spread, words) => expect(() => effectVariance(evenWaves(2, 2), spread)).toThrow(words));

  it('is refused for a design with a cell too few', () =>
    expect(() => effectVariance({ clusters: 2, steps: 2, treated: new Uint8Array(3) }, alike(2, 1, 1))).toThrow(
      'A design has one number for each cluster and step.',
    ));
});

describe('power', () => {
  it('is the one asked for at the smallest visible effect', () => {
    expect(smallestVisible(1)).toBeCloseTo(1.959964 + 0.841621, 5);
    expect(powerOf(smallestVisible(0.37, 0.9), 0.37)).toBeCloseTo(0.9, 12);
    expect(powerOf(-smallestVisible(2), 2)).toBeCloseTo(0.8, 12);
  });

  it('is what happens: of 2,000 simulated trials at the smallest visible effect 80 % see it', () => {
    const random = seededRandom(5);
    const noise = (sd: number) => sd * normalQuantile(Math.max(random(), 1e-12));
    const design = evenWaves(18, 3);
    const spread: Spread = { cell: Float64Array.from({ length: 18 }, (_, at) => 0.5 + (at % 5)), between: 1.2 };
    const se = Math.sqrt(effectVariance(design, spread));
    const effect = smallestVisible(se * se);
    const weights = estimatorWeights(design, spread);
    const seen = Array.from({ length: 2000 }, () => {
      let estimate = 0;
      for (let cluster = 0; cluster < design.clusters; cluster += 1) {
        const level = noise(Math.sqrt(spread.between));
        for (let step = 0; step < design.steps; step += 1) {
          const at = cluster * design.steps + step;
          const y = 3 * step + level + effect * design.treated[at]! + noise(Math.sqrt(spread.cell[cluster]!));
          estimate += weights[at]! * y;
        }
      }
      return Number(Math.abs(estimate) > 1.959964 * se);
    }).reduce((sum, one) => sum + one, 0);
    expect(Math.abs(seen / 2000 - 0.8)).toBeLessThan(3 * Math.sqrt((0.8 * 0.2) / 2000));
  });
});

/** The least squares estimate as weights on the cells: treated, less the mean of each step by precision, times V^-1. */
function estimatorWeights(design: Design, spread: Spread): Float64Array {
  const { clusters, steps, treated } = design;
  const inverse = Array.from({ length: clusters }, (_, cluster) => {
    const cell = spread.cell[cluster]!;
    const drawn = spread.between / (cell + steps * spread.between);
    return (x: Float64Array) => {
      const sum = x.reduce((all, one) => all + one, 0);
      return x.map((one) => (one - drawn * sum) / cell);
    };
  });
  const own = (cluster: number) => Float64Array.from(treated.subarray(cluster * steps, (cluster + 1) * steps));
  const normal = new Float64Array(steps * steps);
  const right = new Float64Array(steps);
  for (let cluster = 0; cluster < clusters; cluster += 1) {
    inverse[cluster]!(own(cluster)).forEach((value, step) => (right[step]! += value));
    for (let b = 0; b < steps; b += 1) {
      const unit = new Float64Array(steps);
      unit[b] = 1;
      inverse[cluster]!(unit).forEach((value, a) => (normal[a * steps + b]! += value));
    }
  }
  const means = solve(cholesky(normal, steps), right);
  const variance = effectVariance(design, spread);
  return Float64Array.from(
    Array.from({ length: clusters }, (_, cluster) => [
      ...inverse[cluster]!(own(cluster).map((x, step) => x - means[step]!)).map((value) => value * variance),
    ]).flat(),
  );
}
