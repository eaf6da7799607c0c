import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';

export type PlaceKind = 'region' | 'area' | 'unit';

/** A place as an administrator wrote it: its code, and which kind is meant where they said so. */
export interface WrittenPlace {
  kind: PlaceKind | null;
  code: string;
}

/** A place that there is. */
export interface KnownPlace {
  kind: PlaceKind;
  id: number;
  code: string;
  name: string;
}

const MOST_PLACES = 200;
const KIND_FIRST = /^(region|area|unit)\s+(.+)$/i;

/** 'MOORS, unit 021047' is whatever has the code MOORS, and the unit 021047. Commas, semicolons and lines part them. */
export function readPlaces(text: string): WrittenPlace[] {
  const written = text.split(/[,;\n]/).map((one) => one.trim());
  const places = written.filter((one) => one !== '').map(placeIn);
  return places.filter((one, at) => at === places.findIndex((other) => same(one, other)));
}

function placeIn(written: string): WrittenPlace {
  const [, kind, code] = KIND_FIRST.exec(written) ?? [];
  return kind === undefined
    ? { kind: null, code: written }
    : { kind: kind.toLowerCase() as PlaceKind, code: code!.trim() };
}

const same = (one: WrittenPlace, other: WrittenPlace) => one.kind === other.kind && one.code === other.code;

/**
 * The places that were meant, each once.
 * @throws RuleBroken naming what is no code, or the code of more than one place
 */
export function placesMeant(written: readonly WrittenPlace[], known: readonly KnownPlace[]): KnownPlace[] {
  if (written.length === 0) throw refused(t('Write the code of at least one region, area or unit.'));
  if (written.length > MOST_PLACES) {
    throw refused(t('Write at most {n} codes. An area stands for all of its units.', { n: String(MOST_PLACES) }));
  }
  const meant = written.map((one) => placeMeant(one, known));
  return [...new Map(meant.map((place) => [`${place.kind} ${place.id}`, place])).values()];
}

function placeMeant({ kind, code }: WrittenPlace, known: readonly KnownPlace[]): KnownPlace {
  const found = known.filter((place) => place.code === code && (kind === null || place.kind === kind));
  if (found.length === 0) throw refused(t('No region, area or unit has the code “{code}”.', { code }));
  if (found.length > 1) {
    throw refused(
      t('More than one place has the code {code}. Write “region {code}”, “area {code}” or “unit {code}”.', { code }),
    );
  }
  return found[0]!;
}

const refused = (sentence: string) => new RuleBroken(sentence, 'places');
