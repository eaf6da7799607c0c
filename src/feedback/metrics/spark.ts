/** The direction of ease at a glance: four weeks rolled together at each point, so that it shows more than chance. */
import { FEWEST_FOR_A_SCORE } from './score.js';

const POINTS = 9;
const ROLLED = 4;

/** Closed weeks that a spark line looks back over. */
export const SPARK_WEEKS = POINTS + ROLLED - 1;

/** Ease of a week: how many weeks before the last one of its line, answers, and answers of 4 or 5. */
export type EaseOfWeek = readonly [ago: number, n: number, top: number];

/** Those of one place, in any order, as a row brings them. */
export interface EaseOfPlace {
  id: number;
  weeks: EaseOfWeek[];
}

/** Points out of 100, oldest first; null where four weeks hold too few answers. */
export function spark(weeks: readonly EaseOfWeek[]): (number | null)[] {
  const [answers, tops] = [new Array<number>(SPARK_WEEKS).fill(0), new Array<number>(SPARK_WEEKS).fill(0)];
  for (const [ago, n, top] of weeks) {
    if (ago >= SPARK_WEEKS) continue;
    answers[SPARK_WEEKS - 1 - ago] = n;
    tops[SPARK_WEEKS - 1 - ago] = top;
  }
  return Array.from({ length: POINTS }, (_, point) => {
    const n = rolled(answers, point);
    return n < FEWEST_FOR_A_SCORE ? null : (100 * rolled(tops, point)) / n;
  });
}

function rolled(weeks: readonly number[], from: number): number {
  let sum = 0;
  for (let at = from; at < from + ROLLED; at += 1) sum += weeks[at] ?? 0;
  return sum;
}

/** By place, so that each line looks at its own only. */
export const byPlace = (all: readonly EaseOfPlace[]): Map<number, EaseOfWeek[]> =>
  new Map(all.map(({ id, weeks }) => [id, weeks]));
