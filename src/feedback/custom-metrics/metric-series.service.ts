import { Injectable } from '@nestjs/common';
import { addDays, daysBetween, type IsoDate } from '../../platform/dates.js';
import type { Weeks } from '../metrics/period.js';
import type { Metric } from './metric.js';
import { MetricsQueries } from './metrics.queries.js';
import { MetricSeriesQueries, type UnitWeekRow } from './values/series.queries.js';

/**
 * A metric by unit and week, for studies. Arrays have a row for each unit and a column for each week:
 * `values[row * weeks.length + column]`.
 */
export interface WeeklySeries {
  metric: Metric;
  /** Mondays, without a gap. */
  weeks: IsoDate[];
  /** Of `unit`: those with a value in these weeks, ascending. A merged unit's values are its successor's. */
  unitIds: Int32Array;
  /** In the metric's unit: the sum of a count, the weighted mean of an average. NaN where nobody reported. */
  values: Float64Array;
  /** Of an average, by which weeks may be put together further; for a count how many values came. 0 where none did. */
  weights: Float64Array;
}

/** What other modules read of custom metrics. */
@Injectable()
export class MetricSeries {
  constructor(
    private readonly metrics: MetricsQueries,
    private readonly series: MetricSeriesQueries,
  ) {}

  /**
   * Of a metric of units by day or week that adds up or is weighted; 11,500 units over 260 weeks are 48 MB.
   * @param weeks Mondays, both included
   * @returns null when there is no such metric, or it cannot be told by unit and week: of months, of levels, of areas
   */
  async weekly(key: string, weeks: Weeks): Promise<WeeklySeries | null> {
    const metric = await this.metrics.one(key);
    if (!metric || metric.level !== 'unit' || metric.kind === 'level') return null;
    if (metric.grain !== 'day' && metric.grain !== 'week') return null;
    const rows: UnitWeekRow[] = [];
    for await (const row of this.series.byUnitAndWeek(metric.id, weeks)) rows.push(row);
    return arranged(metric, weeks, rows);
  }
}

function arranged(metric: Metric, { from, to }: Weeks, rows: readonly UnitWeekRow[]): WeeklySeries {
  const width = daysBetween(from, to) / 7 + 1;
  const unitIds = Int32Array.from(new Set(rows.map(({ unitId }) => unitId)));
  const rowOf = new Map([...unitIds].map((id, at) => [id, at]));
  const values = new Float64Array(unitIds.length * width).fill(NaN);
  const weights = new Float64Array(unitIds.length * width);
  for (const { unitId, week, n, total, weight, weighted } of rows) {
    const at = (rowOf.get(unitId) ?? 0) * width + daysBetween(from, week) / 7;
    values[at] = metric.kind === 'count' ? total : weight === 0 ? NaN : weighted / weight;
    weights[at] = metric.kind === 'count' ? n : weight;
  }
  const weeks = Array.from({ length: width }, (_, at) => addDays(from, 7 * at));
  return { metric, weeks, unitIds, values, weights };
}
