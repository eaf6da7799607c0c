/** Stretches of closed weeks that every page compares. */
import { type Counts, NO_COUNTS } from './counts.js';

/** Sums over stretches of closed weeks that end with the last closed one; `earlier` is the 13 weeks before the last 4. */
export interface Windows {
  4: Counts;
  13: Counts;
  26: Counts;
  52: Counts;
  earlier: Counts;
}

/** Nobody has answered in a year. */
export const NO_WINDOWS: Windows = { 4: NO_COUNTS, 13: NO_COUNTS, 26: NO_COUNTS, 52: NO_COUNTS, earlier: NO_COUNTS };
