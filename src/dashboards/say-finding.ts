/** What happened to ease, in one sentence for the head of its line. */
import type { MarkedDifference } from '../feedback/metrics/change.js';
import type { Score } from '../feedback/metrics/score.js';
import { t } from '../platform/language/t.js';
import { sayScore } from '../platform/say.js';
import type { PeriodChoice } from './period/choice.js';

interface Found {
  ease: Score | null;
  change: MarkedDifference | null;
  /** How many weeks the score covers. */
  period: number;
}

/** 'Ease fell 14.3 points in the last four weeks.' A fall or rise is named only when it is clear. */
export function sayFinding({ ease, change, period }: Found, choice: PeriodChoice): string {
  if (!ease) return t('Too few answers for a score yet.');
  if (!change || change.mark === 'none')
    return t('Ease is {score} over the last {n, plural, one {week} other {# weeks}}.', {
      score: sayScore(ease.value),
      n: period,
    });
  const points = sayScore(Math.abs(change.value));
  const fell = change.mark === 'down';
  if (choice.against === 'year')
    return fell
      ? t('Ease fell {points} points against the same weeks a year earlier.', { points })
      : t('Ease rose {points} points against the same weeks a year earlier.', { points });
  if (choice.span === null || choice.span === 4)
    return fell
      ? t('Ease fell {points} points in the last four weeks.', { points })
      : t('Ease rose {points} points in the last four weeks.', { points });
  return fell
    ? t('Ease fell {points} points against the weeks before.', { points })
    : t('Ease rose {points} points against the weeks before.', { points });
}
