import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { coveredFor } from '../../network/cover/cover-name.queries.js';
import { MAKER_ROLE } from '../messages/messages.queries.js';
import type { AssignedCourse } from './assigned-course.js';
import { isLive, isOpen } from './counting-completion.queries.js';

/** What a manager decided about a course for somebody. */
export interface Decided {
  slug: string;
  title: string;
  kind: 'waived' | 'markedComplete';
  reason: string;
  by: string;
  /** The manager for whom they covered; null in their own right. */
  byFor: string | null;
  decidedAt: Date;
}

/** What one person has been asked to finish. */
@Injectable()
export class MyRequirementsQueries {
  constructor(private readonly db: Database) {}

  /** Unfinished ones at a moment, the earliest due first, each with everybody who asked and why. */
  assignedTo(personId: number, now: Date): Promise<AssignedCourse[]> {
    return this.db.query<AssignedCourse>(
      `select course.id as "courseId", course.slug, v.title, v.primary_driver as driver, v.minutes, v.language,
              r.due_on as "dueOn", why.reasons,
              (select q.wanted_on::text from time_request q
                where q.requirement_id = r.id and q.asked_at <= $2 and q.wanted_on > r.due_on
                order by q.id desc limit 1) as "wantedOn"
         from requirement r
         join course on course.id = r.course_id
         join course_version v on v.course_id = course.id and v.state = 'published'
         join lateral (
           select jsonb_agg(jsonb_build_object('by', maker.name, 'byFor', ${coveredFor('a')}, 'role', ${MAKER_ROLE}, 'reason', a.reason)
                            order by a.made_at desc, a.id desc) as reasons
             from requirement_reason why
             join assignment a on a.id = why.assignment_id and a.made_at <= $2
             join person maker on maker.id = a.made_by
            where why.requirement_id = r.id and ${isLive('$2')}) why on why.reasons is not null
        where r.person_id = $1 and ${isOpen('$2')}
        order by r.due_on, r.id`,
      [personId, now],
    );
  }

  /** What managers decided for this person, the latest first. */
  decidedFor(personId: number, now: Date): Promise<Decided[]> {
    return this.db.query<Decided>(
      `select course.slug, v.title, d.kind, d.reason, maker.name as by, ${coveredFor('d')} as "byFor", d.made_at as "decidedAt"
         from requirement r
         join requirement_decision d on d.requirement_id = r.id and d.made_at <= $2
         join course on course.id = r.course_id
         join course_version v on v.course_id = course.id and v.state = 'published'
         join person maker on maker.id = d.made_by
        where r.person_id = $1 order by d.made_at desc`,
      [personId, now],
    );
  }
}
