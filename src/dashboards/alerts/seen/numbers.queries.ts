import { Injectable } from '@nestjs/common';
import type { Cell } from '../../../feedback/custom-metrics/cells.js';
import type { Metric } from '../../../feedback/custom-metrics/metric.js';
import { isByWeek } from '../../../feedback/custom-metrics/metric.js';
import { Database } from '../../../platform/database/database.js';
import type { IsoDate } from '../../../platform/dates.js';
import type { ViewLevel } from '../../views/view-address.js';

export type PlaceCell = Cell & { placeId: number };

/** The values of a custom metric at places, by their periods: cells of areas and above, a unit's own values. */
@Injectable()
export class SeenNumbersQueries {
  constructor(private readonly db: Database) {}

  /** Periods that began between two days, the oldest first. */
  async cells(metric: Metric, level: ViewLevel, placeIds: readonly number[], from: IsoDate, to: IsoDate) {
    const text = level === 'unit' ? unitCells(isByWeek(metric)) : PLACE_CELLS;
    const params = [metric.id, placeIds, from, to, ...(level === 'unit' ? [] : [level])];
    return this.db.query<PlaceCell>(text, params);
  }
}

const PLACE_CELLS = `
  select c.place_id as "placeId", c.bucket, c.places, c.n, c.total::float8 as total, c.weight::float8 as weight,
         c.weighted::float8 as weighted
    from metric_cell c
   where c.metric_id = $1 and c.level = $5 and c.place_id = any ($2) and c.bucket between $3 and $4
   order by c.bucket, c.place_id`;

const unitCells = (weekly: boolean) => `
  select v.unit_id as "placeId", b.bucket, count(distinct v.place_id)::int as places, count(*)::int as n,
         sum(v.value)::float8 as total, sum(coalesce(v.weight, 1))::float8 as weight,
         sum(v.value * coalesce(v.weight, 1))::float8 as weighted
    from metric_value v
   cross join lateral (select ${weekly ? `date_trunc('week', v.starts_on)::date` : 'v.starts_on'} as bucket) b
   where v.metric_id = $1 and v.unit_id = any ($2) and v.starts_on between $3 and $4
   group by 1, 2 order by 2, 1`;
