import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { type IsoDate, londonDate } from '../platform/dates.js';
import { coveredFor } from '../network/cover/cover-name.queries.js';
import type { Driver } from '../platform/drivers.js';
import { finished, overdue, REQUIRED } from './required.queries.js';

/** Requirements of people in post in the units asked about, without those let off. Overdue ones are not finished. */
export interface Progress {
  asked: number;
  finished: number;
  overdue: number;
}

export interface AssignmentRow extends Progress {
  id: number;
  courseId: number;
  courseTitle: string;
  courseSlug: string;
  driver: Driver;
  madeBy: string;
  /** The manager for whom they covered; null in their own right. */
  madeFor: string | null;
  madeById: number;
  madeAt: Date;
  reason: string;
  /** With what everybody was given later. */
  dueOn: IsoDate;
  ended: 'undone' | 'withdrawn' | null;
  endedBy: string | null;
  endedFor: string | null;
  endedAt: Date | null;
  endReason: string | null;
  /** Units of people asked among those asked about, and one of their names. */
  units: number;
  unitName: string | null;
  onlyBranches: boolean;
}

export interface UnitProgress extends Progress {
  code: string;
  name: string;
}

/** What was asked and what became of it, always narrowed to the units that the actor leads (`led`), as of a moment. */
@Injectable()
export class AssignmentsQueries {
  constructor(private readonly db: Database) {}

  /** The latest first. */
  list(led: readonly number[], now: Date, limit = 100): Promise<AssignmentRow[]> {
    return this.db.query<AssignmentRow>(assignments(VISIBLE), [led, now, londonDate(now), null, limit]);
  }

  one(id: number, led: readonly number[], now: Date): Promise<AssignmentRow | null> {
    return this.db.one<AssignmentRow>(assignments(VISIBLE_ONE), [led, now, londonDate(now), id, 1]);
  }

  /** By unit, those with most left to do first. `assignmentId` null takes everything that is asked there. */
  units(assignmentId: number | null, led: readonly number[], now: Date, limit: number): Promise<UnitProgress[]> {
    return this.db.query<UnitProgress>(
      `select u.code, u.name, ${COUNTS}
         from ${REQUIRED}
         join unit u on u.id = post.unit_id
        group by u.id
        order by overdue desc, count(*) - count(*) filter (where ${finished()}) desc, u.name limit $5`,
      [led, now, londonDate(now), assignmentId, limit],
    );
  }

  total(led: readonly number[], now: Date): Promise<Progress | null> {
    return this.db.one<Progress>(`select ${COUNTS} from ${REQUIRED}`, [led, now, londonDate(now), null]);
  }
}

const COUNTS = `count(*) as asked, count(*) filter (where ${finished()}) as finished,
  count(*) filter (where ${overdue()}) as overdue`;

/** Assignments that reach into the units led: by unit, by a place above one, or by somebody who works there. */
const VISIBLE = `
  select assignment_id as id from assignment_unit where unit_id = any ($1)
  union
  select ap.assignment_id from assignment_place ap
    join unit_place place on place.valid @> $3::date and place.unit_id = any ($1)
     and (ap.network or ap.area_id = place.area_id or ap.region_id = place.region_id)
  union
  select ap.assignment_id from assignment_person ap
    join posting p on p.person_id = ap.person_id and p.valid @> $3::date and p.unit_id = any ($1)`;

const VISIBLE_ONE = `
  select $4::int as id
   where exists (select from assignment_unit au where au.assignment_id = $4 and au.unit_id = any ($1))
      or exists (select from assignment_place ap
                   join unit_place place on place.valid @> $3::date and place.unit_id = any ($1)
                    and (ap.network or ap.area_id = place.area_id or ap.region_id = place.region_id)
                  where ap.assignment_id = $4)
      or exists (select from assignment_person ap
                   join posting p on p.person_id = ap.person_id and p.valid @> $3::date and p.unit_id = any ($1)
                  where ap.assignment_id = $4)`;

/** The newest few first, then their sums: a list never adds up what it does not show. */
const assignments = (visible: string) => `
  with shown as (
    select a.* from assignment a join (${visible}) seen on seen.id = a.id
     where a.made_at <= $2 and ($4::int is null or a.id = $4)
     order by a.made_at desc, a.id desc limit $5),
  required as (
    select why.assignment_id, r.closed_how, r.closed_at, r.due_on, post.unit_id, done.id as done_id
      from requirement_reason why
      join requirement r on r.id = why.requirement_id
      join in_post($3::date) post on post.person_id = r.person_id and post.unit_id = any ($1)
      left join completion done on done.id = r.completion_id and done.completed_at <= $2
     where why.assignment_id in (select id from shown) and (why.ended_at is null or why.ended_at > $2)
       and (r.closed_how is distinct from 'waived' or r.closed_at > $2)),
  progress as (
    select r.assignment_id, count(*) as asked,
           count(*) filter (where ${finished('r.done_id')}) as finished,
           count(*) filter (where ${overdue('r.done_id')}) as overdue,
           count(distinct r.unit_id) as units, min(u.name) as name, bool_and(u.kind = 'branch') as branches
      from required r join unit u on u.id = r.unit_id group by 1),
  titled as (
    select distinct on (course_id) course_id, title, primary_driver from course_version
     where published_at is not null order by course_id, number desc)
  select a.id, a.course_id as "courseId", titled.title as "courseTitle", course.slug as "courseSlug",
         titled.primary_driver as driver, maker.name as "madeBy", ${coveredFor('a')} as "madeFor",
         a.made_by as "madeById", a.made_at as "madeAt", a.reason,
         greatest(a.due_on, (select max(x.due_on) from assignment_extension x
                              where x.assignment_id = a.id and x.everybody and x.made_at <= $2))::text as "dueOn",
         over.kind as ended, ender.name as "endedBy", ${coveredFor('over')} as "endedFor", over.ended_at as "endedAt", over.reason as "endReason",
         coalesce(progress.units, 0) as units, progress.name as "unitName",
         coalesce(progress.branches, true) as "onlyBranches",
         coalesce(progress.asked, 0) as asked, coalesce(progress.finished, 0) as finished,
         coalesce(progress.overdue, 0) as overdue
    from shown a
    join course on course.id = a.course_id
    join titled on titled.course_id = a.course_id
    join person maker on maker.id = a.made_by
    left join assignment_end over on over.assignment_id = a.id and over.ended_at <= $2
    left join person ender on ender.id = over.ended_by
    left join progress on progress.assignment_id = a.id
   order by a.made_at desc, a.id desc`;
