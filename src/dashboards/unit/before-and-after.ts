/**
 * Ease before and after a change, each in whole closed weeks with the week of the change left out. It is a before and
 * after only (grade D): it says what happened, not why.
 */
import type { WeekCounts } from '../../feedback/feedback.queries.js';
import { type MarkedDifference, markTogether, shareDifference } from '../../feedback/metrics/change.js';
import { addCounts, type Tally } from '../../feedback/metrics/counts.js';
import type { Weeks } from '../../feedback/metrics/period.js';
import { addDays, type IsoDate, mondayOf } from '../../platform/dates.js';
import type { ChangeMade } from './changes-made.js';

export const WEEKS_BEFORE = 4;
export const MOST_WEEKS_SINCE = 13;

export interface BeforeAndAfter {
  changes: ChangeMade[];
  before: Weeks & { ease: Tally };
  /** Null until a whole week after the change has closed. */
  since: (Weeks & { ease: Tally }) | null;
  difference: MarkedDifference | null;
}

/**
 * One comparison per group of changes: the four closed weeks before the week of the first of them against the closed
 * weeks since the week of the last one, thirteen at most. Differences are marked together.
 */
export function beforeAndAfter(
  groups: ChangeMade[][],
  series: readonly WeekCounts[],
  lastWeek: IsoDate,
): BeforeAndAfter[] {
  const boxes = groups.map((changes) => stretches(changes, series, lastWeek));
  const marked = markTogether(boxes.map(({ before, since }) => since && shareDifference(since.ease, before.ease)));
  return boxes.map((box, at) => ({ ...box, difference: marked[at] ?? null }));
}

/** Whether training and something else fell together, so that neither may be credited alone. */
export function nothingAlone(changes: readonly ChangeMade[]): boolean {
  return changes.some(({ kind }) => kind === 'training') && changes.some(({ kind }) => kind === 'action');
}

function stretches(changes: ChangeMade[], series: readonly WeekCounts[], lastWeek: IsoDate) {
  const days = changes.map(({ on }) => on).sort();
  const [first = '', last = ''] = [days[0], days.at(-1)].map((day) => mondayOf(day ?? ''));
  const before = { from: addDays(first, -7 * WEEKS_BEFORE), to: addDays(first, -7) };
  const from = addDays(last, 7);
  const to = [addDays(last, 7 * MOST_WEEKS_SINCE), lastWeek].sort()[0] ?? lastWeek;
  const since = from > to ? null : { from, to, ease: easeIn(series, { from, to }) };
  return { changes, before: { ...before, ease: easeIn(series, before) }, since };
}

function easeIn(series: readonly WeekCounts[], { from, to }: Weeks): Tally {
  return addCounts(series.filter(({ week }) => week >= from && week <= to).map(({ counts }) => counts)).ease;
}
