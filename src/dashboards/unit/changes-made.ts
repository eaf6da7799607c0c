/**
 * What was changed at a unit: training that a good part of the team finished, and anything else somebody recorded.
 * Changes that fall close together are one, because nobody could tell their effects apart.
 */
import { daysBetween, type IsoDate } from '../../platform/dates.js';

export interface ChangeMade {
  kind: 'training' | 'action';
  /** For training the day on which the first of the team finished. */
  on: IsoDate;
  words: string;
}

/** One colleague's completion of one course. */
export interface Finish {
  courseId: number;
  title: string;
  on: IsoDate;
}

/** Within this many days two changes are not told apart. */
export const CLOSE_DAYS = 28;

const FEWEST_FINISHES = 3;

/**
 * Training as a change: a course that at least three colleagues, or half of a smaller team, finished within four weeks
 * of the first. One colleague's own learning is not a change at the unit.
 */
export function trainingChanges(finishes: readonly Finish[], teamSize: number): ChangeMade[] {
  const enough = Math.max(1, Math.min(FEWEST_FINISHES, Math.ceil(teamSize / 2)));
  return [...new Set(finishes.map(({ courseId }) => courseId))].flatMap((courseId) =>
    bursts(finishes.filter((finish) => finish.courseId === courseId))
      .filter((burst) => burst.length >= enough)
      .map((burst) => ({ kind: 'training' as const, on: burst[0]?.on ?? '', words: burst[0]?.title ?? '' })),
  );
}

/** Changes that begin within four weeks of the first of them go together; groups and changes from the earliest. */
export function grouped(changes: readonly ChangeMade[]): ChangeMade[][] {
  return near([...changes].sort((a, b) => a.on.localeCompare(b.on)));
}

function bursts(finishes: readonly Finish[]): Finish[][] {
  return near([...finishes].sort((a, b) => a.on.localeCompare(b.on)));
}

function near<T extends { on: IsoDate }>(sorted: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (const one of sorted) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && daysBetween(first.on, one.on) <= CLOSE_DAYS) group.push(one);
    else groups.push([one]);
  }
  return groups;
}
