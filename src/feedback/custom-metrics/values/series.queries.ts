import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { addDays, type IsoDate } from '../../../platform/dates.js';
import type { Weeks } from '../../metrics/period.js';

/** What a unit came to in a week: sums, so that whoever reads them may add further. */
export interface UnitWeekRow {
  unitId: number;
  week: IsoDate;
  n: number;
  total: number;
  weight: number;
  weighted: number;
}

@Injectable()
export class MetricSeriesQueries {
  constructor(private readonly db: Database) {}

  /** By unit and week, in that order; read as they are taken. */
  byUnitAndWeek(metricId: number, { from, to }: Weeks): AsyncGenerator<UnitWeekRow, void> {
    return this.db.stream<UnitWeekRow>(
      `select unit_id as "unitId", date_trunc('week', starts_on)::date as week, count(*) as n, sum(value)::float8 as total,
              sum(coalesce(weight, 1))::float8 as weight, sum(value * coalesce(weight, 1))::float8 as weighted
         from metric_value
        where metric_id = $1 and unit_id is not null and starts_on between $2 and $3
        group by 1, 2 order by 1, 2`,
      [metricId, from, addDays(to, 6)],
    );
  }
}
