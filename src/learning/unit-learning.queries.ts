import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Database } from '../platform/database/database.js';
import { type IsoDate, londonDate } from '../platform/dates.js';

/** One person in post and one course they finished; course and date are null for somebody who has finished none. */
export interface TeamCompletion {
  personId: number;
  name: string;
  courseId: number | null;
  title: string | null;
  completedAt: Date | null;
}

/** What happened in a unit lately. */
export interface RecentCompletion {
  unitId: number;
  personId: number;
  name: string;
  courseId: number;
  title: string;
  completedAt: Date;
}

const IN_REACH = `select unit_id from units_in_reach($1, $2, $3, $4, $5::date)`;

/** Who finished what, for those who look after a unit. Units out of the actor's reach answer with nothing. */
@Injectable()
export class UnitLearningQueries {
  constructor(private readonly db: Database) {}

  /**
   * Everybody in post in a unit on the day of a moment, when it was open, with their latest completion of each course by then, by name.
   * @param today the day on which the actor has to reach the unit, that of the moment unless given
   */
  team(actor: Actor, unitId: number, moment: Date, today = londonDate(moment)): Promise<TeamCompletion[]> {
    return this.db.query<TeamCompletion>(
      `select p.person_id "personId", person.name, d.course_id "courseId", d.title, d.completed_at "completedAt"
         from in_post($8::date) p
         join person on person.id = p.person_id
         left join lateral (
              select distinct on (c.course_id) c.course_id, v.title, c.completed_at
                from completion c join course_version v on v.id = c.course_version_id
               where c.person_id = p.person_id and c.completed_at <= $7
               order by c.course_id, c.completed_at desc) d on true
        where p.unit_id = $6 and p.unit_id in (${IN_REACH})
          and exists (select from unit_place stood where stood.unit_id = p.unit_id and stood.valid @> $8::date)
        order by person.name, p.person_id, d.title`,
      [...reachOf(actor, today), unitId, moment, londonDate(moment)],
    );
  }

  /** The latest completions in some units, counted at the main posting of the day on which each happened. */
  recent(actor: Actor, unitIds: readonly number[], since: Date, now: Date, limit = 20): Promise<RecentCompletion[]> {
    return this.db.query<RecentCompletion>(
      `select p.unit_id "unitId", c.person_id "personId", person.name, c.course_id "courseId", v.title,
              c.completed_at "completedAt"
         from posting p
         join completion c on c.person_id = p.person_id and c.completed_at > $7 and c.completed_at <= $8
          and p.valid @> (c.completed_at at time zone 'Europe/London')::date
         join course_version v on v.id = c.course_version_id
         join person on person.id = c.person_id
        where p.main and p.unit_id = any ($6) and p.unit_id in (${IN_REACH})
        order by c.completed_at desc, c.id desc limit $9`,
      [...reachOf(actor, londonDate(now)), unitIds, since, now, limit],
    );
  }
}

function reachOf({ reach }: Actor, day: IsoDate): unknown[] {
  return [reach.network, reach.regionIds, reach.areaIds, reach.unitIds, day];
}
