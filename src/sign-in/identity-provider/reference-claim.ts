import { Refused } from './refusal.js';

export type Claims = Readonly<Record<string, unknown>>;

const LONGEST = 254;

/**
 * The personnel reference in the provider's claims, as it stands there: nothing is trimmed, folded or turned into text,
 * since what is nearly somebody's reference is somebody else. A number is refused: it has lost its leading zeros.
 * @throws Refused without one
 */
export function referenceIn(claims: Claims, name: string): string {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  if (value === undefined || value === null || value === '') throw new Refused('noReference', name);
  if (typeof value !== 'string') throw new Refused('referenceForm', Array.isArray(value) ? 'list' : typeof value);
  if (value.length > LONGEST || /\p{Cc}/u.test(value)) throw new Refused('unknownReference', shapeOf(value));
  return value;
}

/** How a reference is built, without saying whose: 'AB12-3' is 'AA99-9'. Enough to see spaces, capitals and lost zeros. */
export function shapeOf(value: string): string {
  const shape = value
    .slice(0, 40)
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{L}/gu, (letter) => (letter === 'A' ? 'A' : 'a'))
    .replace(/\p{N}/gu, '9')
    .replace(/[^\x20-\x7e]/g, '?');
  return value.length > 40 ? `${shape}…` : shape;
}
