/**
 * Marks that the index of words keeps of a comment beside its words: where it stands (stretches.ts), its feeling and ease, and
 * whose rules find it. A search then meets only what fits, whatever is looked for. No text holds them: PostgreSQL takes a colon
 * for the end of a word.
 */
import { createHash } from 'node:crypto';
import { type Emotion, EMOTION_VALUES } from '../../platform/emotions.js';
import type { EaseBand } from './comment-filter.js';

/** What narrows a search and is marked. */
export interface Narrowed {
  /** `themeMark` of those of which it speaks of one at least; an empty list is kept by no comment, null by all. */
  themeMarks: readonly string[] | null;
  felt: Emotion | null;
  ease: EaseBand | null;
}

/** Those of what a response `r` answered; where it stands has marks too (`standing_marks`), and whoever has read it adds whose rules find it. */
export const ANSWER_MARKS_SQL = `array_to_tsvector(array_remove(array[
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

/** What has a mark of `stretches`, or has it in one of these areas. */
export function inStretch(mark: string, areaIds: readonly number[] | null): string {
  return anyOf(areaIds === null ? [mark] : areaIds.map((id) => `${mark}/${id}`));
}

/** What no comment is marked with. */
export const NOBODYS = 'none:';

function anyOf(marks: readonly string[]): string;
function anyOf(marks: readonly string[] | null): string | null;
function anyOf(marks: readonly string[] | null): string | null {
  if (marks === null) return null;
  return `(${(marks.length === 0 ? [NOBODYS] : marks).map((mark) => `'${mark}'`).join(' | ')})`;
}
