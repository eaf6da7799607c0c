import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import { addDays, type IsoDate } from '../../platform/dates.js';
import type { WeekCounts } from '../feedback.queries.js';
import { COUNT_COLUMNS, type CountRow, type Counts, countsOf, HEADLINE_COLUMNS } from '../metrics/counts.js';
import type { Weeks } from '../metrics/period.js';

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

/** The ease answers of one area or region in one week. */
export interface PlaceEase {
  placeId: number;
  week: IsoDate;
  n: number;
  top: number;
}

/**
 * What customers said by area and day, added up for areas, regions and the network: never from units or single answers, and
 * within the actor's reach. An answer counts in the area in which its unit stood on the day it was given, and in the region
 * in which that area stood on the day. So areas that have left since are there with their part, and sums add up.
 */
@Injectable()
export class AreaDayQueries {
  constructor(private readonly db: Database) {}

  /** Sums over several stretches of weeks that do not overlap, by place; a place without answers in a stretch is absent. */
  async sums<Name extends string>(
    { actor, scope, today }: Asked,
    level: 'area' | 'region',
    stretches: Partial<Record<Name, Weeks>>,
  ): Promise<Map<number, Partial<Record<Name, Counts>>>> {
    const named = Object.entries(stretches) as [Name, Weeks][];
    const rows = await this.db.query<CountRow & { id: number; name: Name }>(
      `select place.${level}_id as id, span.name, ${sumsOf(COUNT_COLUMNS)}
         from ${AREAS} cross join unnest($7::text[], $8::date[], $9::date[]) span (name, first, last)
        cross join lateral ${daysBetween('span.first', 'span.last')} d
        group by place.${level}_id, span.name`,
      [...params(actor, scope, today), named.map(([name]) => name), ...bounds(named.map(([, weeks]) => weeks))],
    );
    const found = new Map<number, Partial<Record<Name, Counts>>>();
    for (const row of rows)
      found.set(row.id, { ...found.get(row.id), [row.name]: countsOf(row) } as Partial<Record<Name, Counts>>);
    return found;
  }

  /** Week by week, everything in scope together, oldest first; a week without answers is absent. Drivers only with `whole`. */
  async series({ actor, scope, today }: Asked, weeks: Weeks, whole = false): Promise<WeekCounts[]> {
    const rows = await this.db.query<CountRow & { week: IsoDate }>(
      `select ${MONDAY} as week, ${sumsOf(whole ? COUNT_COLUMNS : HEADLINE_COLUMNS)}
         from ${AREAS} cross join lateral ${daysBetween('$7::date', '$8::date')} d
        group by 1 order by 1`,
      [...params(actor, scope, today), weeks.from, addDays(weeks.to, 6)],
    );
    return rows.map((row) => ({ week: row.week, counts: countsOf(row) }));
  }

  /** Ease by place and week, for small lines. */
  weeklyEase({ actor, scope, today }: Asked, level: 'area' | 'region', weeks: Weeks): Promise<PlaceEase[]> {
    return this.db.query<PlaceEase>(
      `select place.${level}_id as "placeId", ${MONDAY} as week, sum(d.ease_n)::int as n, sum(d.ease_top)::int as top
         from ${AREAS} cross join lateral ${daysBetween('$7::date', '$8::date')} d
        group by 1, 2`,
      [...params(actor, scope, today), weeks.from, addDays(weeks.to, 6)],
    );
  }
}

/** An area in a region from a day on until another; whoever reaches an area today sees all of its days. */
const AREAS = `(select ar.area_id, ar.region_id, ar.valid from area_region ar
          where ($5::int is null or ar.area_id = $5) and ($6::int is null or ar.region_id = $6)
            and ($2 or ar.region_id = any ($3) or ar.area_id = any ($4)
                 or exists (select from area_region now where now.area_id = $5 and now.valid @> $1::date
                               and now.region_id = any ($3)))) place`;

const MONDAY = `(d.day - (extract(isodow from d.day)::int - 1))`;

const sumsOf = (columns: readonly string[]) => columns.map((column) => `sum(d.${column})::int as ${column}`).join(', ');

/** Fenced in by its offset, so that the days of each area are read by their key, never the days of all areas and years. */
const daysBetween = (first: string, last: string) =>
  `(select * from area_day a
     where a.area_id = place.area_id and a.day between ${first} and ${last} and place.valid @> a.day offset 0)`;

function params(actor: Actor, scope: AreaScope, today: IsoDate): unknown[] {
  const { network, regionIds, areaIds } = actor.reach;
  return [today, network, regionIds, areaIds, scope.areaId ?? null, scope.regionId ?? null];
}

const bounds = (weeks: readonly Weeks[]) => [weeks.map(({ from }) => from), weeks.map(({ to }) => addDays(to, 6))];
