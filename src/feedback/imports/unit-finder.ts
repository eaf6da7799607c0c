/** Which of our units a file means, by code or by name, on the day the customer answered. */
import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import type { Mapping } from './mapping.js';
import { plain } from './plain.js';

/** A unit and the days on which it stood in some area; `to` is the first day on which it no longer did. */
export interface KnownUnit {
  id: number;
  code: string;
  name: string;
  places: { from: IsoDate; to: IsoDate | null }[];
}

export type Found = { unitId: number } | { reason: string };

export type FindUnit = (text: string, day: IsoDate) => Found;

/** A finder for one mapping. Without an exact code it never guesses; it says what is likely. */
export function unitFinder(units: readonly KnownUnit[], { match, aliases }: Mapping['unit']): FindUnit {
  const byCode = new Map(units.map((unit) => [unit.code, [unit]]));
  const byName = unitsByName(units);
  const named = (text: string) => byName.get(plain(text)) ?? [];
  const coded = (text: string) => byCode.get(text) ?? [];
  return (text, day) => {
    const alias = aliases.get(plain(text));
    const wanted = alias ?? text;
    const direct = match === 'code' ? coded(wanted) : named(wanted);
    const hits = direct.length > 0 || alias === undefined ? direct : [...coded(wanted), ...named(wanted)];
    const [unit, another] = hits;
    if (another)
      return {
        reason: t('More than one unit is called “{name}”. Map the codes, or give it an alias.', { name: wanted }),
      };
    if (!unit) return { reason: unknownUnit(wanted, match, byCode) };
    if (!stoodOn(unit, day))
      return { reason: t('{name} ({code}) was in no area on {day}.', { name: unit.name, code: unit.code, day }) };
    return { unitId: unit.id };
  };
}

function unitsByName(units: readonly KnownUnit[]): Map<string, KnownUnit[]> {
  const byName = new Map<string, KnownUnit[]>();
  for (const unit of units) byName.set(plain(unit.name), [...(byName.get(plain(unit.name)) ?? []), unit]);
  return byName;
}

function stoodOn(unit: KnownUnit, day: IsoDate): boolean {
  return unit.places.some(({ from, to }) => from <= day && (to === null || day < to));
}

function unknownUnit(text: string, match: 'code' | 'name', byCode: ReadonlyMap<string, unknown>): string {
  const padded = text.padStart(6, '0');
  if (match === 'code' && /^\d{1,5}$/.test(text) && byCode.has(padded)) {
    return t('No unit has the code {code}. A spreadsheet may have dropped the leading zeros of {padded}.', {
      code: text,
      padded,
    });
  }
  return match === 'code' ? t('No unit has the code “{text}”.', { text }) : t('No unit is called “{text}”.', { text });
}
