import { Injectable } from '@nestjs/common';
import type { Weeks } from '../../feedback/metrics/period.js';
import type { UnitKind } from '../../network/imports/codes.js';
import { Database } from '../../platform/database/database.js';
import type { Metric } from '../link-choice.js';
import { METRIC_COLUMNS } from '../metrics-sql.js';

export interface PanelScope {
  kinds: readonly UnitKind[];
  /** Null for all. */
  regionIds: readonly number[] | null;
}

/** What the customers of one unit said in each week in which they said something. */
export interface UnitAnswers {
  unitId: number;
  /** Where it stood on the last day, or stood last. */
  areaId: number;
  regionId: number;
  /** Weeks since the first one asked for, ascending. */
  weeks: number[];
  /** Answers of each week, and good ones minus bad ones among them. */
  n: number[];
  net: number[];
}

/** The answers of a study's units by unit and week: a row a unit, since millions of single rows would be read one by one. */
@Injectable()
export class PanelAnswersQueries {
  constructor(private readonly db: Database) {}

  /** In the order of the units' codes, so that the same seed draws the same anywhere; a week without an answer to the metric is not there. */
  byUnit(metric: Metric, { from, to }: Weeks, { kinds, regionIds }: PanelScope): AsyncGenerator<UnitAnswers, void> {
    return this.db.stream<UnitAnswers>(answersSql(metric), [from, to, kinds, regionIds]);
  }
}

function answersSql(metric: Metric): string {
  const { n, good, bad } = METRIC_COLUMNS[metric];
  return `
    select u.id as "unitId", place.area_id as "areaId", place.region_id as "regionId", said.weeks, said.n, said.net
      from unit u
      cross join lateral (
        select p.area_id, p.region_id from unit_place p
         where p.unit_id = u.id and lower(p.valid) <= $2::date + 6 order by lower(p.valid) desc limit 1) place
      cross join lateral (
        select array_agg((w.week - $1::date) / 7 order by w.week) as weeks, array_agg(${n} order by w.week) as n,
               array_agg((${good}) - (${bad}) order by w.week) as net
          from unit_week w where w.unit_id = u.id and w.week between $1 and $2 and ${n} > 0) said
     where u.kind = any ($3::text[]) and ($4::int[] is null or place.region_id = any ($4)) and said.weeks is not null
     order by u.code`;
}
