import { describe, expect, it } from '@jest/globals';
import { clusteredWithinAndMix, ratioChange } from './clustered-change.js';
import { seededRandom } from './seeded-random.js';
import { withinAndMix } from './within-and-mix.js';

const of = (...values: number[]) => Float64Array.from(values);

describe('a change with clusters', () => {
  it('is known exactly where every cluster moved alike', () => {
    const change = ratioChange(of(171, 342), of(100, 200))!;
    for (const end of [change.value, change.low, change.high]) expect(end).toBeCloseTo(0.71, 12);
  });

  it('reckons by hand on two clusters', () => {
    // d = 30/50 - 10/20 = 0.1 and -0.1; Var = 2 (0.01 + 0.01) = 0.04; t(1) = 12.7062.
    const change = ratioChange(of(30, 20), of(10, 10))!;
    expect(change.value).toBeCloseTo(1.5, 12);
    expect(Math.log((1 + change.high) / (1 + change.value))).toBeCloseTo(0.2 * 12.7062, 4);
    expect(change.low).toBeGreaterThan(-1);
  });

  it('has none with one cluster or nothing to set it against', () => {
    expect(ratioChange(of(30), of(10))).toBeNull();
    expect(ratioChange(of(30, 0), of(10, 0))).toBeNull();
    expect(ratioChange(of(30, 3), of(0, 0))).toBeNull();
    expect(clusteredWithinAndMix([], 3)).toBeNull();
  });

  it('splits a change as the plain formula does, and the parts add up', () => {
    const places = [
      { cluster: 0, before: { hits: 80, n: 100 }, after: { hits: 18, n: 20 } },
      { cluster: 0, before: { hits: 20, n: 50 }, after: { hits: 0, n: 0 } },
      { cluster: 1, before: { hits: 120, n: 200 }, after: { hits: 30, n: 60 } },
      { cluster: 2, before: { hits: 0, n: 0 }, after: { hits: 9, n: 10 } },
    ];
    const plain = withinAndMix(places)!;
    const { total, within, mix } = clusteredWithinAndMix(places, 3)!;
    expect([total.value, within.value, mix.value].map((x) => x.toFixed(12))).toEqual(
      [plain.total, plain.within, plain.mix].map((x) => x.toFixed(12)),
    );
    for (const part of [total, within, mix]) expect(part.high - part.value).toBeCloseTo(part.value - part.low, 12);
  });

  it('covers the truth about 95 times in 100 when clusters move together', () => {
    const random = seededRandom(7);
    const noise = () => random() + random() + random() - 1.5;
    let [ratios, shares] = [0, 0];
    for (let draw = 0; draw < 200; draw += 1) {
      const before = Float64Array.from({ length: 40 }, () => 60 + 20 * random());
      const after = before.map((own) => own * 1.4 * (1 + 0.2 * noise()));
      const change = ratioChange(after, before)!;
      ratios += change.low <= 0.4 && change.high >= 0.4 ? 1 : 0;
      const places = Array.from({ length: 120 }, (_, at) => at).map((at) => ({ at, cluster: at % 40 }));
      const shocks = Array.from({ length: 40 }, () => 0.05 * noise());
      const answered = places.map(({ cluster }) => ({
        cluster,
        before: { hits: 800, n: 1000 },
        after: { hits: 40 * (0.82 + shocks[cluster]!), n: 40 },
      }));
      const { within } = clusteredWithinAndMix(answered, 40)!;
      shares += within.low <= 0.02 && within.high >= 0.02 ? 1 : 0;
    }
    for (const covered of [ratios, shares]) {
      expect(covered).toBeGreaterThan(180);
      expect(covered).toBeLessThan(199);
    }
  });
});
