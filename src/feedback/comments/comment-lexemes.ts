/**
 * Marks that the index of words keeps of a comment beside its words: its week, feeling and ease, and whose rules find
 * it. A search then meets only what fits, whatever is looked for. No text holds them: PostgreSQL takes a colon for the end
 * of a word.
 */
import { createHash } from 'node:crypto';
import { addDays, daysBetween, type IsoDate } from '../../platform/dates.js';
import { type Emotion, EMOTION_VALUES } from '../../platform/emotions.js';
import type { EaseBand } from './comment-filter.js';

/** What narrows a search and is marked. */
export interface Narrowed {
  /** `themeMark` of those of which it speaks of one at least; an empty list is kept by no comment, null by all. */
  themeMarks: readonly string[] | null;
  felt: Emotion | null;
  ease: EaseBand | null;
}

/** Of so many weeks at once a comment is marked too, so that what is rare does not need a look for each week. */
const BLOCKS = [16, 4] as const;
/** A Monday from which blocks are counted. */
const FIRST_MONDAY = '1970-01-05';

/** Those of a week, as an array. Migration 0043 has the same. */
export const weekMarks = (week: string) =>
  `array['week:' || ${week}, ${BLOCKS.map((size) => `'weeks${size}:' || (${week} - date '${FIRST_MONDAY}') / ${size * 7}`).join(', ')}]`;

/** Those of a response `r` that stands in a week; whose rules find it is added by whoever has read it. */
export const marksSql = (week: string) => `array_to_tsvector(array_remove(${weekMarks(week)} || array[
  'felt:' || r.emotion, 'ease:' || r.ease, 'both:' || r.emotion || '/' || r.ease], null))`;

const EASE_MARKS: Record<EaseBand, number[]> = { poor: [1, 2], middling: [3], good: [4, 5] };

/**
 * That a theme's rules find a comment. It goes by the rules and not by the theme, so it stays true until the comment changes:
 * new rules bring new marks, and those of a theme that was left as it was need not be written again. Migration 0043 makes the same.
 */
export function themeMark({ en, cy }: { en: string; cy: string }): string {
  return `theme:${createHash('md5').update(`${en}\n${cy}`).digest('hex').slice(0, 16)}`;
}

/** The words as PostgreSQL reads them, and whatever else a comment has to be marked with; null when every comment will do. */
export function narrowed(tsquery: string | null, { themeMarks, felt, ease }: Narrowed): string | null {
  const parts = [tsquery === null ? null : `(${tsquery})`, anyOf(themeMarks), anyOf(answered(felt, ease))].filter(
    (part) => part !== null,
  );
  return parts.length === 0 ? null : parts.join(' & ');
}

/** Two answers that seldom go together have a mark of their own: nobody leafs through all that gave one of them. */
function answered(felt: Emotion | null, ease: EaseBand | null): string[] | null {
  if (ease === null) return felt && [`felt:${EMOTION_VALUES[felt]}`];
  return EASE_MARKS[ease].map((mark) => (felt ? `both:${EMOTION_VALUES[felt]}/${mark}` : `ease:${mark}`));
}

/** The same of the weeks that have a mark of `stretches`. */
export const inWeeks = (tsquery: string, mark: string) => `${tsquery} & '${mark}'`;

/** What no comment is marked with. */
const NOBODYS = ['none:'];

function anyOf(marks: readonly string[] | null): string | null {
  if (marks === null) return null;
  return `(${(marks.length === 0 ? NOBODYS : marks).map((mark) => `'${mark}'`).join(' | ')})`;
}

/**
 * The marks of the weeks between two Mondays, newest first: one week at a time, then blocks of 4 and of 16 weeks (the last
 * may begin earlier). What is common is found within the first; no block is longer than what was gone through before it, so
 * that a word of one loud month years ago is not met in full.
 */
export function stretches(newest: IsoDate, oldest: IsoDate): string[] {
  const [last, first] = [weekNumber(newest), weekNumber(oldest)];
  const found: string[] = [];
  for (let at = last; at >= first;) {
    const size = BLOCKS.find((block) => (at + 1) % block === 0 && last - at >= block - 1) ?? 1;
    found.push(size === 1 ? `week:${addDays(FIRST_MONDAY, 7 * at)}` : `weeks${size}:${Math.floor(at / size)}`);
    at -= size;
  }
  return found;
}

const weekNumber = (monday: IsoDate) => Math.floor(daysBetween(FIRST_MONDAY, monday) / 7);
