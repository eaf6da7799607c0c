import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { authorsFraction } from './authors-fraction.js';
import { fraction, sayFraction } from './fraction.js';

describe('the share that an author meant', () => {
  it.each([
    [0.3333, '1/3'],
    [0.3333333, '1/3'],
    ['1/3', '1/3'],
    [-0.5, '-1/2'],
    [-0.3333, '-1/3'],
    [0.34, '17/50'],
    [0.33, '33/100'],
    [1, '1'],
    [0, '0'],
  ])('by %p is %s', (written, meant) => {
    expect(sayFraction(authorsFraction(written)!)).toBe(meant);
  });

  it.each([1.01, -2, 'half', '', null, undefined, true, Number.NaN, 1e-7])('is not known from %p', (written) => {
    expect(authorsFraction(written)).toBeNull();
  });

  it('survives being written with four decimals or more', () => {
    const twelfths = fc.tuple(fc.integer({ min: -12, max: 12 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(twelfths, fc.integer({ min: 4, max: 9 }), ([top, bottom], decimals) => {
        fc.pre(Math.abs(top) <= bottom);
        const written = (top / bottom).toFixed(decimals).replace(/^-(0\.0+)$/, '$1');
        expect(authorsFraction(written)).toEqual(fraction(BigInt(top), BigInt(bottom)));
      }),
    );
  });
});
