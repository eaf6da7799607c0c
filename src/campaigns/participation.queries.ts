import { Injectable } from '@nestjs/common';
import { reachParams } from '../network/reach-params.js';
import type { Reach } from '../platform/actor.js';
import { Database } from '../platform/database/database.js';
import { endOfLondonDay, type IsoDate } from '../platform/dates.js';
import type { CampaignRow } from './campaigns.queries.js';
import { lastOpenDay } from './opening.js';

/** Counts for the whole network so far; a published aggregate. */
export interface NetworkParticipation {
  branchesJoined: number;
  lessonsDone: number;
  pledgesMade: number;
}

/** How one unit stands. `people` are those in post today; `took` those of them who did or pledged anything. */
export interface UnitParticipation {
  unitName: string;
  kind: string;
  people: number;
  took: number;
  /** By theme day: how many of `people` finished its lesson. */
  done: { heldOn: IsoDate; people: number }[];
}

export interface ReachParticipation {
  units: number;
  joined: number;
}

export type PlaceLevel = 'region' | 'area' | 'unit';

export interface PlaceParticipation extends ReachParticipation {
  code: string;
  name: string;
  people: number;
  took: number;
  lessons: number;
  pledges: number;
}

/**
 * Who takes part in a week. A lesson counts when the day's course was finished between the day's opening and the end of
 * the fortnight after the week; nothing counts that the clock has not reached.
 */
@Injectable()
export class ParticipationQueries {
  constructor(private readonly db: Database) {}

  async network(campaign: CampaignRow, now: Date): Promise<NetworkParticipation> {
    const row = await this.db.one<NetworkParticipation>(
      `with ${DEEDS}
       select count(distinct u.id)::int "branchesJoined",
              count(*) filter (where deed.kind = 'lesson')::int "lessonsDone",
              count(*) filter (where deed.kind = 'pledge')::int "pledgesMade"
         from deed left join unit u on u.id = deed.unit_id and u.kind in ('branch', 'paymentPoint')`,
      countedIn(campaign, now),
    );
    return row ?? { branchesJoined: 0, lessonsDone: 0, pledgesMade: 0 };
  }

  /** Goes by the people of the unit, so that it costs the same however many take part elsewhere. */
  unit(campaign: CampaignRow, unitId: number, today: IsoDate, now: Date): Promise<UnitParticipation | null> {
    return this.db.one<UnitParticipation>(UNIT, [...countedIn(campaign, now), today, unitId]);
  }

  /** How many units of a manager's reach have joined. */
  async reach(campaign: CampaignRow, reach: Reach, today: IsoDate, now: Date): Promise<ReachParticipation> {
    const row = await this.db.one<ReachParticipation>(
      `with ${DEEDS}
       select count(*)::int units,
              count(*) filter (where r.unit_id in (select unit_id from deed))::int joined
         from units_in_reach($4, $5, $6, $7, $8) r where ${WANTED}`,
      [...countedIn(campaign, now), ...reachParams(reach, today)],
    );
    return row ?? { units: 0, joined: 0 };
  }

  /**
   * The same for each region, area or unit of the reach, by name. Units and people count where they stood on `day`; lessons
   * and pledges where they happened, so a place that has moved or closed since is there with what it did.
   */
  byPlace(
    campaign: CampaignRow,
    reach: Reach,
    level: PlaceLevel,
    { day, now }: { day: IsoDate; now: Date },
  ): Promise<PlaceParticipation[]> {
    return this.db.query<PlaceParticipation>(
      `with ${DEEDS},
       happened as (
         select p.${level}_id as id, count(*) filter (where deed.kind = 'lesson') lessons,
                count(*) filter (where deed.kind = 'pledge') pledges
           from deed join unit_place p on p.unit_id = deed.unit_id and p.valid @> deed.day
          where $4 or p.region_id = any ($5) or p.area_id = any ($6) or p.unit_id = any ($7)
          group by 1),
       team as (
         select p.unit_id, count(*) people, count(doer.person_id) took
           from in_post($8::date) p left join (select distinct person_id from deed) doer on doer.person_id = p.person_id
          group by p.unit_id),
       stood as (
         select r.${level}_id as id, count(*) units,
                count(*) filter (where r.unit_id in (select unit_id from deed)) joined,
                sum(team.people) people, sum(team.took) took
           from units_in_reach($4, $5, $6, $7, $8) r left join team on team.unit_id = r.unit_id
          where ${WANTED}
          group by 1)
       select place.code, place.name, coalesce(stood.units, 0)::int units, coalesce(stood.joined, 0)::int joined,
              coalesce(stood.people, 0)::int people, coalesce(stood.took, 0)::int took,
              coalesce(happened.lessons, 0)::int lessons, coalesce(happened.pledges, 0)::int pledges
         from stood full join happened on happened.id = stood.id
         join ${level} place on place.id = coalesce(stood.id, happened.id)
        order by place.name, place.code`,
      [...countedIn(campaign, now), ...reachParams(reach, day)],
    );
  }

