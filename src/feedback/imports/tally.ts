/** What an import has done so far, and the result it reports (ARCHITECTURE.md, "Contracts", import result). */
import { t } from '../../platform/language/t.js';
import { sayList, sayNumber } from '../../platform/say.js';
import { type Emotion, emotionOf, EMOTIONS } from '../../platform/emotions.js';
import type { MappedRow } from './mapped-row.js';
import { type MergedAnswers, sayMerged, withMerged } from './merged-answers.js';

export interface Tally {
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
  /** Previews and tests of the survey, which are in none of the others; absent where there were none. */
  tests?: number;
  withEmotion: number;
  withoutEmotion: number;
  emotions: Record<Emotion, number>;
  /** Counted in what their unit merged into; absent where there were none. */
  merged?: readonly MergedAnswers[];
}

/** `rejects` is the file of rejected lines, null when there are none. */
export type ImportResult = Tally & { rejects: string | null };

const MERGED_SAID = 20;

/** The result for people at a terminal. */
export function sayResult(result: ImportResult): string {
  const { emotions, rejects } = result;
  const said = (n: number) => sayNumber(n);
  return [
    t('{read} lines read: {added} new, {changed} changed, {unchanged} unchanged, {rejected} rejected.', {
      read: said(result.read),
      added: said(result.new),
      changed: said(result.changed),
      unchanged: said(result.unchanged),
      rejected: said(result.rejected),
    }),
    t('{n} with an emotion: {emotions}.', {
      n: said(result.withEmotion),
      emotions: sayList(EMOTIONS.map((emotion) => `${said(emotions[emotion])} ${emotion}`)),
    }),
    ...(result.tests ? [sayTests(result.tests)] : []),
    ...(result.merged ?? []).slice(0, MERGED_SAID).map(sayMerged),
    ...(rejects ? [t('The rejected lines and their reasons are in {rejects}', { rejects })] : []),
  ].join('\n');
}

export const sayTests = (n: number): string =>
  t('{n, plural, one {# preview or test left out.} other {# previews and tests left out.}}', { n });

export function emptyTally(): Tally {
  const emotions = Object.fromEntries(EMOTIONS.map((emotion) => [emotion, 0])) as Record<Emotion, number>;
  return { read: 0, new: 0, changed: 0, unchanged: 0, rejected: 0, withEmotion: 0, withoutEmotion: 0, emotions };
}

/** What a tally takes of a response. */
export type Counted = Pick<MappedRow, 'answers' | 'merged'>;

/** The tally with one more chunk: the lines read, what landed of them, and how many were rejected. */
export function addChunk(
  tally: Tally,
  chunk: {
    read: number;
    rejected: number;
    tests?: number;
    rows: Iterable<Counted>;
    landed: Pick<Tally, 'new' | 'changed' | 'unchanged'>;
  },
): Tally {
  const { felt, without, moved } = counted(chunk.rows);
  const merged = withMerged(tally.merged ?? [], moved);
  const tests = (tally.tests ?? 0) + (chunk.tests ?? 0);
  const emotions = EMOTIONS.map((emotion) => [emotion, tally.emotions[emotion] + felt[emotion]]);
  return {
    read: tally.read + chunk.read,
    new: tally.new + chunk.landed.new,
    changed: tally.changed + chunk.landed.changed,
    unchanged: tally.unchanged + chunk.landed.unchanged,
    rejected: tally.rejected + chunk.rejected,
    ...(tests > 0 ? { tests } : {}),
    withEmotion: tally.withEmotion + EMOTIONS.reduce((sum, emotion) => sum + felt[emotion], 0),
    withoutEmotion: tally.withoutEmotion + without,
    emotions: Object.fromEntries(emotions) as Record<Emotion, number>,
    ...(merged.length > 0 ? { merged } : {}),
  };
}

function counted(rows: Iterable<Counted>) {
  const felt = emptyTally().emotions;
  const moved: Counted[] = [];
  let without = 0;
  for (const row of rows) {
    const emotion = emotionOf(row.answers.emotion ?? null);
    if (emotion === null) without += 1;
    else felt[emotion] += 1;
    if (row.merged) moved.push(row);
  }
  return { felt, without, moved };
}
