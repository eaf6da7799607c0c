/**
 * Rational numbers, so that three thirds make a whole mark. Marks stay rational while marking and are rounded once, to the
 * seven decimals of numeric(12,7), when they are stored (product/assessment.md).
 */
export interface Fraction {
  readonly top: bigint;
  /** Above zero; top and bottom are in lowest terms. */
  readonly bottom: bigint;
}

export const ZERO: Fraction = { top: 0n, bottom: 1n };
export const ONE: Fraction = { top: 1n, bottom: 1n };

/** @throws RangeError for a bottom of zero. */
export function fraction(top: bigint, bottom = 1n): Fraction {
  if (bottom === 0n) throw new RangeError('A fraction cannot have a bottom of zero.');
  const divisor = greatestDivisor(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { top: top / divisor, bottom: bottom / divisor };
}

/** Reads '1/3', '-2' or '0.25'; null for anything else. */
export function parseFraction(text: string): Fraction | null {
  const quotient = /^(-?\d{1,12})\/(\d{1,12})$/.exec(text);
  if (quotient) return BigInt(quotient[2]!) === 0n ? null : fraction(BigInt(quotient[1]!), BigInt(quotient[2]!));
  const decimal = /^(-?\d{1,12})(?:\.(\d{1,12}))?$/.exec(text);
  if (!decimal) return null;
  const decimals = decimal[2] ?? '';
  return fraction(BigInt(decimal[1]! + decimals), 10n ** BigInt(decimals.length));
}

/** As `parseFraction`, for text that this product wrote itself. */
export function toFraction(text: string): Fraction {
  const parsed = parseFraction(text);
  if (!parsed) throw new RangeError(`“${text}” is not a fraction.`);
  return parsed;
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
}

export function sum(terms: readonly Fraction[]): Fraction {
  return terms.reduce(add, ZERO);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.top, a.bottom * b.bottom);
}

/** @throws RangeError when `b` is zero. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom, a.bottom * b.top);
}

/** Below zero, zero or above zero as `a` is less than, equal to or more than `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function clamp(value: Fraction, low: Fraction, high: Fraction): Fraction {
  if (compare(value, low) < 0) return low;
  return compare(value, high) > 0 ? high : value;
}

/** '-1/3', '2': what `parseFraction` reads back. */
export function sayFraction(value: Fraction): string {
  return value.bottom === 1n ? String(value.top) : `${value.top}/${value.bottom}`;
}

/** Seven decimals, half away from zero: '0.3333333'. */
export function toDecimal(value: Fraction): string {
  const scale = 10_000_000n;
  const size = value.top < 0n ? -value.top : value.top;
  const rounded = (size * scale * 2n + value.bottom) / (value.bottom * 2n);
  const sign = value.top < 0n && rounded > 0n ? '-' : '';
  return `${sign}${rounded / scale}.${String(rounded % scale).padStart(7, '0')}`;
}

/** Whole percent, rounded down, so that a mark just under the pass mark never reads as if it had reached it. */
export function toPercent(value: Fraction): number {
  const hundredfold = value.top * 100n;
  const floor = hundredfold / value.bottom;
  return Number(hundredfold < 0n && hundredfold % value.bottom !== 0n ? floor - 1n : floor);
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
