import { type Cell, cellsIn, changeOf, meanOf, seriesOf, valueOf } from '../../feedback/custom-metrics/cells.js';
import { sayPeriod } from '../../feedback/custom-metrics/grain.js';
import { isByWeek, nameOf } from '../../feedback/custom-metrics/metric.js';
import { numberRowsPath } from '../../feedback/custom-metrics/paths.js';
import { sayDriver, sayHow, sayMetricChange, sayValue } from '../../feedback/custom-metrics/say-metric.js';
import type { MetricAt } from '../../feedback/custom-metrics/values/reading.queries.js';
import { sparkline } from '../../platform/charts/sparkline.js';
import { addDays } from '../../platform/dates.js';
import type { Weeks } from '../../feedback/metrics/period.js';
import { msg, t } from '../../platform/language/t.js';
import { sayNumber } from '../../platform/say.js';
import { capital, sayStretch } from '../period/say-stretch.js';
import { trendWeeks } from '../period/stretches.js';
import type { SectionAsked } from '../sections/section.js';

type Asked = Pick<SectionAsked, 'level' | 'code' | 'stretches'>;

/** Each number of a place: its value, how it moved, how many reported, and the way to its rows. */
export function presentNumbers(metrics: readonly MetricAt[], asked: Asked) {
  return { numbers: metrics.filter(concerns).map((metric) => presentNumber(metric, asked)) };
}

/** Where nothing stands that could report a number, such as a contact centre in an area of branches, nobody misses it. */
const concerns = ({ cells, expected }: MetricAt): boolean => cells.length > 0 || expected !== 0;

function presentNumber(metric: MetricAt, { level, code, stretches }: Asked) {
  const { now, earlier } = stretches;
  const cells = cellsIn(metric, metric.cells, now);
  const lastDay = addDays(now.to, 6);
  const change = changeOf(metric, metric.cells, now, earlier);
  return {
    name: nameOf(metric),
    path: numberRowsPath(metric.key, { level, code }, { from: cells[0]?.bucket ?? now.from, to: lastDay }),
    value: valueIn(metric, cells),
    when: sayWhen(metric, cells, stretches.now),
    mean: sayEach(metric, cells),
    change: sayMetricChange(metric, change),
    tone: change?.better == null ? null : change.better ? 'good' : 'bad',
    spark: sparkline({ values: seriesOf(metric, metric.cells, trendWeeks(now)) }),
    reported: sayReported(metric, cells),
    how: sayHow(metric),
    driver: sayDriver(metric),
  };
}

/** A level of many places is no one number: the rows say what each of them is. */
function valueIn(metric: MetricAt, cells: readonly Cell[]): string {
  const value = valueOf(metric, cells);
  if (value === null && metric.kind === 'level' && cells.length > 0) return t('One for each place');
  return sayValue(metric, value);
}

/** Over which weeks, or for which of the longer periods. */
function sayWhen(metric: MetricAt, cells: readonly Cell[], now: Weeks): string {
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last) return t('Nobody has reported for these weeks.');
  if (isByWeek(metric) || (metric.grain === 'week' && metric.kind !== 'level')) return capital(sayStretch(now));
  const [from, to] = [sayPeriod(metric.grain, first.bucket), sayPeriod(metric.grain, last.bucket)];
  return from === to ? from : t('{from} to {to}', { from, to });
}

/** What one place came to in one period: what the change of a count is about. */
function sayEach(metric: MetricAt, cells: readonly Cell[]): string | null {
  const mean = metric.kind === 'count' ? meanOf(cells) : null;
  if (mean === null || cells.reduce((n, cell) => n + cell.n, 0) < 2) return null;
  return t(EACH[metric.grain], { value: sayValue(metric, mean) });
}

const EACH: Record<MetricAt['grain'], string> = {
  day: msg('{value} a place and day'),
  week: msg('{value} a place and week'),
  month: msg('{value} a place and month'),
  quarter: msg('{value} a place and quarter'),
  year: msg('{value} a place and year'),
};

/** '41 of 46 branches reported', in the last of the periods. */
function sayReported(metric: MetricAt, cells: readonly Cell[]): string | null {
  const last = cells.at(-1);
  if (!last || metric.expected === null) return null;
  const values = { n: sayNumber(last.places), of: sayNumber(metric.expected) };
  const grain = isByWeek(metric) ? 'week' : metric.grain;
  const period = sayPeriod(grain, last.bucket);
  const branches = metric.unitKinds.length === 1 && metric.unitKinds[0] === 'branch';
  if (metric.level === 'area') return t('{n} of {of} areas reported. {period}', { ...values, period });
  if (metric.level === 'region') return t('{n} of {of} regions reported. {period}', { ...values, period });
  return branches
    ? t('{n} of {of} branches reported. {period}', { ...values, period })
    : t('{n} of {of} units reported. {period}', { ...values, period });
}
