import { Injectable } from '@nestjs/common';
import type { Weeks } from '../../feedback/metrics/period.js';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';
import type { Metric } from '../link-choice.js';
import { METRIC_COLUMNS } from '../metrics-sql.js';
import type { PlanChoice } from './wave-plan.js';

/** An area of a plan, with its units of the chosen kinds that are open on a day, and what their customers said before. */
export interface PlanArea {
  areaId: number;
  code: string;
  name: string;
  regionId: number;
  region: string;
  /** By code. */
  unitIds: number[];
  n: number;
  good: number;
  bad: number;
  /** Monday of the first week in which anybody answered; null where nobody did. */
  firstWeek: IsoDate | null;
}

/** A plan that is under way and gives the same course to some of the same areas. */
export interface PlanBeside {
  id: number;
  title: string;
  areas: number;
}

@Injectable()
export class PlanAreasQueries {
  constructor(private readonly db: Database) {}

  /** By code, so that the same seed draws the same wherever the same network stands. */
  areas(
    { metric, kinds, regionIds }: Pick<PlanChoice, 'metric' | 'kinds' | 'regionIds'>,
    day: IsoDate,
    { from, to }: Weeks,
  ): Promise<PlanArea[]> {
    return this.db.planned<PlanArea>(areasSql(metric), [day, kinds, regionIds, from, to]);
  }

  /** Plans of the course that are not stopped and hold any of these areas, the newest first. */
  beside(courseId: number, areaIds: readonly number[]): Promise<PlanBeside[]> {
    return this.db.query<PlanBeside>(
      `select p.id, p.title, count(*)::int as areas
         from wave_plan p join wave_area a on a.plan_id = p.id
        where p.course_id = $1 and p.stopped_at is null and a.area_id = any ($2::int[])
        group by p.id order by p.id desc`,
      [courseId, areaIds],
    );
  }
}

function areasSql(metric: Metric): string {
  const { n, good, bad } = METRIC_COLUMNS[metric];
  return `
    with placed as materialized (
      select place.unit_id, place.area_id, place.region_id, u.code
        from unit_place place join unit u on u.id = place.unit_id
       where place.valid @> $1::date and u.kind = any ($2::text[])
         and ($3::int[] is null or place.region_id = any ($3))),
    heard as (
      select placed.area_id, min(w.week) as first_week, sum(${n})::int as n, sum(${good})::int as good,
             sum(${bad})::int as bad
        from unit_week w join placed on placed.unit_id = w.unit_id
       where w.week between $4::date and $5::date and ${n} > 0
       group by placed.area_id)
    select a.id as "areaId", a.code, a.name, min(placed.region_id) as "regionId", min(r.name) as region,
           array_agg(placed.unit_id order by placed.code) as "unitIds", coalesce(max(heard.n), 0) as n,
           coalesce(max(heard.good), 0) as good, coalesce(max(heard.bad), 0) as bad, min(heard.first_week) as "firstWeek"
      from placed
      join area a on a.id = placed.area_id
      join region r on r.id = placed.region_id
      left join heard on heard.area_id = placed.area_id
     group by a.id order by a.code`;
}
