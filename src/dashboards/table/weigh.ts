/** Places of one screen weighed together, so that every mark on it stands the same test. */
import { emotionDifference, type MarkedDifference, marksOf, shareDifference } from '../../feedback/metrics/change.js';
import type { Counts, Tally } from '../../feedback/metrics/counts.js';
import type { Standing } from '../../feedback/metrics/standing.js';
import { addAssigned, type Assigned } from '../assigned-completion.js';
import type { NamedPlace, Row } from './rows.js';

/** What was read about one place. */
export interface PlaceRead<P extends NamedPlace = NamedPlace> {
  place: P;
  /** Ease over the weeks that the page is about, and over those they are held against; null for nothing. */
  now: Tally;
  earlier: Tally | null;
  /** Its standing, once it is known what the change amounts to among all of the screen. */
  standing(change: MarkedDifference | null): Standing;
  assigned: Assigned;
  spark: (number | null)[];
}

/** Everything together. */
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

export function weigh<P extends NamedPlace>(reads: readonly PlaceRead<P>[], { now, earlier }: Whole): Weighed<P> {
  const marks = marksOf({
    whole: [
      earlier && shareDifference(now.ease, earlier.ease),
      earlier && emotionDifference(now.emotion, earlier.emotion),
    ],
    rows: reads.map((read) => read.earlier && shareDifference(read.now, read.earlier)),
  });
  const [easeChange = null, emotionChange = null] = marks.whole;
  const rows = reads.map(({ place, standing, assigned, spark }, at) => {
    return { place, standing: standing(marks.rows[at] ?? null), assigned, spark };
  });
  return { rows, now, easeChange, emotionChange, assigned: addAssigned(reads.map(({ assigned }) => assigned)) };
}
