import { compare, fraction, type Fraction, ONE, parseFraction, subtract } from './fraction.js';

const LARGEST_MEANT_BOTTOM = 12n;
const CLOSE_ENOUGH = fraction(1n, 20_000n);

/**
 * The share of a mark that an author meant: who writes 0.3333 means a third, and three of them have to make a whole.
 * @param value a number, or text such as '1/3'
 * @returns null for anything else and for shares beyond -1 to 1
 */
export function authorsFraction(value: unknown): Fraction | null {
  const written = typeof value === 'number' || typeof value === 'string' ? parseFraction(String(value)) : null;
  if (!written || compare(written, ONE) > 0 || compare(written, fraction(-1n)) < 0) return null;
  for (let bottom = 1n; bottom <= LARGEST_MEANT_BOTTOM; bottom += 1n) {
    const meant = fraction(nearestTop(written, bottom), bottom);
    if (compare(distance(meant, written), CLOSE_ENOUGH) <= 0) return meant;
  }
  return written;
}

function nearestTop(written: Fraction, bottom: bigint): bigint {
  const doubled = written.top * bottom * 2n;
  const half = written.top < 0n ? -written.bottom : written.bottom;
  return (doubled + half) / (written.bottom * 2n);
}

function distance(a: Fraction, b: Fraction): Fraction {
  const [less, more] = compare(a, b) < 0 ? [a, b] : [b, a];
  return subtract(more, less);
}
