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
      `select u.code, count(*)::int as people, coalesce(sum(finished.lessons), 0)::int as lessons
         from units_in_reach($1, $2, $3, $4, $5::date) reach
         join unit u on u.id = reach.unit_id join area a on a.id = reach.area_id join region g on g.id = reach.region_id
         join campaign w on w.id = $7 and in_audience(w.audience, u.kind, a.code, g.code)
         join in_post($5::date) post on post.unit_id = reach.unit_id
         cross join lateral (
           select count(distinct d.id) as lessons
             from theme_day d join completion k on k.course_id = d.course_id
            where d.campaign_id = $7 and k.person_id = post.person_id and k.completed_at <= $8
              and k.completed_at >= d.held_on::timestamp at time zone 'Europe/London' offset 0) finished
        where reach.area_id = $6
        group by u.id order by u.code`,
      [...reachParams(actor.reach, londonDate(now)), areaId, campaign.id, now],
    );
  }
}
