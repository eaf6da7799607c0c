/** What the values of a place come to over a stretch of weeks, and what has changed. */
import { addDays, type IsoDate } from '../../platform/dates.js';
import type { Weeks } from '../metrics/period.js';
import { endOfPeriod } from './grain.js';
import { isByWeek, type Metric } from './metric.js';

/** The values of a place in one period; a daily number by its week (isByWeek). */
export interface Cell {
  /** Its first day. */
  bucket: IsoDate;
  /** Places that reported, and how many values. */
  places: number;
  n: number;
  /** Of the values; of their weights; of value times weight. */
  total: number;
  weight: number;
  weighted: number;
}

type Of = Pick<Metric, 'kind' | 'grain'>;

/**
 * A count adds up; an average is weighted (1 minute on 90 contacts and 11 on 10 are 2 minutes, not 6); a level is that of the
 * last period, and of one place only. Null where there is nothing to say. Cells oldest first.
 */
export function valueOf({ kind }: Of, cells: readonly Cell[]): number | null {
  const last = cells.at(-1);
  if (!last) return null;
  if (kind === 'level') return last.n === 1 ? last.total : null;
  if (kind === 'count') return sum(cells, ({ total }) => total);
  const weight = sum(cells, (cell) => cell.weight);
  return weight === 0 ? null : sum(cells, ({ weighted }) => weighted) / weight;
}

/** What one place came to in one period on average: what counts over stretches of other lengths are held against. */
export function meanOf(cells: readonly Cell[]): number | null {
  const n = sum(cells, (cell) => cell.n);
  return n === 0 ? null : sum(cells, ({ total }) => total) / n;
}

/**
 * The cells that a stretch of weeks is about. Days and weeks are those within it; of months and longer those that ended
 * within it, or the last one that had ended by then; of levels the last that had begun.
 */
export function cellsIn(metric: Of, cells: readonly Cell[], { from, to }: Weeks): Cell[] {
  const lastDay = addDays(to, 6);
  if (metric.kind === 'level') return cells.filter(({ bucket }) => bucket <= lastDay).slice(-1);
  const grain = isByWeek(metric) ? 'week' : metric.grain;
  if (grain === 'week') return cells.filter(({ bucket }) => bucket >= from && bucket <= to);
  const ended = cells.filter(({ bucket }) => endOfPeriod(grain, bucket) <= lastDay);
  const within = ended.filter(({ bucket }) => endOfPeriod(grain, bucket) >= from);
  return within.length > 0 ? within : ended.slice(-1);
}

export interface MetricChange {
  /** Of a count in percent of what one place came to in one period before; otherwise in its own unit. */
  by: number;
  relative: boolean;
  better: boolean | null;
}

/** How a number moved; null where there is nothing to hold it against, or both stretches are about the same period. */
export function changeOf(
  metric: Of & Pick<Metric, 'direction'>,
  cells: readonly Cell[],
  now: Weeks,
  earlier: Weeks | null,
): MetricChange | null {
  if (earlier === null) return null;
  const current = cellsIn(metric, cells, now);
  const first = current[0];
  if (!first) return null;
  const before = cellsIn(
    metric,
    cells.filter(({ bucket }) => bucket < first.bucket),
    earlier,
  );
  const measure = (some: readonly Cell[]) => (metric.kind === 'count' ? meanOf(some) : valueOf(metric, some));
  const [is, was] = [measure(current), measure(before)];
  if (is === null || was === null || (metric.kind === 'count' && was === 0)) return null;
  const by = metric.kind === 'count' ? (100 * (is - was)) / Math.abs(was) : is - was;
  const better = metric.direction === 'neither' || by === 0 ? null : by > 0 === (metric.direction === 'higher');
  return { by, relative: metric.kind === 'count', better };
}

const LONG_POINTS = 13;

/** Oldest first, one a week for days and weeks with null where nobody reported; the last 13 periods of others. */
export function seriesOf(metric: Of, cells: readonly Cell[], weeks: Weeks): (number | null)[] {
  const grain = isByWeek(metric) ? 'week' : metric.grain;
  const known = cells.filter(({ bucket }) => bucket <= addDays(weeks.to, 6));
  if (grain !== 'week') return known.slice(-LONG_POINTS).map((cell) => valueOf(metric, [cell]));
  const byWeek = new Map(known.map((cell) => [cell.bucket, cell]));
  const series: (number | null)[] = [];
  for (let week = weeks.from; week <= weeks.to; week = addDays(week, 7)) {
    const cell = byWeek.get(week);
    series.push(cell ? valueOf(metric, [cell]) : null);
  }
  return series;
}

const sum = (cells: readonly Cell[], of: (cell: Cell) => number) => cells.reduce((all, cell) => all + of(cell), 0);
