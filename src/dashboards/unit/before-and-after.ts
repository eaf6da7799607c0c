/**
 * Ease before and after a change, each in whole closed weeks with the week of the change left out. It is a before and
 * after only (grade D): it says what happened, not why.
 */
import type { WeekCounts } from '../../feedback/feedback.queries.js';
import { type Difference, type MarkedDifference, marksOf, shareDifference } from '../../feedback/metrics/change.js';
import { addCounts, type Tally } from '../../feedback/metrics/counts.js';
import { type Weeks, weeksUpTo } from '../../feedback/metrics/period.js';
import { addDays, type IsoDate, mondayOf } from '../../platform/dates.js';
import { byWeek, type ChangeMade, nothingAlone } from './changes-made.js';

export const WEEKS_BEFORE = 4;
export const MOST_WEEKS_SINCE = 13;

export interface BeforeAndAfter {
  changes: ChangeMade[];
  /** Training and another change came so close together that neither is credited. */
  nothingAlone: boolean;
  before: Weeks & { ease: Tally };
  /** Null until a whole week after the change has closed. */
  since: (Weeks & { ease: Tally }) | null;
  difference: MarkedDifference | null;
}

/**
 * One comparison per week in which something changed: the four closed weeks before it against the closed weeks since,
 * thirteen at most; beside what the page says of ease as a whole. All of it stands on one screen and is marked together.
 */
export function besideEachOther(
  whole: Difference | null,
  changes: readonly ChangeMade[],
  series: readonly WeekCounts[],
  lastWeek: IsoDate,
): { change: MarkedDifference | null; boxes: BeforeAndAfter[] } {
  const found = byWeek(changes).map((group) => stretches(group, series, lastWeek));
  const marks = marksOf({
    whole: [whole],
    boxes: found.map(({ before, since }) => since && shareDifference(since.ease, before.ease)),
  });
  const boxes = found.map((box, at) => ({
    ...box,
    nothingAlone: nothingAlone(box.changes, changes),
    difference: marks.boxes[at] ?? null,
  }));
  return { change: marks.whole[0] ?? null, boxes };
}

function stretches(changes: ChangeMade[], series: readonly WeekCounts[], lastWeek: IsoDate) {
  const week = mondayOf(changes[0]?.on ?? lastWeek);
  const before = weeksUpTo(addDays(week, -7), WEEKS_BEFORE);
  const from = addDays(week, 7);
  const to = [addDays(week, 7 * MOST_WEEKS_SINCE), lastWeek].sort()[0] ?? lastWeek;
  const since = from > to ? null : { from, to, ease: easeIn(series, { from, to }) };
  return { changes, before: { ...before, ease: easeIn(series, before) }, since };
}

function easeIn(series: readonly WeekCounts[], { from, to }: Weeks): Tally {
  return addCounts(series.filter(({ week }) => week >= from && week <= to).map(({ counts }) => counts)).ease;
}
