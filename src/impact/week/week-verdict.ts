/**
 * How a change in a themed week may be spoken of (product/impact.md, "Wording"): by its interval over areas and by how often
 * an ordinary week moves as far. Neither alone will do: areas that rise together in a busy week look sure of it.
 */
import { excludesZero, type Interval } from '../../statistics/interval.js';
import type { Placebo } from '../../statistics/placebo.js';

/**
 * - `notClear`: the interval includes no change.
 * - `fewWeeks`: it does not, but there are too few ordinary weeks to say how unusual that is.
 * - `ordinary`: it does not, but ordinary weeks move as far too often.
 * - `unusual`: it does not, and ordinary weeks hardly ever move as far.
 */
export type WeekVerdict = 'notClear' | 'fewWeeks' | 'ordinary' | 'unusual';

const UNUSUAL = 0.05;
/** With fewer, p = 1 / (1 + M) stays above 0.05 whatever the week did. */
const FEWEST_WEEKS = 1 / UNUSUAL - 1;

export function weekVerdict(change: Interval, { placebos, p }: Placebo): WeekVerdict {
  if (!excludesZero(change)) return 'notClear';
  if (placebos < FEWEST_WEEKS) return 'fewWeeks';
  return p <= UNUSUAL ? 'unusual' : 'ordinary';
}
