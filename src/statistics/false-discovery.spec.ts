import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { discoveries } from './false-discovery.js';

/** Benjamini and Hochberg (1995), "Controlling the false discovery rate", JRSS B 57, section 4.2: fifteen p-values as printed. */
const PUBLISHED = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];

/** The definition in words: k is the largest number for which the k-th smallest is at most k/m of the rate; these k stand. */
function byDefinition(ps: readonly number[], rate: number): boolean[] {
  const m = ps.length;
  const reached = ps.map((limit) => ps.filter((p) => p <= limit).length);
  return ps.map((p) => ps.some((limit, i) => p <= limit && limit <= ((reached[i] ?? 0) / m) * rate));
}

const somePs = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });

describe('discoveries among many differences', () => {
  it('are the four that Benjamini and Hochberg print', () => {
    expect(discoveries(PUBLISHED)).toEqual(PUBLISHED.map((_, i) => i < 4));
    expect(discoveries([...PUBLISHED].reverse()).slice(-4)).toEqual([true, true, true, true]);
  });

  // Not printed there: the rate from which on each is a discovery, min over j >= i of 15 p_j / j (R's p.adjust calls it the
  // adjusted p-value), in fractions of the printed p-values.
  it.each([
    [0, 0.0015],
    [1, 0.003],
    [2, 0.0095],
    [3, 0.035625],
    [4, 0.0603],
    [5, (15 * 0.0298) / 7],
    [6, (15 * 0.0298) / 7],
    [7, 0.0645],
    [8, 0.0765],
    [9, 0.486],
    [13, (15 * 0.759) / 14],
  ])('number %d is one from a rate of %d on, to nine digits', (at, rate) => {
    expect(discoveries(PUBLISHED, rate + 1e-9)[at]).toBe(true);
    expect(discoveries(PUBLISHED, rate - 1e-9)[at]).toBe(false);
  });

  it('are those of the definition, whatever the order', () => {
    fc.assert(
      fc.property(somePs, fc.double({ min: 0.001, max: 0.5, noNaN: true }), (ps, rate) => {
        expect(discoveries(ps, rate)).toEqual(byDefinition(ps, rate));
      }),
    );
  });

  it('only become more when the rate grows, and a smaller value stands wherever a larger one does', () => {
    fc.assert(
      fc.property(somePs, (ps) => {
        const [strict, mild] = [discoveries(ps, 0.01), discoveries(ps, 0.2)];
        strict.forEach((found, i) => expect(mild[i]).toBe(found || mild[i]));
        const largest = Math.max(-1, ...ps.filter((_, i) => mild[i]));
        expect(mild).toEqual(ps.map((p) => p <= largest));
      }),
    );
  });

  it('bear ten thousand differences, ties and certainties', () => {
    expect(discoveries(Array<number>(10_000).fill(0)).every(Boolean)).toBe(true);
    expect(discoveries(Array<number>(10_000).fill(1)).some(Boolean)).toBe(false);
    expect(discoveries(Array<number>(10_000).fill(0.05)).every(Boolean)).toBe(true);
  });

  it('step up: a late small enough value carries the earlier ones', () => {
    expect(discoveries([0.04, 0.03, 0.05])).toEqual([true, true, true]);
  });

  it('is the plain test when only one difference was looked at', () => {
    expect(discoveries([0.05])).toEqual([true]);
    expect(discoveries([0.0501])).toEqual([false]);
    expect(discoveries([])).toEqual([]);
  });

  it('never calls a discovery what a plain test would not, and keeps all that Bonferroni keeps', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 }), (ps) => {
        discoveries(ps).forEach((found, i) => {
          const p = ps[i] ?? 1;
          if (found) expect(p).toBeLessThanOrEqual(0.05);
          if (p <= 0.05 / ps.length) expect(found).toBe(true);
        });
      }),
    );
  });
});
