/**
 * Marks that the index of words keeps of a comment beside its words: its area, week, feeling and ease. A search for a common
 * word within a small part of everything then meets only what fits, instead of every comment with the word. No text holds
 * them: PostgreSQL takes a colon for the end of a word.
 */
import { addDays, daysBetween, type IsoDate, mondayOf } from '../../platform/dates.js';
import { type Emotion, EMOTION_VALUES } from '../../platform/emotions.js';
import type { EaseBand } from './comment-filter.js';

/** What narrows a search and is marked. */
export interface Narrowed {
  areaIds: readonly number[] | null;
  from: IsoDate | null;
  to: IsoDate | null;
  felt: Emotion | null;
  ease: EaseBand | null;
}

/** Those of a response `r` that counts in the area of `place`. */
export const MARKS_SQL = `array_to_tsvector(array_remove(array['area:' || place.area_id, 'week:' || r.week, 'felt:' || r.emotion,
  'ease:' || r.ease], null))`;

const EASE_MARKS: Record<EaseBand, number[]> = { poor: [1, 2], middling: [3], good: [4, 5] };

/** A longer time is not narrowed: its weeks would be more than the search is worth. */
const MOST_WEEKS = 60;

/** The words as PostgreSQL reads them, and whatever else a comment has to be marked with. */
export function narrowed(tsquery: string, { areaIds, from, to, felt, ease }: Narrowed): string {
  const parts = [
    anyOf('area', areaIds),
    anyOf('week', weeksOf(from, to)),
    anyOf('felt', felt && [EMOTION_VALUES[felt]]),
    anyOf('ease', ease && EASE_MARKS[ease]),
  ];
  return [`(${tsquery})`, ...parts.filter((part) => part !== null)].join(' & ');
}

function anyOf(mark: string, values: readonly (string | number)[] | null): string | null {
  if (values === null || values.length === 0) return null;
  return `(${values.map((value) => `'${mark}:${value}'`).join(' | ')})`;
}

/** The Mondays of some days; null when they are open at one end or too many. */
function weeksOf(from: IsoDate | null, to: IsoDate | null): IsoDate[] | null {
  if (from === null || to === null) return null;
  const first = mondayOf(from);
  const weeks = Math.floor(daysBetween(first, to) / 7) + 1;
  return weeks > MOST_WEEKS ? null : Array.from({ length: weeks }, (_, i) => addDays(first, 7 * i));
}
