/** Places of one screen weighed together, so that every mark on it stands the same test. */
import {
  emotionDifference,
  type MarkedDifference,
  markTogether,
  shareDifference,
} from '../../feedback/metrics/change.js';
import { addCounts, type Counts } from '../../feedback/metrics/counts.js';
import type { Windows } from '../../feedback/metrics/windows.js';
import { addAssigned, type Assigned } from '../assigned-completion.js';
import { type Standing, standingOf, standingOver } from '../branch-standing.js';
import type { NamedPlace, Row } from './rows.js';

/** What was read about one place. */
export interface PlaceRead<P extends NamedPlace = NamedPlace> {
  place: P;
  /** The weeks that the page is about. */
  now: Counts;
  /** The weeks they are held against; null for nothing. */
  earlier: Counts | null;
  /** Where scores may look back as far as they need; null where the weeks were chosen. */
  windows: Windows | null;
  assigned: Assigned;
  spark: (number | null)[];
}

/** Everything together; the sum of the places unless it was read by itself. */
export interface Whole {
  now: Counts;
  earlier: Counts | null;
}

export interface Weighed<P extends NamedPlace> {
  rows: Row<P>[];
  now: Counts;
  easeChange: MarkedDifference | null;
  emotionChange: MarkedDifference | null;
  assigned: Assigned;
}

/** @param weeks how many weeks `now` holds */
export function weigh<P extends NamedPlace>(
  reads: readonly PlaceRead<P>[],
  weeks: number,
  whole: Whole = sumOf(reads),
): Weighed<P> {
  const { now, earlier } = whole;
  const [easeChange = null, emotionChange = null, ...changes] = markTogether([
    earlier && shareDifference(now.ease, earlier.ease),
    earlier && emotionDifference(now.emotion, earlier.emotion),
    ...reads.map((read) => read.earlier && shareDifference(read.now.ease, read.earlier.ease)),
  ]);
  const rows = reads.map((read, at) => ({
    place: read.place,
    standing: standingIn(read, weeks, changes[at] ?? null),
    assigned: read.assigned,
    spark: read.spark,
  }));
  return { rows, now, easeChange, emotionChange, assigned: addAssigned(reads.map(({ assigned }) => assigned)) };
}

function standingIn({ windows, now, earlier }: PlaceRead, weeks: number, change: MarkedDifference | null): Standing {
  return windows ? standingOf(windows, change, earlier) : standingOver(weeks, now, earlier, change);
}

function sumOf(reads: readonly PlaceRead[]): Whole {
  const earlier = reads.flatMap((read) => (read.earlier ? [read.earlier] : []));
  const compared = reads.length === 0 || earlier.length > 0;
  return { now: addCounts(reads.map(({ now }) => now)), earlier: compared ? addCounts(earlier) : null };
}
