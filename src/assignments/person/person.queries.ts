import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type IsoDate, londonDate } from '../../platform/dates.js';
import { coveredFor } from '../../network/cover/cover-name.queries.js';
import { isAway, isLive } from '../requirements/counting-completion.queries.js';

/** One person under one assignment. */
export interface PersonUnder {
  requirementId: number;
  personId: number;
  reference: string;
  name: string;
  unitName: string;
  unitCode: string;
  dueOn: IsoDate;
  completedAt: Date | null;
  settled: 'waived' | 'markedComplete' | null;
  onLeave: boolean;
  nudgedAt: Date | null;
  /** The date that they asked for and nobody has given yet, with their words. */
  wantedOn: IsoDate | null;
  wantedWords: string | null;
}

export type DeedKind = 'extended' | 'nudged' | 'askedForTime' | 'waived' | 'markedComplete';

/** Something that happened between a manager and somebody about what was asked. */
export interface Deed {
  kind: DeedKind;
  at: Date;
  by: string;
  /** The manager for whom they covered; null in their own right. */
  byFor: string | null;
  /** The new or the wanted date. */
  day: IsoDate | null;
  words: string | null;
}

@Injectable()
export class PersonQueries {
  constructor(private readonly db: Database) {}

  /** Null for somebody whom the assignment does not ask, or whom the actor does not lead. */
  one(assignmentId: number, reference: string, led: readonly number[], now: Date): Promise<PersonUnder | null> {
    return this.db.one<PersonUnder>(
      `select r.id as "requirementId", r.person_id as "personId", person.reference, person.name, u.name as "unitName", u.code as "unitCode",
              r.due_on::text as "dueOn", done.completed_at as "completedAt",
              case when r.closed_how in ('waived', 'markedComplete') and r.closed_at <= $3 then r.closed_how end as settled,
              ${isAway('r.person_id', '$4')} as "onLeave",
              (select max(n.made_at) from assignment_nudge n join assignment_nudge_person np on np.nudge_id = n.id
                where n.assignment_id = $1 and np.person_id = r.person_id and n.made_at <= $3) as "nudgedAt",
              wish.wanted_on::text as "wantedOn", wish.words as "wantedWords"
         from requirement_reason why
         join requirement r on r.id = why.requirement_id
         join person on person.id = r.person_id and person.reference = $5
         join posting p on p.person_id = r.person_id and p.main and p.valid @> $4::date and p.unit_id = any ($2)
         join unit u on u.id = p.unit_id
         left join completion done on done.id = r.completion_id and done.completed_at <= $3
         left join lateral (
           select q.wanted_on, q.words from time_request q
            where q.requirement_id = r.id and q.asked_at <= $3 and q.wanted_on > r.due_on and done.id is null
            order by q.id desc limit 1) wish on true
        where why.assignment_id = $1 and ${isLive('$3')}
        order by r.period desc limit 1`,
      [assignmentId, led, now, londonDate(now), reference],
    );
  }

  /** The latest first. */
  deeds(assignmentId: number, requirementId: number, now: Date): Promise<Deed[]> {
    return this.db.query<Deed>(
      `select deed.kind, deed.at, maker.name as by, ${coveredFor('deed')} as "byFor", deed.day::text, deed.words
         from requirement r
         cross join lateral (
           select 'extended' as kind, x.made_at as at, x.made_by as by, x.due_on as day, null as words, x.cover_id
             from assignment_extension x
            where x.assignment_id = $1
              and (x.everybody or exists (select from assignment_extension_person xp
                                           where xp.extension_id = x.id and xp.person_id = r.person_id))
           union all
           select 'nudged', n.made_at, n.made_by, null, null, n.cover_id
             from assignment_nudge n join assignment_nudge_person np on np.nudge_id = n.id and np.person_id = r.person_id
            where n.assignment_id = $1
           union all
           select 'askedForTime', q.asked_at, r.person_id, q.wanted_on, q.words, null
             from time_request q where q.requirement_id = r.id
           union all
           select d.kind, d.made_at, d.made_by, null, d.reason, d.cover_id from requirement_decision d where d.requirement_id = r.id) deed
         join person maker on maker.id = deed.by
        where r.id = $2 and deed.at <= $3 order by deed.at desc limit 50`,
      [assignmentId, requirementId, now],
    );
  }
}
