import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom, shuffled } from './seeded-random.js';

describe('seededRandom', () => {
  it('gives the same numbers for the same seed', () => {
    const [one, other] = [seededRandom(42), seededRandom(42)];
    expect(Array.from({ length: 5 }, one)).toEqual(Array.from({ length: 5 }, other));
  });

  it('keeps its numbers for good: layouts and demo rows are remembered by seed alone', () => {
    const random = seededRandom(1);
    expect([random(), random(), random()].map((number) => number.toFixed(6))).toEqual([
      '0.627074',
      '0.002736',
      '0.527447',
    ]);
  });

  it('stays from 0 up to 1 and spreads evenly', () => {
    const random = seededRandom(7);
    const numbers = Array.from({ length: 20_000 }, random);
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    const tenths = numbers.reduce((counts, number) => {
      counts[Math.floor(number * 10)]! += 1;
      return counts;
    }, Array<number>(10).fill(0));
    expect(tenths.every((count) => Math.abs(count - 2000) < 200)).toBe(true);
  });
});

describe('shuffled', () => {
  it('keeps every item exactly once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const result = shuffled(items, seededRandom(seed));
        expect([...result].sort()).toEqual([...items].sort());
      }),
    );
  });

  it('is the same for the same seed and leaves the original alone', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(shuffled(items, seededRandom(3))).toEqual(shuffled(items, seededRandom(3)));
    expect(items).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('brings each of three items to the front about equally often', () => {
    const fronts = Array.from({ length: 6000 }, (_, seed) => shuffled(['a', 'b', 'c'], seededRandom(seed))[0]);
    for (const item of ['a', 'b', 'c']) {
      const share = fronts.filter((front) => front === item).length / fronts.length;
      expect(Math.abs(share - 1 / 3)).toBeLessThan(0.03);
    }
  });
});
