import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { zeroOf } from './zero.js';

describe('where a function falls through zero', () => {
  it.each([
    ['a line', (x: number) => 3 - x, 0, 40, 3],
    ['a parabola', (x: number) => 2 - x * x, 0, 40, Math.SQRT2],
    ['the fixed point of the cosine', (x: number) => Math.cos(x) - x, 0, 1, 0.7390851332151607],
    ['at its beginning', (x: number) => -x, 0, 1, 0],
    ['at its end', (x: number) => 1 - x, 0, 1, 1],
  ])('%s', (_name, falling, from, to, expected) => {
    expect(Math.abs(zeroOf(falling, from, to) - expected)).toBeLessThan(1e-12);
  });

  it('is the end where it has not fallen far enough', () => {
    expect(zeroOf((x) => 100 - x, 0, 40)).toBe(40);
  });

  it('is what halving finds, in far fewer looks', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 30, noNaN: true }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (root, bend) => {
          let looks = 0;
          const falling = (x: number) => {
            looks += 1;
            return root ** bend - x ** bend;
          };
          expect(Math.abs(zeroOf(falling, 0, 40) - root)).toBeLessThan(1e-9 * Math.max(1, root));
          expect(looks).toBeLessThan(45);
        },
      ),
    );
  });
});
