import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';
import type { WeekCounts } from '../feedback.queries.js';
import { COUNT_COLUMNS, type CountRow, type Counts, countsOf, HEADLINE_COLUMNS } from '../metrics/counts.js';
import type { Weeks } from '../metrics/period.js';
import type { EaseOfPlace } from '../metrics/spark.js';

/** Which areas: one, what stood in a region day by day, or all of the actor's reach. */
export interface AreaScope {
  areaId?: number;
  regionId?: number;
}

export interface Asked {
  actor: Actor;
  scope: AreaScope;
  /** The day on which the actor has to reach the place. */
  today: IsoDate;
}

type Level = 'area' | 'region';

/**
 * What customers said by area, region and week, within the actor's reach: read from `area_week` and `region_week`, which
 * follow the area days, and never from units or single answers. An answer counts in the area in which its unit stood on the
 * day it was given, and in the region in which that area stood on the day. So areas that have left since are there with
 * their part, and sums add up.
 */
@Injectable()
export class PlaceWeeksQueries {
  constructor(private readonly db: Database) {}

  /** Sums over several stretches of weeks that do not overlap, by place; a place without answers in a stretch is absent. */
  async sums<Name extends string>(
    { actor, scope, today }: Asked,
    level: Level,
    stretches: Partial<Record<Name, Weeks>>,
  ): Promise<Map<number, Partial<Record<Name, Counts>>>> {
    const named = Object.entries(stretches) as [Name, Weeks][];
    const rows = await this.db.query<CountRow & { id: number; name: Name }>(
      `select w.${level}_id as id, span.name, ${sumsOf(COUNT_COLUMNS)}
         from unnest($7::text[], $8::date[], $9::date[]) span (name, first, last)
         join lateral ${weeksOf(level, scope, 'between span.first and span.last')} on true
        group by w.${level}_id, span.name`,
      [...params(actor, scope, today), named.map(([name]) => name), ...bounds(named.map(([, weeks]) => weeks))],
    );
    const found = new Map<number, Partial<Record<Name, Counts>>>();
    for (const row of rows)
      found.set(row.id, { ...found.get(row.id), [row.name]: countsOf(row) } as Partial<Record<Name, Counts>>);
    return found;
  }

  /** Week by week, everything in scope together, oldest first; a week without answers is absent. Drivers only with `whole`. */
  async series({ actor, scope, today }: Asked, weeks: Weeks, whole = false): Promise<WeekCounts[]> {
    const level = scope.areaId === undefined ? 'region' : 'area';
    const rows = await this.db.query<CountRow & { week: IsoDate }>(
      `select w.week, ${sumsOf(whole ? COUNT_COLUMNS : HEADLINE_COLUMNS)}
         from ${weeksOf(level, scope, 'between $7::date and $8::date')} group by w.week order by w.week`,
      [...params(actor, scope, today), weeks.from, weeks.to],
    );
    return rows.map((row) => ({ week: row.week, counts: countsOf(row) }));
  }

  /** Ease by place and week, for small lines. */
  weeklyEase({ actor, scope, today }: Asked, level: Level, weeks: Weeks): Promise<EaseOfPlace[]> {
    return this.db.query<EaseOfPlace>(
      `select id, json_agg(json_build_array(ago, n, top)) as weeks
         from (select w.${level}_id as id, ($8::date - w.week) / 7 as ago, sum(w.ease_n) as n, sum(w.ease_top) as top
                 from ${weeksOf(level, scope, 'between $7::date and $8::date')} group by 1, 2) week
        group by id`,
      [...params(actor, scope, today), weeks.from, weeks.to],
    );
  }
}

/**
 * The weeks of the places in scope, as `w`. Whoever reaches an area today sees all of its weeks; of a region, whoever looks
 * after some of its areas sees the sum of these. Each scope has a text of its own, so that its weeks are found by key.
 */
function weeksOf(level: Level, { areaId, regionId }: AreaScope, span: string): string {
  const inScope = [
    'c.week <= $1::date',
    areaId === undefined ? '$5::int is null' : 'c.area_id = $5',
    regionId === undefined ? '$6::int is null' : 'c.region_id = $6',
  ].join(' and ');
  if (level === 'area')
    return `(select c.* from area_week c
              where c.week ${span} and ${inScope} and (${REGION_IN_REACH} or c.area_id = any ($4) or ${AREA_IN_REACH})) w`;
  const columns = ['region_id', 'week', ...COUNT_COLUMNS].map((column) => `c.${column}`).join(', ');
  return `(select ${columns} from region_week c where c.week ${span} and ${inScope} and (${REGION_IN_REACH})
           union all
           select ${columns} from area_week c
            where c.area_id = any ($4) and c.week ${span} and ${inScope} and not (${REGION_IN_REACH})) w`;
}

const REGION_IN_REACH = '$2 or c.region_id = any ($3)';

const AREA_IN_REACH = `exists (select from area_region now where now.area_id = $5 and now.valid @> $1::date
                                 and now.region_id = any ($3))`;

const sumsOf = (columns: readonly string[]) => columns.map((column) => `sum(w.${column})::int as ${column}`).join(', ');

function params(actor: Actor, scope: AreaScope, today: IsoDate): unknown[] {
  const { network, regionIds, areaIds } = actor.reach;
  return [today, network, regionIds, areaIds, scope.areaId ?? null, scope.regionId ?? null];
}

const bounds = (weeks: readonly Weeks[]) => [weeks.map(({ from }) => from), weeks.map(({ to }) => to)];
