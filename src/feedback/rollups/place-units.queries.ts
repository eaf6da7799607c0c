import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import { addDays, type IsoDate } from '../../platform/dates.js';
import { COUNT_COLUMNS, type CountRow, type Counts, countsOf } from '../metrics/counts.js';
import type { Weeks } from '../metrics/period.js';
import { before, startOf } from './answer-places.queries.js';
import { countingSums } from './counting-sql.js';

export interface UnitsAsked {
  actor: Pick<Actor, 'reach'>;
  areaId: number;
  /** The day on which the actor has to reach the area. */
  today: IsoDate;
}

/**
 * What customers said of each unit of an area, on the days on which it stood there: what `area_day` adds up to, unit by unit.
 * A unit that came or left in between is there with its part, so an area is always the sum of these.
 */
@Injectable()
export class PlaceUnitsQueries {
  constructor(private readonly db: Database) {}

  /** Sums over stretches of weeks that do not overlap; a unit without answers in any of them is absent. */
  async sums<Name extends string>(
    asked: UnitsAsked,
    stretches: Partial<Record<Name, Weeks>>,
  ): Promise<Map<number, Partial<Record<Name, Counts>>>> {
    const named = Object.entries(stretches) as [Name, Weeks][];
    const found = new Map<number, Partial<Record<Name, Counts>>>();
    if (named.length === 0) return found;
    const rows = await this.db.query<CountRow & { id: number; name: Name }>(SUMS, [
      ...params(asked),
      named.map(([name]) => name),
      named.map(([, { from }]) => from),
      named.map(([, { to }]) => addDays(to, 7)),
    ]);
    for (const row of rows)
      found.set(row.id, { ...found.get(row.id), [row.name]: countsOf(row) } as Partial<Record<Name, Counts>>);
    return found;
  }
}

const COUNTS = COUNT_COLUMNS.join(', ');

const ADDED = COUNT_COLUMNS.map((column) => `sum(${column})::int as ${column}`).join(', ');

/** The first Monday on or after a day. */
const MONDAY_FROM = (day: string) => `(${day} + (8 - extract(isodow from ${day})::int) % 7)`;
/** The last Monday on or before a day. */
const MONDAY_TO = (day: string) => `(${day} - (extract(isodow from ${day})::int - 1))`;

/**
 * Whole quarters come from `unit_quarter` and the weeks before and after these from `unit_week`, added up stay by stay, so that
 * a year is some sixteen rows of each unit and never sorted. Only the week in the middle of which a unit came or left is
 * counted from its answers: `edge` holds the days before the first whole week of a stay and those after the last.
 */
const SUMS = `
  with area as (
    select $1::int as id
     where $2 or $1 = any ($3) or exists (select from area_region ar where ar.area_id = $1 and ar.valid @> $5::date
                                             and ar.region_id = any ($4))),
  stay as (
    select place.unit_id, span.name, greatest(lower(place.valid), span.first) as came,
           least(upper(place.valid), span.over) as gone
      from area join answer_place place on place.area_id = area.id
      join unnest($6::text[], $7::date[], $8::date[]) span (name, first, over)
        on place.valid && daterange(span.first, span.over)),
  week as (select *, ${MONDAY_FROM('came')} as first, ${MONDAY_TO('gone')} as over from stay),
  quarter as (
    select *, case when holds then whole_from else over end as from_on, case when holds then whole_to else over end as to_on
      from week cross join lateral (
        select quarter_of(first + 90) as whole_from, quarter_of(over) as whole_to,
               quarter_of(first + 90) < quarter_of(over) as holds) q),
  edge as (
    select unit_id, name, came as first, least(first, gone) as over from week where came < first
    union all
    select unit_id, name, over, gone from week where over < gone and over >= first),
  counted as (
    select it.unit_id, it.name, whole.*
      from quarter it cross join lateral (
        select ${ADDED} from (
          select ${COUNTS} from unit_quarter q
           where q.unit_id = it.unit_id and q.starts_on >= it.from_on and q.starts_on < it.to_on
          union all
          select ${COUNTS} from unit_week w where w.unit_id = it.unit_id and w.week >= it.first and w.week < it.from_on
          union all
          select ${COUNTS} from unit_week w where w.unit_id = it.unit_id and w.week >= it.to_on and w.week < it.over) part) whole
     where whole.responses is not null
    union all
    select edge.unit_id, edge.name, ${countingSums('r', '1')}
      from edge join survey_response r on r.unit_id = edge.unit_id
       and r.answered_at >= ${startOf('edge.first')} and r.answered_at < ${before('edge.over')}
     group by edge.unit_id, edge.name)
  select unit_id as id, name, ${ADDED} from counted group by unit_id, name`;

function params({ actor: { reach }, areaId, today }: UnitsAsked): unknown[] {
  return [areaId, reach.network, reach.areaIds, reach.regionIds, today];
}
