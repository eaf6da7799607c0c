import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Somebody looked at what is held about a person, or took it away. */
export interface Look {
  at: Date;
  name: string;
  action: string;
}

/**
 * Looks at a person's individual results since $2 (real time): at themselves, at their team on a day on which they were in
 * it, and at an assignment that asks them. What they did themselves is not among them.
 */
const LOOKS = `
  select e.recorded_at as at, coalesce(looker.name, '–') as name, e.action
    from (select at_person.* from audit_entry at_person
           where at_person.subject_kind = 'person' and at_person.subject_id = $1::int::text
          union all
          select at_team.* from posting o
            join audit_entry at_team on at_team.subject_kind = 'unit' and at_team.subject_id = o.unit_id::text
           where o.person_id = $1::int and o.valid @> (at_team.recorded_at at time zone 'Europe/London')::date
          union all
          select at_course.* from (
            select distinct why.assignment_id::text as id from requirement r
              join requirement_reason why on why.requirement_id = r.id where r.person_id = $1::int) asked
            join audit_entry at_course on at_course.subject_kind = 'assignment' and at_course.subject_id = asked.id) e
    left join person looker on looker.id = e.actor_id
   where e.recorded_at >= $2 and e.action = any ($3) and e.actor_id is distinct from $1::int
   order by e.id desc`;

@Injectable()
export class LooksQueries {
  constructor(private readonly db: Database) {}

  latest(personId: number, since: Date, actions: readonly string[], limit: number): Promise<Look[]> {
    return this.db.query<Look>(`${LOOKS} limit $4`, [personId, since, actions, limit]);
  }

  all(personId: number, since: Date, actions: readonly string[]): AsyncGenerator<Look, void> {
    return this.db.stream<Look>(LOOKS, [personId, since, actions]);
  }
}
