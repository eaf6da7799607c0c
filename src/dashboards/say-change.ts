/** A change in words: an arrow only where the interval leaves no room for "no difference". */
import type { MarkedDifference } from '../feedback/metrics/change.js';
import { t } from '../platform/language/t.js';
import { sayScore } from '../platform/say.js';

/** 'Up 1.2', 'Down 4.2' or 'No clear change'; null when there was nothing to compare. */
export function sayChange(change: MarkedDifference | null): string | null {
  if (!change) return null;
  const points = sayScore(Math.abs(change.value));
  if (change.mark === 'none') return t('No clear change');
  return change.mark === 'up' ? t('Up {points}', { points }) : t('Down {points}', { points });
}

/** '79.5 to 81.3'. */
export function sayInterval({ low, high }: { low: number; high: number }): string {
  return t('{from} to {to}', { from: sayScore(low), to: sayScore(high) });
}
