/** Whether a day is the first or the last one of a cover. */
import type { IsoDate } from '../../platform/dates.js';
import { type CoverFacts, coverState, lastDayOf } from '../../network/cover/cover-state.js';

/**
 * What both are reminded of on a day: nothing on most, nothing of a cover that was called off, and of a single day only that
 * it begins, since that message says when it ends.
 */
export function turningDay(cover: CoverFacts, today: IsoDate): 'begins' | 'ends' | null {
  if (coverState(cover, today) !== 'running') return null;
  if (cover.startsOn === today) return 'begins';
  return lastDayOf(cover) === today ? 'ends' : null;
}
