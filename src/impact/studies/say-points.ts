/** How numbers of a study are said: points never without their interval, units by their kind. */
import type { UnitKind } from '../../network/imports/codes.js';
import { msg, t } from '../../platform/language/t.js';
import { sayNumber, saySigned } from '../../platform/say.js';
import type { Interval } from '../../statistics/interval.js';
import type { ClusterLevel } from './study.js';
import { isLimit, withLimits } from './verdict.js';

/** Which word stands for the units of a study: that of their kind when all are of one that has a word, else `other`. */
export type UnitWord = 'branch' | 'paymentPoint' | 'other';

export function unitWord({ kinds }: { kinds: readonly UnitKind[] }): UnitWord {
  const [only, ...more] = new Set(kinds);
  return more.length === 0 && (only === 'branch' || only === 'paymentPoint') ? only : 'other';
}

const COUNTED: Record<UnitWord, string> = {
  branch: msg('{n, plural, one {# branch} other {# branches}}'),
  paymentPoint: msg('{n, plural, one {# payment point} other {# payment points}}'),
  other: msg('{n, plural, one {# unit} other {# units}}'),
};

/** '21 branches'. */
export function sayUnits(study: { kinds: readonly UnitKind[] }, n: number): string {
  return t(COUNTED[unitWord(study)], { n });
}

/** '12 areas', or units where each got the training for itself. */
export function sayClusters(study: { kinds: readonly UnitKind[]; clusterLevel: ClusterLevel }, n: number): string {
  return study.clusterLevel === 'area' ? t('{n, plural, one {# area} other {# areas}}', { n }) : sayUnits(study, n);
}

/** '+1.2 points (95% range −0.4 to +2.8)'. */
export function sayEffect(effect: Interval & { estimate: number }): string {
  return t('{points} points ({range})', { points: saySigned(effect.estimate), range: sayInterval(effect, saySigned) });
}

/** '95% range 1.8 to 3.6'; an end without a limit is said to be one. */
export function sayInterval(
  kept: Interval,
  say: (points: number) => string = (points) => sayNumber(points, 1),
): string {
  const { low, high } = withLimits(kept);
  if (isLimit(low)) {
    return isLimit(high)
      ? t('95% range {low} to {high}', { low: say(low), high: say(high) })
      : t('95% range {low} or more', { low: say(low) });
  }
  return isLimit(high) ? t('95% range {high} or less', { high: say(high) }) : t('95% range without limits');
}

/** 'p = 0.02', 'p under 0.01'. */
export function sayP(p: number): string {
  return p < 0.01 ? t('p under 0.01') : t('p = {p}', { p: sayNumber(p, 2) });
}
