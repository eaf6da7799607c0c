/** What a rollup holds of one stretch of time: counts and sums from which every score is made, and which simply add up. */
import { DRIVERS, type Driver } from '../../platform/drivers.js';
import { EMOTIONS, type Emotion } from '../../platform/emotions.js';

/** One question on the 1 to 5 scale: answers, answers of 4 or 5, and the sum of all answers. */
export interface Tally {
  n: number;
  top: number;
  sum: number;
}

export interface Counts {
  responses: number;
  comments: number;
  ease: Tally;
  emotion: Record<Emotion, number>;
  drivers: Record<Driver, Tally>;
}

/** A row of `unit_week` or a sum of such rows: the columns named in `COUNT_COLUMNS`. */
export type CountRow = Record<string, unknown>;

/** The questions answered on the 1 to 5 scale. */
export const SCALES = ['ease', ...DRIVERS] as const;

/** Every counting column of `unit_week`, in its order. */
export const COUNT_COLUMNS: readonly string[] = [
  'responses',
  'comments',
  ...tallyColumns('ease'),
  ...EMOTIONS,
  ...DRIVERS.flatMap(tallyColumns),
];

/** Those of the headline figures: how many answered, ease and emotion, without the drivers. */
export const HEADLINE_COLUMNS: readonly string[] = ['responses', 'comments', ...tallyColumns('ease'), ...EMOTIONS];

export function countsOf(row: CountRow): Counts {
  return {
    responses: whole(row, 'responses'),
    comments: whole(row, 'comments'),
    ease: tallyOf(row, 'ease'),
    emotion: Object.fromEntries(EMOTIONS.map((emotion) => [emotion, whole(row, emotion)])) as Record<Emotion, number>,
    drivers: Object.fromEntries(DRIVERS.map((driver) => [driver, tallyOf(row, driver)])) as Record<Driver, Tally>,
  };
}

/** Nobody answered. */
export const NO_COUNTS: Counts = countsOf({});

export function addCounts(all: readonly Counts[]): Counts {
  const sum = (pick: (counts: Counts) => number) => all.reduce((total, counts) => total + pick(counts), 0);
  const tally = (pick: (counts: Counts) => Tally): Tally => ({
    n: sum((counts) => pick(counts).n),
    top: sum((counts) => pick(counts).top),
    sum: sum((counts) => pick(counts).sum),
  });
  return {
    responses: sum((counts) => counts.responses),
    comments: sum((counts) => counts.comments),
    ease: tally((counts) => counts.ease),
    emotion: Object.fromEntries(
      EMOTIONS.map((emotion) => [emotion, sum((counts) => counts.emotion[emotion])]),
    ) as Record<Emotion, number>,
    drivers: Object.fromEntries(DRIVERS.map((driver) => [driver, tally((counts) => counts.drivers[driver])])) as Record<
      Driver,
      Tally
    >,
  };
}

function tallyColumns(question: string): string[] {
  return [`${question}_n`, `${question}_top`, `${question}_sum`];
}

function tallyOf(row: CountRow, question: string): Tally {
  return { n: whole(row, `${question}_n`), top: whole(row, `${question}_top`), sum: whole(row, `${question}_sum`) };
}

function whole(row: CountRow, column: string): number {
  return Number(row[column] ?? 0);
}
