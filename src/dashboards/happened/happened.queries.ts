import { Injectable } from '@nestjs/common';
import { reachParams } from '../../network/reach-params.js';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';

/** A course that came out, or a change that somebody recorded at a unit of an area. */
export interface Occurred {
  kind: 'course' | 'change';
  on: IsoDate;
  /** The title of the course, or the words of who recorded the change. */
  words: string;
  /** Slug of the course, or code of the unit. */
  code: string;
  /** Of the unit; null for a course. */
  unit: string | null;
}

const MOST = 60;

/** What else happened while customers answered. */
@Injectable()
export class HappenedQueries {
  constructor(private readonly db: Database) {}

  /** Since a day, up to a moment; changes at units only for an area, whose units are few. */
  of(actor: Actor, areaId: number | null, since: IsoDate, now: Date, today: IsoDate): Promise<Occurred[]> {
    return this.db.query<Occurred>(
      `(select 'course' as kind, (min(v.published_at) at time zone 'Europe/London')::date as on,
               (array_agg(v.title order by v.published_at))[1] as words, k.slug as code, null as unit
          from course k join course_version v on v.course_id = k.id
         where k.kind = 'course' and v.published_at <= $8
         group by k.id having min(v.published_at) >= $7::date)
       union all
       (select 'change', a.happened_on, a.words, u.code, u.name
          from units_in_reach($1, $2, $3, $4, $5::date) reach
          join unit_action a on a.unit_id = reach.unit_id join unit u on u.id = a.unit_id
         where $6::int is not null and reach.area_id = $6 and a.happened_on >= $7::date and a.happened_on <= $5::date
           and a.recorded_at <= $8)
       order by 2 desc, 3 limit ${MOST}`,
      [...reachParams(actor.reach, today), areaId, since, now],
    );
  }
}
