/** What happened, as marks on a line over time: one mark per step, and words only where there is room for them. */
import type { Weeks } from '../feedback/metrics/period.js';
import { addDays, daysBetween, type IsoDate, mondayOf } from '../platform/dates.js';
import { sayList } from '../platform/say.js';

export interface Happened {
  on: IsoDate;
  /** What it was, in the reader's words, in lower case: 'training'. */
  what: string;
  /** All of it, in a sentence without its full stop. */
  words: string;
  /** Where more is said about it. */
  path: string | null;
}

interface Step {
  points: number;
  weeks: number;
}

/** Marks nearer than this many steps share one label, or their words would lie on each other. */
const LABEL_ROOM = 6;

/** Where a day falls; null outside. */
function stepOf(on: IsoDate, from: IsoDate, { weeks, points }: Step): number | null {
  const at = Math.floor(daysBetween(from, mondayOf(on)) / (7 * weeks));
  return at < 0 || at >= points ? null : at;
}

/** The steps that some weeks take; null when none of them is drawn. */
export function stepsOf(span: Weeks, from: IsoDate, { weeks, points }: Step): { from: number; to: number } | null {
  const at = (week: IsoDate) => Math.floor(daysBetween(from, week) / (7 * weeks));
  const [first, last] = [Math.max(0, at(span.from)), Math.min(points - 1, at(span.to))];
  return first > last ? null : { from: first, to: last };
}

/** What happened in each step, for the table beneath the line. */
export function wordsByStep(happened: readonly Happened[], from: IsoDate, step: Step): Map<number, string[]> {
  const told = new Map<number, string[]>();
  for (const { on, words } of inOrder(happened)) {
    const at = stepOf(on, from, step);
    if (at !== null) told.set(at, [...(told.get(at) ?? []), words]);
  }
  return told;
}

/** Those within some weeks, the newest first. */
export function within(happened: readonly Happened[], { from, to }: Weeks): Happened[] {
  return inOrder(happened)
    .filter(({ on }) => on >= from && on < addDays(to, 7))
    .reverse();
}

const inOrder = (happened: readonly Happened[]): Happened[] =>
  [...happened].sort((a, b) => a.on.localeCompare(b.on) || a.words.localeCompare(b.words));

/** @param from Monday of the first step. The first mark of a cluster says what all of them are. */
export function marksIn(happened: readonly Pick<Happened, 'on' | 'what'>[], from: IsoDate, step: Step) {
  const whats = new Map<number, Set<string>>();
  for (const { on, what } of happened) {
    const at = stepOf(on, from, step);
    if (at === null) continue;
    whats.set(at, (whats.get(at) ?? new Set()).add(what));
  }
  return withRoom([...whats].sort(([a], [b]) => a - b).map(([at, all]) => ({ at, whats: [...all] })));
}

function withRoom(marks: readonly { at: number; whats: string[] }[]) {
  const leads = marks.filter(({ at }, i) => i === 0 || at - (marks[i - 1]?.at ?? 0) >= LABEL_ROOM);
  return marks.map((mark) => {
    const next = leads.find(({ at }) => at > mark.at)?.at ?? Infinity;
    const cluster = marks.filter(({ at }) => at >= mark.at && at < next);
    const words = sayList([...new Set(cluster.flatMap((one) => one.whats))].sort().reverse());
    return { at: mark.at, label: leads.includes(mark) ? words.charAt(0).toUpperCase() + words.slice(1) : '' };
  });
}
