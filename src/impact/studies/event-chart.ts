/** The difference week by week around the training, as a picture with a caption by rule and the same numbers as a table. */
import { type EventWeek, eventStudy } from '../../platform/charts/event-study.js';
import { bothWidths, figure } from '../../platform/charts/figure.js';
import { daysBetween } from '../../platform/dates.js';
import { msg, t } from '../../platform/language/t.js';
import { sayNumber, saySigned } from '../../platform/say.js';
import type { Html } from '../../platform/web/html.js';
import { excludesZero } from '../../statistics/interval.js';
import { FIRST_WEEK } from '../../statistics/panel/event-study.js';
import { LAST_WEEK, LEAST_CLUSTERS } from '../../statistics/panel/imputation.js';
import { metricPhrase } from '../link-choice.js';
import type { WeekSince } from './findings.js';
import type { Judged } from './judged.js';
import { sayClusters, unitWord } from './say-points.js';

/**
 * Null without weeks to draw. Where the headline is withheld only weeks before the training are drawn: those after it would
 * give what is withheld.
 */
export function eventChart(result: Judged, id = 'week-by-week'): Html | null {
  const weeks = drawnWeeks(result);
  if (weeks.length < 2) return null;
  const kind = unitWord(result.study);
  const caption = eventCaption(result);
  const drawn = bothWidths(eventStudy, {
    id,
    title: t('Difference in {metric} by week, in points', { metric: metricPhrase(result.study.metric) }),
    desc: caption,
    xLabel: t(ACROSS, { kind }),
    weeks: weeks.map(eventWeek),
  });
  return figure({
    ...{ id, caption, ...drawn },
    sub: subOf(result, weeks),
    head: [t('Week since the training'), t('Difference, points'), t('95% range'), t(UNITS, { kind })],
    rows: weeks.map(rowOf),
    note: noteOf(result, weeks),
  });
}

function noteOf(result: Judged, weeks: readonly WeekSince[]): string | null {
  if (result.verdict.effect?.by === 'lots') return t(FEW_CLUSTERS);
  return endsEarly(result, weeks) ? t(NOT_DRAWN, { least: sayClusters(result.study, LEAST_CLUSTERS) }) : null;
}

/** Whether weeks that are over are not drawn, on either side. */
function endsEarly({ findings, verdict, closedTo }: Judged, weeks: readonly WeekSince[]): boolean {
  const { firstStart } = findings.panel;
  if (weeks[0]!.week > -FIRST_WEEK) return true;
  if (firstStart === null || verdict.effect === null) return false;
  return weeks.at(-1)!.week < Math.min(LAST_WEEK, daysBetween(firstStart, closedTo) / 7);
}

/** What the picture shows; a finding only where there is one. */
export function eventCaption(result: Judged): string {
  const { verdict } = result;
  if (verdict.kind === 'withheld') {
    return verdict.checks.leads === 'failed'
      ? t('Scores were moving before the training')
      : t('Difference by week, before the training');
  }
  const first = verdict.kind === 'clear' ? holdsFrom(result) : null;
  return first === null ? t('Difference by week') : t(HOLDS[verdict.better ? 'lift' : 'fall'][first]);
}

const HOLDS = {
  lift: [
    msg('The lift shows up in the week of training and holds'),
    msg('The lift shows up in the week after training and holds'),
  ],
  fall: [
    msg('The fall shows up in the week of training and lasts'),
    msg('The fall shows up in the week after training and lasts'),
  ],
} as const;

/** To hold takes so many weeks. */
const FEWEST_WEEKS = 4;

/**
 * The week, 0 or 1, from which on every week points the way of the answer and fits it, when that one is clear by itself and no
 * week before the training is. Null when it is not so, or too early to say.
 */
function holdsFrom({ findings, verdict }: Judged): 0 | 1 | null {
  const { weeksSince } = findings;
  const { better, effect } = verdict;
  const clear = (one: WeekSince) => (better ? one.low > 0 : one.high < 0);
  const first = ([0, 1] as const).find((week) => weeksSince.some((one) => one.week === week && clear(one)));
  if (first === undefined || weeksSince.some((one) => one.week < 0 && excludesZero(one))) return null;
  const since = weeksSince.filter(({ week }) => week >= first);
  const fits = (one: WeekSince) =>
    one.estimate > 0 === better && one.low <= effect!.estimate && one.high >= effect!.estimate;
  return since.length >= FEWEST_WEEKS && since.every(fits) ? first : null;
}

/** As many as may be seen. */
export function drawnWeeks({ findings, verdict }: Judged): WeekSince[] {
  if (verdict.effect !== null) return findings.weeksSince;
  return verdict.kind === 'withheld' ? findings.weeksSince.filter(({ week }) => week < 0) : [];
}

const eventWeek = ({ week, estimate, low, high }: WeekSince): EventWeek => ({
  week,
  difference: { value: estimate, low, high },
});

const ACROSS = msg(
  'Weeks before and after the {kind, select, branch {branch} paymentPoint {payment point} other {unit}} trained',
);
const UNITS = msg('{kind, select, branch {Branches} paymentPoint {Payment points} other {Units}}');
const FEW_CLUSTERS = msg(
  'The range of the answer itself comes from the lot. Those of single weeks do not, and with so few areas they may be too narrow.',
);

const NOT_DRAWN = msg('Weeks in which fewer than {least} took part are not drawn: too few to say how far chance goes.');

/** Weeks before and weeks since have different baselines, and no week is zero by definition. */
function subOf({ study }: Judged, weeks: readonly WeekSince[]): string {
  const values = { metric: metricPhrase(study.metric), kind: unitWord(study), weeks: String(FIRST_WEEK) };
  return [
    t(MEASURE, values),
    ...(weeks[0]!.week < 0 ? [t(BEFORE, values)] : []),
    ...(weeks.at(-1)!.week >= 0 ? [t(SINCE, values)] : []),
  ].join(' ');
}

const MEASURE = msg('Difference in {metric}, in points; bars are 95% ranges.');
const BEFORE = msg(
  'Before the training (squares): beside weeks more than {weeks} before it, and {kind, select, branch {branches} paymentPoint {payment points} other {units}} not trained yet.',
);
const SINCE = msg(
  'Since the training (dots): beside what {kind, select, branch {branches} paymentPoint {payment points} other {units}} not trained yet lead one to expect.',
);

function rowOf({ week, estimate, low, high, units }: WeekSince): string[] {
  const range = t('{low} to {high}', { low: saySigned(low), high: saySigned(high) });
  return [saySigned(week, 0), saySigned(estimate), range, sayNumber(units)];
}
