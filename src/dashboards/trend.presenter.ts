import type { WeekCounts } from '../feedback/feedback.queries.js';
import { addCounts } from '../feedback/metrics/counts.js';
import { type Weeks, weeksUpTo } from '../feedback/metrics/period.js';
import { FEWEST_FOR_A_FIRM_SCORE, FEWEST_FOR_A_SCORE, scoreOf } from '../feedback/metrics/score.js';
import { bothWidths, figure } from '../platform/charts/figure.js';
import { trend } from '../platform/charts/trend.js';
import { addDays, type IsoDate } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import { sayNumber, sayScore, sayShortDate } from '../platform/say.js';
import type { NumberLinks } from './number-links.js';
import { sayInterval } from './say-change.js';
import { trendWeeks, weeksIn } from './period/stretches.js';
import { type Happened, marksIn, stepsOf, wordsByStep } from './trend-marks.js';

/** A week at a time, or four where a week holds too few answers. */
interface Step {
  points: number;
  weeks: number;
}

interface TrendFacts {
  series: readonly WeekCounts[];
  /** The weeks that the page is about; the line shows them and what led up to them. */
  now: Weeks;
  happened: readonly Happened[];
  links: NumberLinks;
  /** What the line shows, in a sentence. */
  finding: string;
}

/** Ease over time with its interval and marks for what happened; null where there is no score to draw. */
export function easeTrend({ series, now, happened, finding, links }: TrendFacts) {
  const step = stepFor(series, now);
  const points = Array.from({ length: step.points }, (_, at) => pointAt(series, now.to, step, step.points - 1 - at));
  if (points.every(({ value }) => value === null)) return null;
  const from = points[0]?.from ?? now.from;
  const told = wordsByStep(happened, from, step);
  return figure({
    id: 'ease',
    caption: finding,
    sub:
      step.weeks === 1
        ? t(
            'Week by week, in points out of 100 (share of answers of 4 or 5). The band is the 95% interval. The weeks that the page is about are in full colour, those before them paler; a hollow dot stands on fewer than 30 answers.',
          )
        : t(
            'Four weeks at a time, in points out of 100 (share of answers of 4 or 5). The band is the 95% interval. The weeks that the page is about are in full colour, those before them paler; a hollow dot stands on fewer than 30 answers.',
          ),
    ...bothWidths(trend, {
      id: 'ease',
      title: t('Ease over time'),
      desc: description(finding, step, now),
      points,
      dimmed: now.from > from ? stepsOf({ from, to: addDays(now.from, -7) }, from, step) : null,
      events: marksIn(happened, from, step),
    }),
    head: [t('From'), t('Ease'), t('95% interval'), t('Answers'), t('What happened')],
    rows: points.map(({ from: week, label, value, low, high, n }, at) => [
      label,
      value === null ? t('too few yet') : sayScore(value),
      low === null || high === null ? '–' : sayInterval({ low, high }),
      answersOf(n, step.weeks === 1 ? links.weeks({ from: week, to: week }) : null),
      told.get(at)?.join('. ') ?? '',
    ]),
  });
}

function answersOf(n: number, href: string | null) {
  return n === 0 || href === null ? sayNumber(n) : { text: sayNumber(n), href };
}

function description(finding: string, step: Step, now: Weeks): string {
  const values = { finding, week: sayShortDate(now.to) };
  return step.weeks === 1
    ? t('{finding} Week by week, to the week of {week}.', values)
    : t('{finding} Four weeks at a time, to the week of {week}.', values);
}

/** Half a year week by week, or a year in stretches of four weeks; longer where the page is about more. */
function stepFor(series: readonly WeekCounts[], now: Weeks): Step {
  const { from } = weeksUpTo(now.to, 13);
  const recent = series.filter(({ week }) => week >= from && week <= now.to);
  const enough = recent.reduce((sum, { counts }) => sum + counts.ease.n, 0) >= 13 * FEWEST_FOR_A_SCORE;
  return enough
    ? { points: weeksIn(trendWeeks(now)), weeks: 1 }
    : { points: Math.max(13, Math.ceil(weeksIn(now) / 4)), weeks: 4 };
}

function pointAt(series: readonly WeekCounts[], lastWeek: IsoDate, { weeks }: Step, back: number) {
  const to = addDays(lastWeek, -7 * weeks * back);
  const from = addDays(to, -7 * (weeks - 1));
  const within = series.filter(({ week }) => week >= from && week <= to);
  const ease = within.length === 1 ? within[0]!.counts.ease : addCounts(within.map(({ counts }) => counts)).ease;
  const { value, low, high } = scoreOf(ease) ?? { value: null, low: null, high: null };
  return {
    from,
    label: sayShortDate(from),
    value,
    low,
    high,
    n: ease.n,
    few: value !== null && ease.n < FEWEST_FOR_A_FIRM_SCORE,
  };
}
