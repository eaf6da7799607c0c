/**
 * Whom a themed week is for. Regions and areas add up; kinds of unit narrow what they hold; an empty list does not
 * narrow. Worked example: regions [R1], areas [A07], kinds [branch] are the branches of region R1 and of area A07. The
 * same rule in SQL is the function `in_audience`.
 */
import { UNIT_KINDS, type UnitKind } from '../network/imports/codes.js';
import { type ContentReader, repeated } from '../platform/content-reader.js';
import { t } from '../platform/language/t.js';

/** Codes, as in the file. Null stands for the whole network. */
export interface Audience {
  regions: string[];
  areas: string[];
  kinds: UnitKind[];
}

/** Where a unit stands and what it is. */
export interface UnitPlaced {
  kind: UnitKind;
  areaCode: string;
  regionCode: string;
}

export function inAudience(audience: Audience | null, unit: UnitPlaced): boolean {
  if (audience === null) return true;
  const { regions, areas, kinds } = audience;
  const placed =
    regions.length + areas.length === 0 || regions.includes(unit.regionCode) || areas.includes(unit.areaCode);
  return placed && (kinds.length === 0 || kinds.includes(unit.kind));
}

/** Three empty lists narrow nothing, which is the whole network. */
export function audienceOf(lists: Audience): Audience | null {
  return lists.regions.length + lists.areas.length + lists.kinds.length === 0 ? null : lists;
}

/**
 * Whether somebody may be in both. Which areas a region holds is not known here, so a region and an area count as
 * meeting: this only warns.
 */
export function audiencesMeet(one: Audience | null, other: Audience | null): boolean {
  if (one === null || other === null) return true;
  if (one.kinds.length > 0 && other.kinds.length > 0 && !shares(one.kinds, other.kinds)) return false;
  const placeless = [one, other].some(({ regions, areas }) => regions.length + areas.length === 0);
  if (placeless || shares(one.regions, other.regions) || shares(one.areas, other.areas)) return true;
  return (one.regions.length > 0 && other.areas.length > 0) || (one.areas.length > 0 && other.regions.length > 0);
}

/** Reads the field `audience` of a campaign file; without it the week is for the whole network. */
export function readAudience(fields: ContentReader): Audience | null {
  if (fields.raw('audience') === null) return null;
  const lists = fields.group('audience');
  const audience = {
    regions: readCodes(lists, 'regions'),
    areas: readCodes(lists, 'areas'),
    kinds: readCodes(lists, 'kinds').filter((kind) => isKind(kind, lists)),
  };
  lists.close();
  return audienceOf(audience);
}

function readCodes(lists: ContentReader, field: string): string[] {
  if (lists.raw(field) === null) return [];
  const codes = lists.list(field).map((item) => item.raw);
  const wrong = codes.some((code) => typeof code !== 'string' || code === '' || code.length > LONGEST_CODE);
  if (wrong)
    lists.problem(field, t('list codes under “{field}”, one a line and in quotes where they are figures.', { field }));
  const found = codes.filter((code): code is string => typeof code === 'string');
  for (const code of repeated(found))
    lists.problem(field, t('“{code}” stands twice under “{field}”.', { code, field }));
  return found;
}

function isKind(kind: string, lists: ContentReader): kind is UnitKind {
  if ((UNIT_KINDS as readonly string[]).includes(kind)) return true;
  lists.problem(
    'kinds',
    t('“{kind}” is not a kind of unit; take from: {kinds}.', { kind, kinds: UNIT_KINDS.join(', ') }),
  );
  return false;
}

const LONGEST_CODE = 40;

function shares(one: readonly string[], other: readonly string[]): boolean {
  return one.some((item) => other.includes(item));
}
