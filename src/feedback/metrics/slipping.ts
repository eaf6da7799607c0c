/** A unit is slipping when its last four closed weeks are clearly below the thirteen before them. */
import type { Tally } from './counts.js';
import { type MarkedDifference, markTogether, shareDifference } from './change.js';

/** The recent stretch and the one it is held against, in closed weeks. */
export const RECENT_WEEKS = 4;
export const EARLIER_WEEKS = 13;

export interface RecentAndEarlier {
  recent: Tally;
  earlier: Tally;
}

/**
 * The change in ease of each unit on the screen, marked together; 'down' means slipping. Example: 82 of 100 in thirteen
 * weeks on 585 answers, then 68 in four weeks on 180, is −14 points with an interval of −21.7 to −6.9: slipping.
 */
export function changesInEase(units: readonly RecentAndEarlier[]): (MarkedDifference | null)[] {
  return markTogether(units.map(({ recent, earlier }) => shareDifference(recent, earlier)));
}
