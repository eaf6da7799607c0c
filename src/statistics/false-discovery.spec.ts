import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { discoveries } from './false-discovery.js';

describe('discoveries among many differences', () => {
  it('are the four of the example by Benjamini and Hochberg (1995), section 4.2', () => {
    const published = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    expect(discoveries(published).filter(Boolean)).toHaveLength(4);
    expect(discoveries([...published].reverse()).slice(-4)).toEqual([true, true, true, true]);
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
