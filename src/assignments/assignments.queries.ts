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
    return this.db.query<AssignmentRow>(`${ASSIGNMENTS} order by a.made_at desc, a.id desc limit $4`, [
      led,
      now,
      londonDate(now),
      limit,
    ]);
  }

  one(id: number, led: readonly number[], now: Date): Promise<AssignmentRow | null> {
    return this.db.one<AssignmentRow>(`${ASSIGNMENTS} and a.id = $4`, [led, now, londonDate(now), id]);
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

/** Requirements, of one assignment or of all ($4), of people in post in the units led ($1), with what was done by $2. */
const REQUIRED = `
  requirement r
  join in_post($3::date) post on post.person_id = r.person_id and post.unit_id = any ($1)
  join lateral (select from requirement_reason why join assignment a on a.id = why.assignment_id
                 where why.requirement_id = r.id and a.made_at <= $2 and ($4::int is null or a.id = $4) limit 1) asked on true
  left join completion done on done.id = r.completion_id and done.completed_at <= $2`;

const COUNTS = `count(*) as asked, count(*) filter (where done.id is not null) as finished,
  count(*) filter (where done.id is null and r.due_on < $3::date) as overdue`;

const ASSIGNMENTS = `
  select a.id, v.title as "courseTitle", course.slug as "courseSlug", v.primary_driver as driver, maker.name as "madeBy",
         a.made_at as "madeAt", a.reason, a.due_on as "dueOn", reached.units, reached.name as "unitName", reached.branches as "onlyBranches",
         progress.asked, progress.finished, progress.overdue
    from assignment a
    join course on course.id = a.course_id
    join person maker on maker.id = a.made_by
    join lateral (select title, primary_driver from course_version where course_id = course.id and published_at is not null
                   order by number desc limit 1) v on true
    join lateral (select count(*) as units, min(u.name) as name, bool_and(u.kind = 'branch') as branches from assignment_unit au join unit u on u.id = au.unit_id
                   where au.assignment_id = a.id and au.unit_id = any ($1)) reached on reached.units > 0
    cross join lateral (
      select ${COUNTS} from requirement_reason why
        join requirement r on r.id = why.requirement_id
        join in_post($3::date) post on post.person_id = r.person_id and post.unit_id = any ($1)
        left join completion done on done.id = r.completion_id and done.completed_at <= $2
       where why.assignment_id = a.id) progress
   where a.made_at <= $2`;
