/**
 * What was changed at a unit: training that a good part of the team finished, and anything else somebody recorded.
 * Where the two fall close together nobody can tell their effects apart.
 */
import { daysBetween, type IsoDate, mondayOf } from '../../platform/dates.js';

export interface ChangeMade {
  /** `lesson` is training too: the short lesson of a theme day. */
  kind: 'training' | 'lesson' | 'action';
  /** For training the day on which the first of the team finished. */
  on: IsoDate;
  words: string;
}

/** One colleague's completion of one course. */
export interface Finish {
  courseId: number;
  title: string;
  /** Whether it is the lesson of a theme day and no full course. */
  lesson: boolean;
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
      .flatMap(([first]) => (first ? [{ kind: kindOf(first), on: first.on, words: first.title }] : [])),
  );
}

/** Changes of one week share the weeks before and after; groups and changes from the earliest. */
export function byWeek(changes: readonly ChangeMade[]): ChangeMade[][] {
  const sorted = [...changes].sort((a, b) => a.on.localeCompare(b.on));
  const weeks = [...new Set(sorted.map(({ on }) => mondayOf(on)))];
  return weeks.map((week) => sorted.filter(({ on }) => mondayOf(on) === week));
}

/**
 * Whether training and another change came within four weeks of each other around these, so that neither may be
 * credited alone. `all` are the changes of the unit.
 */
export function nothingAlone(these: readonly ChangeMade[], all: readonly ChangeMade[]): boolean {
  const near = all.filter(({ on }) => these.some((one) => Math.abs(daysBetween(one.on, on)) <= CLOSE_DAYS));
  return near.some(({ kind }) => kind === 'action') && near.some(({ kind }) => kind !== 'action');
}

function kindOf({ lesson }: Finish): ChangeMade['kind'] {
  return lesson ? 'lesson' : 'training';
}

/** Finishes within four weeks of the first of them. */
function bursts(finishes: readonly Finish[]): Finish[][] {
  const groups: Finish[][] = [];
  for (const one of [...finishes].sort((a, b) => a.on.localeCompare(b.on))) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && daysBetween(first.on, one.on) <= CLOSE_DAYS) group.push(one);
    else groups.push([one]);
  }
  return groups;
}
