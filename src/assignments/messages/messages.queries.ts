import { Injectable } from '@nestjs/common';
import { coveredFor, coveredRole } from '../../network/cover/cover-name.queries.js';
import type { Role } from '../../platform/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import { isAway, isLive, isOpen } from '../requirements/counting-completion.queries.js';

/** Somebody to tell, with everything that the message says. */
export interface Told {
  assignmentId: number;
  requirementId: number;
  personId: number;
  dueOn: IsoDate;
  title: string;
  slug: string;
  by: string;
  /** The manager for whom they covered; null in their own right. */
  byFor: string | null;
  role: Role | null;
  reason: string;
  madeBy: number;
  /** When they came under the assignment: the moment it was made, or the day on which they joined. */
  toldFrom: Date;
}

/** People of one assignment who are still not done so many days after their date. */
export interface Late {
  assignmentId: number;
  madeBy: number;
  title: string;
  dueOn: IsoDate;
  people: number;
}

/** Above this many rows a list is read in parts. */
export const PART = 5_000;

/** Whom to tell, read inside the transaction that plans it. Parts follow each other by requirement. */
@Injectable()
export class MessagesQueries {
  /** Those who came under the assignments today: everybody of a new one, joiners of an older one. */
  newlyAsked(tx: Tx, assignmentIds: readonly number[], today: IsoDate, after: number): Promise<Told[]> {
    return tx.query<Told>(
      `${TOLD}
        where why.assignment_id = any ($2) and why.ended_at is null and ${isOpen('$1')}
          and coalesce(why.since, ${MADE_ON}) = $3::date and r.id > $4
        order by r.id fetch first ${PART} rows with ties`,
      [tx.now, assignmentIds, today, after],
    );
  }

  /** These people of one assignment, or everybody (null), who still have to finish it. */
  stillToDo(tx: Tx, assignmentId: number, personIds: readonly number[] | null, after: number): Promise<Told[]> {
    return tx.query<Told>(
      `${TOLD}
        where why.assignment_id = $2 and ($3::int[] is null or r.person_id = any ($3))
          and ${isLive('$1')} and ${isOpen('$1')} and r.id > $4
        order by r.id limit ${PART}`,
      [tx.now, assignmentId, personIds, after],
    );
  }

  /** Those for whom the assignment's end was the end of what they had to do, or of one reason for it. */
  endedFor(tx: Tx, assignmentId: number, after: number): Promise<Told[]> {
    return tx.query<Told>(
      `${TOLD}
         join assignment_end e on e.assignment_id = a.id and e.ended_at = why.ended_at
        where why.assignment_id = $1 and r.closed_how = 'ended' and r.completion_id is null and r.id > $2
        order by r.id limit ${PART}`,
      [assignmentId, after],
    );
  }

  /** One requirement, in the name of whoever wanted it first; whatever has become of it. */
  requirement(tx: Tx, requirementId: number): Promise<Told[]> {
    return tx.query<Told>(
      `${TOLD} where r.id = $1 and ${isLive('$2')} order by coalesce(why.due_on, a.due_on), a.id limit 1`,
      [requirementId, tx.now],
    );
  }

  /**
   * Unfinished requirements due on these days, each once, in the name of whoever wants it first. People away on `today`
   * hear nothing.
   */
  dueOn(
    tx: Tx,
    days: readonly IsoDate[],
    today: IsoDate,
    assignmentIds: readonly number[] | null,
    after: number,
  ): Promise<Told[]> {
    return tx.query<Told>(
      `with due as (
         select r.id, (select why.assignment_id
                         from requirement_reason why join assignment a on a.id = why.assignment_id and a.made_at <= $1
                        where why.requirement_id = r.id and ${isLive('$1')}
                        order by coalesce(why.due_on, a.due_on), a.id limit 1) as assignment_id
           from requirement r
          where r.due_on = any ($2::date[]) and ${isOpen('$1')} and r.id > $5
            and ($4::int[] is null or exists (select from requirement_reason mine
                                               where mine.requirement_id = r.id and mine.assignment_id = any ($4)))
            and not ${isAway('r.person_id', '$3')}
          order by r.id limit ${PART})
       ${TOLD} join due on due.id = r.id and due.assignment_id = a.id order by r.id`,
      [tx.now, days, today, assignmentIds, after],
    );
  }

  /** How many were due on a day and still are not done, by the assignment that wants it first. */
  late(tx: Tx, dueOn: IsoDate, today: IsoDate): Promise<Late[]> {
    return tx.query<Late>(
      `with late as (
         select distinct on (r.id) why.assignment_id
           from requirement r
           join requirement_reason why on why.requirement_id = r.id and ${isLive('$1')}
           join assignment a on a.id = why.assignment_id and a.made_at <= $1
          where r.due_on = $2::date and ${isOpen('$1')} and not ${isAway('r.person_id', '$3')}
          order by r.id, coalesce(why.due_on, a.due_on), a.id)
       select a.id as "assignmentId", a.made_by as "madeBy", titled.title, $2::date::text as "dueOn", count(*) as people
         from late join assignment a on a.id = late.assignment_id ${TITLED}
        group by a.id, titled.title order by a.id`,
      [tx.now, dueOn, today],
    );
  }
}

const MADE_ON = `(a.made_at at time zone 'Europe/London')::date`;

const TITLED = `
  join lateral (select title from course_version v where v.course_id = a.course_id and v.published_at is not null
                 order by number desc limit 1) titled on true`;

/**
 * What somebody is to a person who is asked: the role they covered in, or else their highest post in the line on the day;
 * a colleague's is not said.
 */
export const MAKER_ROLE = `coalesce(${coveredRole('a')}, (
  select post.role from posting post
   where post.person_id = a.made_by and post.valid @> ${MADE_ON} and post.role not in ('staff', 'guest', 'champion')
   order by post.main desc, post.id limit 1))`;

const TOLD = `
  select why.assignment_id as "assignmentId", r.id as "requirementId", r.person_id as "personId", r.due_on::text as "dueOn",
         titled.title, course.slug, maker.name as by, ${coveredFor('a')} as "byFor",
         ${MAKER_ROLE} as role, a.reason, a.made_by as "madeBy",
         case when why.since is null then a.made_at else why.since::timestamp at time zone 'Europe/London' end as "toldFrom"
    from requirement r
    join requirement_reason why on why.requirement_id = r.id
    join assignment a on a.id = why.assignment_id
    join course on course.id = a.course_id
    join person maker on maker.id = a.made_by ${TITLED}`;
