import type { WeekCounts } from '../../feedback/feedback.queries.js';
import { addCounts } from '../../feedback/metrics/counts.js';
import { FEWEST_FOR_A_SCORE, scoreOf } from '../../feedback/metrics/score.js';
import { bothWidths, figure } from '../../platform/charts/figure.js';
import { trend } from '../../platform/charts/trend.js';
import { addDays, daysBetween, type IsoDate, mondayOf } from '../../platform/dates.js';
import { sayList, sayNumber, sayScore, sayShortDate } from '../../platform/say.js';
import type { Standing } from '../branch-standing.js';
import { isSlipping } from '../branch-standing.js';
import { sayInterval } from '../say-change.js';
import type { ChangeMade } from './changes-made.js';

/** Half a year week by week, or a year in stretches of four weeks where a week holds too few answers. */
const WEEKLY = { points: 26, weeks: 1 };
const FOUR_WEEKLY = { points: 13, weeks: 4 };

interface TrendFacts {
  series: readonly WeekCounts[];
  lastWeek: IsoDate;
  changes: readonly ChangeMade[];
  standing: Standing;
}

/** Ease over time with its interval and marks for what was changed; null where there is no score to draw. */
export function easeTrend({ series, lastWeek, changes, standing }: TrendFacts) {
  const step = holdsEnough(series, lastWeek) ? WEEKLY : FOUR_WEEKLY;
  const points = Array.from({ length: step.points }, (_, at) => pointAt(series, lastWeek, step, step.points - 1 - at));
  if (points.every(({ value }) => value === null)) return null;
  const from = points[0]?.from ?? lastWeek;
  const each = step.weeks === 1 ? 'Week by week' : 'Four weeks at a time';
  return figure({
    id: 'ease',
    caption: finding(standing),
    sub: `${each}, in points out of 100 (share of answers of 4 or 5). The band is the 95% interval.`,
    ...bothWidths(trend, {
      id: 'ease',
      title: 'Ease over time',
      desc: `${finding(standing)} ${each}, to the week of ${sayShortDate(lastWeek)}.`,
      points,
      events: eventsFrom(changes, from, step),
    }),
    head: ['From', 'Ease', '95% interval', 'Answers'],
    rows: points.map(({ label, value, low, high, n }) => [
      label,
      value === null ? 'too few yet' : sayScore(value),
      low === null || high === null ? '–' : sayInterval({ low, high }),
      sayNumber(n),
    ]),
  });
}

function finding(standing: Standing): string {
  const { ease, change, period } = standing;
  if (!ease) return 'Too few answers for a score yet.';
  if (change && isSlipping(standing)) return `Ease fell ${sayScore(-change.value)} points in the last four weeks.`;
  if (change?.mark === 'up') return `Ease rose ${sayScore(change.value)} points in the last four weeks.`;
  return `Ease is ${sayScore(ease.value)} over the last ${period} weeks.`;
}

function holdsEnough(series: readonly WeekCounts[], lastWeek: IsoDate): boolean {
  const recent = series.filter(({ week }) => week > addDays(lastWeek, -7 * 13));
  return recent.reduce((sum, { counts }) => sum + counts.ease.n, 0) >= 13 * FEWEST_FOR_A_SCORE;
}

function pointAt(series: readonly WeekCounts[], lastWeek: IsoDate, { weeks }: typeof WEEKLY, back: number) {
  const to = addDays(lastWeek, -7 * weeks * back);
  const from = addDays(to, -7 * (weeks - 1));
  const { ease } = addCounts(series.filter(({ week }) => week >= from && week <= to).map(({ counts }) => counts));
  const score = scoreOf(ease);
  const { value, low, high } = score ?? { value: null, low: null, high: null };
  return { from, label: sayShortDate(from), value, low, high, n: ease.n };
}

/** Marks nearer than this share one label, or their words would lie on each other. */
const LABEL_ROOM = 6;

/** One mark per stretch, however much was changed in it. */
function eventsFrom(changes: readonly ChangeMade[], from: IsoDate, { weeks, points }: typeof WEEKLY) {
  const marks = new Map<number, Set<string>>();
  for (const { on, kind } of changes) {
    const at = Math.floor(daysBetween(from, mondayOf(on)) / (7 * weeks));
    if (at < 0 || at >= points) continue;
    marks.set(at, (marks.get(at) ?? new Set()).add(kind === 'action' ? 'change' : 'training'));
  }
  return withRoom([...marks].sort(([a], [b]) => a - b).map(([at, kinds]) => ({ at, kinds: [...kinds] })));
}

/** The first mark of a cluster says what all of them are. */
function withRoom(marks: readonly { at: number; kinds: string[] }[]) {
  const leads = marks.filter(({ at }, i) => i === 0 || at - (marks[i - 1]?.at ?? 0) >= LABEL_ROOM);
  return marks.map((mark) => {
    const next = leads.find(({ at }) => at > mark.at)?.at ?? Infinity;
    const cluster = marks.filter(({ at }) => at >= mark.at && at < next);
    const words = sayList([...new Set(cluster.flatMap(({ kinds }) => kinds))].sort().reverse());
    return { at: mark.at, label: leads.includes(mark) ? words.charAt(0).toUpperCase() + words.slice(1) : '' };
  });
}
