import { Injectable } from '@nestjs/common';
import type { CampaignRow } from '../../campaigns/campaigns.queries.js';
import { reachParams } from '../../network/reach-params.js';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import { londonDate } from '../../platform/dates.js';

/** A unit in a themed week: people in post, and lessons of theme days that they finished. */
export interface WeekLessons {
  code: string;
  people: number;
  lessons: number;
}

/** How far the units of an area are with the lessons of a week that runs, going by their people and never by everybody's. */
@Injectable()
export class WeekLessonsQueries {
  constructor(private readonly db: Database) {}

  /** A lesson counts from the opening of its day on; units that the week is not for are left out. */
  ofArea(actor: Actor, areaId: number, campaign: Pick<CampaignRow, 'id'>, now: Date): Promise<WeekLessons[]> {
    return this.db.query<WeekLessons>(
      `with taking as materialized (
         select u.id, u.code
           from units_in_reach($1, $2, $3, $4, $5::date) reach
           join unit u on u.id = reach.unit_id join area a on a.id = reach.area_id join region g on g.id = reach.region_id
           join campaign w on w.id = $7 and in_audience(w.audience, u.kind, a.code, g.code)
          where reach.area_id = $6),
       day as materialized (
         select id, course_id, held_on::timestamp at time zone 'Europe/London' as opens
           from theme_day where campaign_id = $7),
       posted as materialized (
         select taking.id, taking.code, post.person_id
           from taking join in_post($5::date) post on post.unit_id = taking.id),
       finished as (
         select distinct posted.id, posted.person_id, day.id as day
           from posted cross join lateral ${SINCE_THE_FIRST} k
           join day on day.course_id = k.course_id and k.completed_at >= day.opens),
       lessons as materialized (select id, count(*)::int as n from finished group by id)
       select posted.code, count(*)::int as people, coalesce(max(lessons.n), 0) as lessons
         from posted left join lessons on lessons.id = posted.id
        group by posted.id, posted.code order by posted.code`,
      [...reachParams(actor.reach, londonDate(now)), areaId, campaign.id, now],
    );
  }
}

/** Fenced in by its offset, so that each person's completions of these days are read by their key, however long the history. */
const SINCE_THE_FIRST = `(select k.course_id, k.completed_at from completion k
                           where k.person_id = posted.person_id and k.completed_at <= $8
                             and k.completed_at >= (select min(opens) from day) offset 0)`;
