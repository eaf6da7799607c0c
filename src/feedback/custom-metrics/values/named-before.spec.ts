import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NamedBefore } from './named-before.js';

describe('what was named before', () => {
  it('is told with where it came first', () => {
    const named = new NamedBefore();
    expect(named.first(7, '2027-02-01', 0)).toBeNull();
    expect(named.first(7, '2027-02-08', 1)).toBeNull();
    expect(named.first(9, '2027-02-01', 2)).toBeNull();
    expect(named.first(7, '2027-02-01', 3)).toBe(0);
    expect(named.first(7, '2027-02-01', 4)).toBe(0);
  });

  it('is the same as a list of everything would tell', () => {
    const one = fc.tuple(fc.integer({ min: 0, max: 700 }), fc.constantFrom('2027-02-01', '2027-02-08', '2026-12-28'));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 2000 }), (all) => {
        const [named, list] = [new NamedBefore(), new Map<string, number>()];
        all.forEach(([place, day], line) => {
          const key = `${place} ${day}`;
          expect(named.first(place, day, line)).toBe(list.get(key) ?? null);
          if (!list.has(key)) list.set(key, line);
        });
      }),
      { numRuns: 20 },
    );
  });
});
