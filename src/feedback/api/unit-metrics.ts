/**
 * What customers said of a unit, as programs read it. The rules are those of the pages (product/feedback.md): under ten
 * answers there is no score, from ten a tentative one, from thirty a firm one; counts are always told.
 */
import { DRIVERS } from '../../platform/drivers.js';
import type { IsoDate } from '../../platform/dates.js';
import { addCounts, type Counts, type Tally } from '../metrics/counts.js';
import { answersOf, emotionScoreOf, scoreOf } from '../metrics/score.js';
import type { MetricsPeriod } from './metrics-period.js';
import type { NamedUnit } from './api-units.queries.js';

export function unitMetrics(
  { code, name, kind }: NamedUnit,
  { from, to }: MetricsPeriod,
  weeks: readonly { week: IsoDate; counts: Counts }[],
) {
  return {
    unit: { code, name, kind },
    from,
    to,
    total: figuresOf(addCounts(weeks.map(({ counts }) => counts))),
    weeks: weeks.map(({ week, counts }) => ({ week, ...figuresOf(counts) })),
  };
}

function figuresOf(counts: Counts) {
  return {
    responses: counts.responses,
    comments: counts.comments,
    ease: scaleOf(counts.ease),
    emotion: emotionOf(counts),
    drivers: Object.fromEntries(DRIVERS.map((driver) => [driver, scaleOf(counts.drivers[driver])])),
  };
}

function scaleOf(tally: Tally) {
  const score = scoreOf(tally);
  if (score === null) return { n: tally.n, score: null };
  const { standing, value, low, high, mean } = score;
  return {
    n: tally.n,
    score: { topTwoBox: round(value), low: round(low), high: round(high), mean: round(mean), standing },
  };
}

function emotionOf({ emotion }: Counts) {
  const n = answersOf(emotion);
  const score = emotionScoreOf(emotion);
  if (score === null) return { n, shares: null, net: null };
  const shares = Object.fromEntries(Object.entries(score.shares).map(([word, share]) => [word, round(share, 4)]));
  const { value, low, high } = score.net;
  return { n, shares, net: { points: round(value), low: round(low), high: round(high), standing: score.standing } };
}

/** Two decimals of a point are more than any interval carries. */
function round(value: number, decimals = 2): number {
  return Number(value.toFixed(decimals)) + 0;
}
