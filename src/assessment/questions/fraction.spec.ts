import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  add,
  clamp,
  compare,
  divide,
  fraction,
  multiply,
  ONE,
  parseFraction,
  sayFraction,
  sum,
  toDecimal,
  toFraction,
  toPercent,
  ZERO,
} from './fraction.js';

const anyFraction = fc
  .tuple(fc.bigInt({ min: -10_000n, max: 10_000n }), fc.bigInt({ min: 1n, max: 10_000n }))
  .map(([top, bottom]) => fraction(top, bottom));

describe('a fraction', () => {
  it.each([
    ['1/3', '1/3'],
    ['2/6', '1/3'],
    ['-2/4', '-1/2'],
    ['0.25', '1/4'],
    ['-0.5', '-1/2'],
    ['1', '1'],
    ['0', '0'],
  ])('reads %s as %s', (text, canonical) => {
    expect(sayFraction(parseFraction(text)!)).toBe(canonical);
  });

  it.each(['', 'a third', '1/0', '1e-7', '1/', '.5', '--1', '1/3/5', 'NaN'])('refuses %p', (text) => {
    expect(parseFraction(text)).toBeNull();
    expect(() => toFraction(text)).toThrow(RangeError);
  });

  it('adds three thirds to a whole', () => {
    const third = toFraction('1/3');
    expect(sum([third, third, third])).toEqual(ONE);
  });

  it.each([
    ['1/3', '0.3333333'],
    ['2/3', '0.6666667'],
    ['-1/3', '-0.3333333'],
    ['5', '5.0000000'],
    ['1/20000000', '0.0000001'],
    ['-1/20000001', '0.0000000'],
  ])('rounds %s once, to %s', (text, decimal) => {
    expect(toDecimal(toFraction(text))).toBe(decimal);
  });

  it.each([
    ['2/3', 66],
    ['4/5', 80],
    ['799/1000', 79],
    ['1', 100],
    ['-1/3', -34],
    ['-1', -100],
  ])('reads %s as %p percent, never rounded up to a pass mark', (text, percent) => {
    expect(toPercent(toFraction(text))).toBe(percent);
  });

  it('keeps the laws of arithmetic', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(add(a, ZERO)).toEqual(a);
        if (b.top !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
      }),
    );
  });

  it('says what it reads back, and compares as numbers do', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        expect(parseFraction(sayFraction(a))).toEqual(a);
        const [left, right] = [Number(a.top) * Number(b.bottom), Number(b.top) * Number(a.bottom)];
        expect(compare(a, b)).toBe(Math.sign(left - right));
      }),
    );
  });

  it('clamps into its bounds', () => {
    fc.assert(
      fc.property(anyFraction, (value) => {
        const clamped = clamp(value, ZERO, ONE);
        expect(compare(clamped, ZERO)).toBeGreaterThanOrEqual(0);
        expect(compare(clamped, ONE)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
