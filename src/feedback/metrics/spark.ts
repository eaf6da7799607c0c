/** The direction of ease at a glance: four weeks rolled together at each point, so that it shows more than chance. */
import { addDays, type IsoDate } from '../../platform/dates.js';
import type { WeeklyEase } from '../feedback.queries.js';
import { FEWEST_FOR_A_SCORE } from './score.js';

const POINTS = 9;
const ROLLED = 4;

/** Closed weeks that a spark line looks back over. */
export const SPARK_WEEKS = POINTS + ROLLED - 1;

/** Points out of 100, oldest first; null where four weeks hold too few answers. `weeks` may be in any order. */
export function spark(weeks: readonly Pick<WeeklyEase, 'week' | 'n' | 'top'>[], last: IsoDate): (number | null)[] {
  const byWeek = new Map(weeks.map((week) => [week.week, week]));
  const each = Array.from({ length: SPARK_WEEKS }, (_, at) => byWeek.get(addDays(last, 7 * (at + 1 - SPARK_WEEKS))));
  return Array.from({ length: POINTS }, (_, point) => {
    const rolled = each.slice(point, point + ROLLED);
    const n = rolled.reduce((sum, week) => sum + (week?.n ?? 0), 0);
    const top = rolled.reduce((sum, week) => sum + (week?.top ?? 0), 0);
    return n < FEWEST_FOR_A_SCORE ? null : (100 * top) / n;
  });
}

/** Weeks by place, so that each line looks at its own only. */
export function groupedBy<T>(all: readonly T[], keyOf: (one: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
