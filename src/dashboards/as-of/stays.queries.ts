import { Injectable } from '@nestjs/common';
import type { Weeks } from '../../feedback/metrics/period.js';
import type { AreaPlace, UnitPlace } from '../../network/network.queries.js';
import { reachParams } from '../../network/reach-params.js';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import { addDays, type IsoDate } from '../../platform/dates.js';
import type { Stay } from './as-of.js';

export type StayingUnit = UnitPlace & { stay: Stay };
export type StayingArea = AreaPlace & { stay: Stay };

export interface StaysAsked {
  actor: Actor;
  today: IsoDate;
  /** The day whose tree is shown, and the weeks in which a place may have stood there for a part. */
  day: IsoDate;
  weeks: Weeks;
}

/**
 * The places of an area or a region on a day, and those that stood there on some day of the weeks. Whoever reaches the area
 * or region today (the controller asks that first) sees all that counted in it.
 */
@Injectable()
export class StaysQueries {
  constructor(private readonly db: Database) {}

  units(areaId: number, asked: StaysAsked): Promise<StayingUnit[]> {
    return this.db.query<StayingUnit>(
      `with stay as (
         select here.unit_id, min(lower(here.valid)) as came, max(coalesce(upper(here.valid), 'infinity')) as gone
           from unit_place here
          where here.area_id = $6 and (here.valid && daterange($7, $8) or here.valid @> $9::date)
          group by here.unit_id)
       select u.id, u.code, u.name, u.kind, u.nation, a.id as "areaId", a.code as "areaCode", a.name as "areaName",
              r.id as "regionId", r.code as "regionCode", r.name as "regionName",
              ${STAY(
                '(select f.code from unit_place b join area f on f.id = b.area_id where b.unit_id = u.id and upper(b.valid) = stay.came)',
                '(select n.code from unit_place b join area n on n.id = b.area_id where b.unit_id = u.id and lower(b.valid) = stay.gone)',
                `exists (select from unit_place now where now.unit_id = u.id and now.valid @> $5::date
                        and ($1 or now.region_id = any ($2) or now.area_id = any ($3) or now.unit_id = any ($4)))`,
                `(select v.name from unit_merger m join unit v on v.id = m.successor_id
                   where m.unit_id = u.id and stay.gone <= $9::date and m.merged_on = stay.gone - 1)`,
              )}
         from stay join unit u on u.id = stay.unit_id join area a on a.id = $6
         join lateral (select up.region_id from area_region up where up.area_id = a.id
                        order by up.valid @> $9::date desc, up.valid desc limit 1) up on true
         join region r on r.id = up.region_id
        order by u.name, u.code`,
      params(areaId, asked),
    );
  }

  areas(regionId: number, asked: StaysAsked): Promise<StayingArea[]> {
    return this.db.query<StayingArea>(
      `with stay as (
         select here.area_id, min(lower(here.valid)) as came, max(coalesce(upper(here.valid), 'infinity')) as gone
           from area_region here
          where here.region_id = $6 and (here.valid && daterange($7, $8) or here.valid @> $9::date)
          group by here.area_id)
       select a.id, a.code, a.name, r.id as "regionId", r.code as "regionCode", r.name as "regionName",
              ${STAY(
                '(select f.code from area_region b join region f on f.id = b.region_id where b.area_id = a.id and upper(b.valid) = stay.came)',
                '(select n.code from area_region b join region n on n.id = b.region_id where b.area_id = a.id and lower(b.valid) = stay.gone)',
                `exists (select from area_region now where now.area_id = a.id and now.valid @> $5::date
                        and ($1 or now.region_id = any ($2) or now.area_id = any ($3)))`,
                'null',
              )}
         from stay join area a on a.id = stay.area_id join region r on r.id = $6
        where $4::int[] is not null
        order by a.name, a.code`,
      params(regionId, asked),
    );
  }

  /** The area in which a unit stood on a day; null when it was not open. */
  areaOfUnit(unitId: number, day: IsoDate): Promise<{ code: string; name: string } | null> {
    return this.db.one(
      `select a.code, a.name from unit_place p join area a on a.id = p.area_id where p.unit_id = $1 and p.valid @> $2::date`,
      [unitId, day],
    );
  }
}

/** A place that came within the weeks, and one that had gone by the day of the page. */
const STAY = (before: string, after: string, reached: string, mergedInto: string) => `
  jsonb_build_object(
    'cameOn', case when stay.came > $7::date then stay.came end,
    'cameFrom', case when stay.came > $7::date then ${before} end,
    'leftOn', case when stay.gone <= $9::date then stay.gone end,
    'movedTo', case when stay.gone <= $9::date then ${after} end,
    'mergedInto', ${mergedInto},
    'reached', ${reached}) as stay`;

function params(placeId: number, { actor, today, day, weeks }: StaysAsked): unknown[] {
  return [...reachParams(actor.reach, today), placeId, weeks.from, addDays(weeks.to, 7), day];
}
