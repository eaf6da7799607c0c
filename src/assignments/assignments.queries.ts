import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { type IsoDate, londonDate } from '../platform/dates.js';
import type { Driver } from '../platform/drivers.js';

/** Requirements of people in post in the units asked about. Overdue ones are among `asked`, not among `finished`. */
export interface Progress {
  asked: number;
  finished: number;
  overdue: number;
}

export interface AssignmentRow extends Progress {
  id: number;
  courseTitle: string;
  courseSlug: string;
  driver: Driver;
  madeBy: string;
  madeAt: Date;
  reason: string;
  dueOn: IsoDate;
  /** Units of the assignment among those asked about, and one of their names. */
  units: number;
  unitName: string | null;
  onlyBranches: boolean;
}

export interface UnitProgress extends Progress {
  code: string;
  name: string;
}

export interface PersonProgress {
  name: string;
  unitName: string;
  unitCode: string;
  dueOn: IsoDate;
  completedAt: Date | null;
}

/** What was asked and what became of it, always narrowed to the units that the actor leads (`led`), as of a moment. */
@Injectable()
export class AssignmentsQueries {
  constructor(private readonly db: Database) {}

  /** The latest first. */
  list(led: readonly number[], now: Date, limit = 100): Promise<AssignmentRow[]> {
    return this.db.query<AssignmentRow>(ASSIGNMENTS, [led, now, londonDate(now), null, limit]);
  }

  one(id: number, led: readonly number[], now: Date): Promise<AssignmentRow | null> {
    return this.db.one<AssignmentRow>(ASSIGNMENTS, [led, now, londonDate(now), id, 1]);
  }

  /** By unit, those with most left to do first. `assignmentId` null takes everything that is asked there. */
  units(assignmentId: number | null, led: readonly number[], now: Date, limit: number): Promise<UnitProgress[]> {
    return this.db.query<UnitProgress>(
      `select u.code, u.name, ${COUNTS}
         from ${REQUIRED}
         join unit u on u.id = post.unit_id
        group by u.id
        order by overdue desc, count(*) - count(*) filter (where done.id is not null) desc, u.name limit $5`,
      [led, now, londonDate(now), assignmentId, limit],
    );
  }

  total(led: readonly number[], now: Date): Promise<Progress | null> {
    return this.db.one<Progress>(`select ${COUNTS} from ${REQUIRED}`, [led, now, londonDate(now), null]);
  }

  /** Who has to and who finished, what is left first. */
  people(assignmentId: number, led: readonly number[], now: Date, limit: number): Promise<PersonProgress[]> {
    return this.db.query<PersonProgress>(
      `select person.name, u.name as "unitName", u.code as "unitCode", r.due_on as "dueOn", done.completed_at as "completedAt"
         from ${REQUIRED}
         join person on person.id = r.person_id
         join unit u on u.id = post.unit_id
        order by done.id is not null, r.due_on, u.name, person.name limit $5`,
      [led, now, londonDate(now), assignmentId, limit],
    );
  }
}

const COUNTS = `count(*) as asked, count(*) filter (where done.id is not null) as finished,
  count(*) filter (where done.id is null and r.due_on < $3::date) as overdue`;

/** People in post in the units led ($1) today ($3), and what they had finished by now ($2). */
const POST_AND_DONE = `
  join in_post($3::date) post on post.person_id = r.person_id and post.unit_id = any ($1)
  left join completion done on done.id = r.completion_id and done.completed_at <= $2`;

/** Requirements that came of one assignment, or of any ($4 null), and not of one that lies ahead. */
const REQUIRED = `
  (select * from requirement where id in (
     select why.requirement_id from requirement_reason why join assignment a on a.id = why.assignment_id
      where a.made_at <= $2 and ($4::int is null or a.id = $4))) r
  ${POST_AND_DONE}`;

/** The newest few first, then their sums: a list never adds up what it does not show. */
const ASSIGNMENTS = `
  with shown as (
    select a.* from assignment a
     where a.made_at <= $2 and ($4::int is null or a.id = $4)
       and exists (select from assignment_unit au where au.assignment_id = a.id and au.unit_id = any ($1))
     order by a.made_at desc, a.id desc limit $5),
  reached as (
    select au.assignment_id, count(*) as units, min(u.name) as name, bool_and(u.kind = 'branch') as branches
      from assignment_unit au join unit u on u.id = au.unit_id
     where au.assignment_id in (select id from shown) and au.unit_id = any ($1) group by 1),
  progress as (
    select why.assignment_id, ${COUNTS}
      from requirement_reason why join requirement r on r.id = why.requirement_id ${POST_AND_DONE}
     where why.assignment_id in (select id from shown) group by 1),
  titled as (
    select distinct on (course_id) course_id, title, primary_driver from course_version
     where published_at is not null order by course_id, number desc)
  select a.id, titled.title as "courseTitle", course.slug as "courseSlug", titled.primary_driver as driver,
         maker.name as "madeBy", a.made_at as "madeAt", a.reason, a.due_on as "dueOn",
         reached.units, reached.name as "unitName", reached.branches as "onlyBranches",
         coalesce(progress.asked, 0) as asked, coalesce(progress.finished, 0) as finished,
         coalesce(progress.overdue, 0) as overdue
    from shown a
    join course on course.id = a.course_id
    join titled on titled.course_id = a.course_id
    join person maker on maker.id = a.made_by
    join reached on reached.assignment_id = a.id
    left join progress on progress.assignment_id = a.id
   order by a.made_at desc, a.id desc`;