  /** What colleagues of a unit promised on a day, the newest first, without names. */
  async wall(themeDayId: number, unitId: number, now: Date): Promise<string[]> {
    const rows = await this.db.query<{ words: string }>(
      `select words from pledge where theme_day_id = $1 and unit_id = $2 and made_at <= $3 and words <> '–' order by id desc limit 60`,
      [themeDayId, unitId, now],
    );
    return rows.map((row) => row.words);
  }
}

/** The unit `r` of somebody's reach is one that the week is for. */
const WANTED = `
  case when (select audience from campaign where id = $1) is null then true
       else exists (select from campaign w join unit u on u.id = r.unit_id join area a on a.id = r.area_id
                      join region g on g.id = r.region_id
                     where w.id = $1 and in_audience(w.audience, u.kind, a.code, g.code)) end`;

/** The parameters $1 to $3 of `DEEDS`. */
function countedIn(campaign: Pick<CampaignRow, 'id' | 'startsOn' | 'endsOn'>, now: Date): unknown[] {
  return [campaign.id, now, endOfLondonDay(lastOpenDay(campaign))];
}

/**
 * One row a person and theme day for the lesson, one for the pledge, with the unit of their main posting on the day it
 * happened: who was posted over an area or a region is in no unit, and in no count of units. Of a week with an audience only
 * its units count: others may take the same course, but not for the week.
 */
const DEEDS = `
  outside as materialized (
    select p.unit_id from campaign w join unit_place p on p.valid @> w.starts_on
      join unit u on u.id = p.unit_id join area a on a.id = p.area_id join region g on g.id = p.region_id
     where w.id = $1 and w.audience is not null and not in_audience(w.audience, u.kind, a.code, g.code)),
  done as (
    select distinct on (d.id, k.person_id) 'lesson' kind, d.held_on, k.person_id,
           (k.completed_at at time zone 'Europe/London')::date as day
      from theme_day d
      join completion k on k.course_id = d.course_id
       and k.completed_at >= d.held_on::timestamp at time zone 'Europe/London'
       and k.completed_at <= least($2::timestamptz, $3::timestamptz)
     where d.campaign_id = $1
     order by d.id, k.person_id, k.completed_at),
  deed as (
    select done.*, post.unit_id
      from (select * from done
            union all
            select 'pledge', d.held_on, p.person_id, (p.made_at at time zone 'Europe/London')::date
              from theme_day d join pledge p on p.theme_day_id = d.id and p.made_at <= $2
             where d.campaign_id = $1) done
      join posting post on post.person_id = done.person_id and post.main and post.unit_id is not null
       and post.valid @> done.day
     where done.kind = 'pledge' or not exists (select from outside where outside.unit_id = post.unit_id))`;

const UNIT = `
  with post as (select person_id from in_post($4) where unit_id = $5),
  stood as (
    select post.person_id, d.held_on,
           exists (select from completion k
                    where k.person_id = post.person_id and k.course_id = d.course_id
                      and k.completed_at >= d.held_on::timestamp at time zone 'Europe/London'
                      and k.completed_at <= least($2::timestamptz, $3::timestamptz)) done,
           exists (select from pledge p
                    where p.person_id = post.person_id and p.theme_day_id = d.id and p.made_at <= $2) pledged
      from post cross join theme_day d where d.campaign_id = $1),
  finished as (select held_on, count(*)::int people from stood where done group by held_on)
  select u.name "unitName", u.kind, (select count(*)::int from post) people,
         (select count(distinct person_id)::int from stood where done or pledged) took,
         (select coalesce(jsonb_agg(jsonb_build_object('heldOn', held_on, 'people', people) order by held_on), '[]')
            from finished) done
    from unit u where u.id = $5`;
