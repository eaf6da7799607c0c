import { Injectable } from '@nestjs/common';
import type { Weeks } from '../../feedback/metrics/period.js';
import type { UnitKind } from '../../network/imports/codes.js';
import { Database } from '../../platform/database/database.js';
import type { Metric } from '../link-choice.js';
import { METRIC_COLUMNS } from '../metrics-sql.js';
import type { WeekAnswers } from './study-panel.js';

export interface PanelScope {
  kinds: readonly UnitKind[];
  /** Null for all. */
  regionIds: readonly number[] | null;
}

/** A unit of a study, and where it stood on the last day, or stood last. */
export interface PlacedUnit {
  unitId: number;
  areaId: number;
  regionId: number;
}

/**
 * The answers of a study's units: a row a week in which those of all units are packed, since millions of single rows would be
 * read one by one, and since answers lie by week in the database as they came: to gather them by unit takes four times as long.
 */
@Injectable()
export class PanelAnswersQueries {
  constructor(private readonly db: Database) {}

  /** In the order of their codes, so that the same seed draws the same anywhere; whether anybody answered there or not. */
  units({ to }: Weeks, { kinds, regionIds }: PanelScope): Promise<PlacedUnit[]> {
    return this.db.query<PlacedUnit>(UNITS, [to, kinds, regionIds]);
  }

  /** By week, ascending; a unit without an answer to the metric is not there in that week. */
  byWeek(metric: Metric, { from, to }: Weeks, unitIds: readonly number[]): Promise<WeekAnswers[]> {
    return this.db.planned<WeekAnswers>(answersSql(metric), [from, to, unitIds]);
  }
}

const UNITS = `
  select u.id as "unitId", place.area_id as "areaId", place.region_id as "regionId"
    from unit u
    cross join lateral (
      select p.area_id, p.region_id from unit_place p
       where p.unit_id = u.id and lower(p.valid) <= $1::date + 6 order by lower(p.valid) desc limit 1) place
   where u.kind = any ($2::text[]) and ($3::int[] is null or place.region_id = any ($3))
   order by u.code`;

/** Numbers are packed as `WeekAnswers` says: the driver takes a hundred times as long to read them as text. */
function answersSql(metric: Metric): string {
  const { n, good, bad } = METRIC_COLUMNS[metric];
  return `
    select (week - $1::date) / 7 as week,
           string_agg(int4send(unit_id) || int4send(${n}) || int4send((${good}) - (${bad})), '') as said
      from unit_week
     where unit_id = any ($3::int[]) and week between $1 and $2 and ${n} > 0
     group by unit_week.week order by unit_week.week`;
}
