/** Which of our units a file means, by code or by name, on the day the customer answered. */
import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { type CountsAt, countsAt, type UnitLife } from '../../network/mergers/counts-at.js';
import type { Mapping } from './mapping.js';
import type { MergedUnit } from './merged-answers.js';
import { plain } from './plain.js';

/** A unit, when it stood in some area, and where it went. */
export interface KnownUnit extends UnitLife {
  code: string;
  name: string;
}

/** `merged`: what was named had merged by then, and this is the unit that it went into. */
export type Found = { unitId: number; merged?: MergedUnit } | { reason: string };

export type FindUnit = (text: string, day: IsoDate) => Found;

/** A finder for one mapping. Without an exact code it never guesses; it says what is likely. */
export function unitFinder(units: readonly KnownUnit[], { match, aliases, zerosLost }: Mapping['unit']): FindUnit {
  const byCode = new Map(units.map((unit) => [unit.code, [unit]]));
  const byName = unitsByName(units);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const named = (text: string) => byName.get(plain(text)) ?? [];
  const coded = (text: string) => byCode.get(text) ?? (zerosLost ? byCode.get(withZeros(text)) : undefined) ?? [];
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
    return foundAt(
      countsAt(unit, day, (id) => byId.get(id)),
      unit,
      day,
    );
  };
}

/** Branch codes have six digits. */
export const withZeros = (text: string): string => (/^\d{1,5}$/.test(text) ? text.padStart(6, '0') : text);

function unitsByName(units: readonly KnownUnit[]): Map<string, KnownUnit[]> {
  const byName = new Map<string, KnownUnit[]>();
  for (const unit of units) byName.set(plain(unit.name), [...(byName.get(plain(unit.name)) ?? []), unit]);
  return byName;
}

function foundAt(counts: CountsAt<KnownUnit>, named: KnownUnit, day: IsoDate): Found {
  const [step] = counts.steps;
  if ('nowhere' in counts) return { reason: sayNowhere(named, counts, day) };
  if (!step) return { unitId: counts.at.id };
  const { on, into } = step;
  const merged = { ...codeAndName(named), on, into: codeAndName(into), countsIn: codeAndName(counts.at) };
  return { unitId: counts.at.id, merged };
}

const codeAndName = ({ code, name }: KnownUnit) => ({ code, name });

type Nowhere = Extract<CountsAt<KnownUnit>, { nowhere: unknown }>;

function sayNowhere({ code, name }: KnownUnit, { nowhere: { last, closedOn }, steps }: Nowhere, day: IsoDate): string {
  if (closedOn === null)
    return t('{name} ({code}) was in no area on {day}.', { name: last.name, code: last.code, day });
  if (steps.length === 0)
    return t('{name} ({code}) closed on {day} and merged into no other unit.', { name, code, day: closedOn });
  const values = { name, code, into: last.name, intoCode: last.code, day: closedOn };
  return t('{name} ({code}) led to {into} ({intoCode}), which closed on {day} and merged into no other unit.', values);
}

function unknownUnit(text: string, match: 'code' | 'name', byCode: ReadonlyMap<string, unknown>): string {
  const padded = withZeros(text);
  if (match === 'code' && padded !== text && byCode.has(padded)) {
    return t('No unit has the code {code}. A spreadsheet may have dropped the leading zeros of {padded}.', {
      code: text,
      padded,
    });
  }
  return match === 'code' ? t('No unit has the code “{text}”.', { text }) : t('No unit is called “{text}”.', { text });
}
