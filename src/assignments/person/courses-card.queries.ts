import { Injectable } from '@nestjs/common';
import { reachParams } from '../../network/reach-params.js';
import type { Reach } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { type IsoDate, londonDate } from '../../platform/dates.js';
import { isAway, isLive, isOpen } from '../requirements/counting-completion.queries.js';

/** A course that somebody was asked to finish, with the assignment that wants it first. */
export interface AskedCourse {
  assignmentId: number;
  title: string;
  dueOn: IsoDate;
  completedAt: Date | null;
  settled: 'waived' | 'markedComplete' | null;
  onLeave: boolean;
}

/** A due date that would be another one. */
export interface MovedDate {
  title: string;
  was: IsoDate;
  now: IsoDate;
}

const MOST = 20;

/** What one person was asked, for the page about them. */
@Injectable()
export class CoursesCardQueries {
  constructor(private readonly db: Database) {}

  /** Of somebody whose main posting lies within the reach today: what is open first, then the latest. */
  asked(reach: Reach, personId: number, now: Date): Promise<AskedCourse[]> {
    return this.db.query<AskedCourse>(
      `select why.id as "assignmentId", v.title, r.due_on as "dueOn", done.completed_at as "completedAt",
              case when r.closed_how in ('waived', 'markedComplete') and r.closed_at <= $7 then r.closed_how end as settled,
              ${isAway('r.person_id', '$5')} as "onLeave"
         from posting p
         join units_in_reach($1, $2, $3, $4, $5::date) place on place.unit_id = p.unit_id
         join requirement r on r.person_id = p.person_id
         join course_version v on v.course_id = r.course_id and v.state = 'published'
         join lateral (
           select a.id from requirement_reason why join assignment a on a.id = why.assignment_id and a.made_at <= $7
            where why.requirement_id = r.id and ${isLive('$7')} order by coalesce(why.due_on, a.due_on), a.id limit 1) why on true
         left join completion done on done.id = r.completion_id and done.completed_at <= $7
        where p.person_id = $6 and p.main and p.valid @> $5::date
        order by ${isOpen('$7')} desc, case when ${isOpen('$7')} then r.due_on end, r.due_on desc, r.id limit ${MOST}`,
      [...reachParams(reach, londonDate(now)), personId, now],
    );
  }

  /** Open due dates of a person that differ from what extensions and leave make of them. */
  moved(tx: Tx, personId: number): Promise<MovedDate[]> {
    return tx.query<MovedDate>(
      `select v.title, r.due_on::text as was, dated.now::text as now
         from requirement r
         join course_version v on v.course_id = r.course_id and v.state = 'published'
         join lateral (select min(reason_due(why.assignment_id, r.person_id, why.since)) as now
                         from requirement_reason why where why.requirement_id = r.id and why.ended_at is null) dated on true
        where r.person_id = $1 and ${isOpen('$2')} and dated.now <> r.due_on
        order by r.due_on, v.title`,
      [personId, tx.now],
    );
  }
}
