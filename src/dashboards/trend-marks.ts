/** What happened, as marks on a line over time: one mark per step, and words only where there is room for them. */
import { daysBetween, type IsoDate, mondayOf } from '../platform/dates.js';
import { sayList } from '../platform/say.js';

export interface Happened {
  on: IsoDate;
  /** What it was, in the reader's words, in lower case: 'training'. */
  what: string;
}

interface Step {
  points: number;
  weeks: number;
}

/** Marks nearer than this many steps share one label, or their words would lie on each other. */
const LABEL_ROOM = 6;

/** @param from Monday of the first step. The first mark of a cluster says what all of them are. */
export function marksIn(happened: readonly Happened[], from: IsoDate, { weeks, points }: Step) {
  const whats = new Map<number, Set<string>>();
  for (const { on, what } of happened) {
    const at = Math.floor(daysBetween(from, mondayOf(on)) / (7 * weeks));
    if (at < 0 || at >= points) continue;
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
