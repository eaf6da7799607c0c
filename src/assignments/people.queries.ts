import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { addDays, type IsoDate, londonDate } from '../platform/dates.js';
import { finished, overdue, REQUIRED } from './required.queries.js';

export const SHOWS = ['all', 'todo', 'overdue', 'dueThisWeek', 'done'] as const;
export type Show = (typeof SHOWS)[number];

export interface PeopleFilter {
  show: Show;
  unitCode: string | null;
  courseSlug: string | null;
  assignmentId: number | null;
}

/** One person's due item, with the assignment that wants it first. */
export interface PersonProgress {
  assignmentId: number;
  personId: number;
  reference: string;
  name: string;
  unitId: number;
  unitName: string;
  unitCode: string;
  courseTitle: string;
  dueOn: IsoDate;
  completedAt: Date | null;
  /** Taken as done by a manager. */
  markedAt: Date | null;
  nudgedAt: Date | null;
  /** The date that they asked for and nobody has given yet. */
  wantedOn: IsoDate | null;
}

/** Who has to finish what, in the units that the actor leads (`led`), as of a moment: what is left first. */
@Injectable()
export class PeopleQueries {
  constructor(private readonly db: Database) {}

  people(
    filter: PeopleFilter,
    led: readonly number[],
    now: Date,
    limit: number,
    offset = 0,
  ): Promise<PersonProgress[]> {
    return this.db.query<PersonProgress>(`${people(filter.show)} limit $8 offset $9`, [
      ...params(filter, led, now),
      limit,
      offset,
    ]);
  }

  async count(filter: PeopleFilter, led: readonly number[], now: Date): Promise<number> {
    const row = await this.db.one<{ n: number }>(`select count(*) as n ${from(filter.show)}`, params(filter, led, now));
    return row?.n ?? 0;
  }

  /** All of them, for a file. */
  stream(filter: PeopleFilter, led: readonly number[], now: Date): AsyncIterable<PersonProgress> {
    return this.db.stream<PersonProgress>(people(filter.show), params(filter, led, now));
  }
}

function params({ unitCode, courseSlug, assignmentId }: PeopleFilter, led: readonly number[], now: Date): unknown[] {
  const today = londonDate(now);
  return [led, now, today, assignmentId, unitCode, courseSlug, addDays(today, 6)];
}

const SHOWN: Record<Show, string> = {
  all: 'true',
  todo: `not ${finished()}`,
  overdue: overdue(),
  dueThisWeek: `not ${finished()} and r.due_on between $3::date and $7::date`,
  done: finished(),
};

const from = (show: Show) => `
  from ${REQUIRED}
  join unit u on u.id = post.unit_id
  join course on course.id = r.course_id
 where ($5::text is null or u.code = $5) and ($6::text is null or course.slug = $6) and $7::date is not null
   and ${SHOWN[show]}`;

const people = (show: Show) => `
  select asks.id as "assignmentId", r.person_id as "personId", person.reference, person.name, u.id as "unitId",
         u.name as "unitName", u.code as "unitCode", titled.title as "courseTitle", r.due_on::text as "dueOn", done.completed_at as "completedAt",
         case when r.closed_how = 'markedComplete' and r.closed_at <= $2 then r.closed_at end as "markedAt",
         (select max(n.made_at) from assignment_nudge n join assignment_nudge_person np on np.nudge_id = n.id
           where n.assignment_id = asks.id and np.person_id = r.person_id and n.made_at <= $2) as "nudgedAt",
         (select q.wanted_on::text from time_request q
           where q.requirement_id = r.id and q.asked_at <= $2 and q.wanted_on > r.due_on and done.id is null
           order by q.id desc limit 1) as "wantedOn"
  ${from(show).replace(
    'join unit u',
    `join person on person.id = r.person_id
     join lateral (
       select a.id from requirement_reason why join assignment a on a.id = why.assignment_id
        where why.requirement_id = r.id and a.made_at <= $2 and ($4::int is null or a.id = $4)
          and (why.ended_at is null or why.ended_at > $2)
        order by coalesce(why.due_on, a.due_on), a.id limit 1) asks on true
     join lateral (select title from course_version v where v.course_id = r.course_id and v.published_at is not null
                    order by number desc limit 1) titled on true
     join unit u`,
  )}
  order by ${finished()}, r.due_on, u.name, person.name, r.id`;
