/** Which column says which unit a customer spoke about, and whether by its code or by its name. */
import { plain } from '../imports/plain.js';
import { type KnownUnit, withZeros } from '../imports/unit-finder.js';
import type { ColumnProfile } from './column-profile.js';

export interface UnitColumn {
  column: string;
  match: 'code' | 'name';
  /** Codes of digits stand without their leading zeros. */
  zerosLost?: boolean;
}

const NAMED = /branch|unit|store|shop|office|site|surgery|practice|outlet|location ?(name|code)|point|centre/i;

/** The column of whose values most are units of ours; else one that is named like one; else null. */
export function guessUnit(profiles: readonly ColumnProfile[], units: readonly KnownUnit[]): UnitColumn | null {
  const codes = new Set(units.map(({ code }) => code));
  const names = new Set(units.map(({ name }) => plain(name)));
  const found = profiles
    .filter(({ values }) => values.length > 0)
    .flatMap(({ key, label, values }) => [
      { column: key, match: 'code' as const, share: shareOf(values, (text) => codes.has(text)) },
      { column: key, match: 'shortCode' as const, share: shareOf(values, lostZerosIn(codes, `${key} ${label}`)) },
      { column: key, match: 'name' as const, share: shareOf(values, (text) => names.has(plain(text))) },
    ])
    .sort((a, b) => b.share - a.share);
  const best = found[0];
  if (best && best.share > 0.3) return columnOf(best);
  const named = profiles.find(({ key, label, filled }) => filled > 0 && NAMED.test(`${key} ${label}`));
  return named ? { column: named.key, match: looksLikeCodes(named) ? 'code' : 'name' } : null;
}

/** Small numbers are answers rather than codes, unless the column says that it holds units. */
function lostZerosIn(codes: ReadonlySet<string>, name: string): (text: string) => boolean {
  const least = NAMED.test(name) ? 1 : 4;
  return (text) => text.length >= least && codes.has(withZeros(text));
}

function columnOf({ column, match }: { column: string; match: 'code' | 'shortCode' | 'name' }): UnitColumn {
  return match === 'shortCode' ? { column, match: 'code', zerosLost: true } : { column, match };
}

function shareOf(values: ColumnProfile['values'], fits: (text: string) => boolean): number {
  return values.filter(({ text }) => fits(text)).length / values.length;
}

function looksLikeCodes({ values }: ColumnProfile): boolean {
  return shareOf(values, (text) => /^[\w-]{1,12}$/.test(text) && /\d/.test(text)) > 0.5;
}
