import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { AssignedCourse } from './assigned-course.js';
import { isOpen } from './counting-completion.queries.js';

/** What one person has been asked to finish. */
@Injectable()
export class MyRequirementsQueries {
  constructor(private readonly db: Database) {}

  /** Unfinished ones at a moment, the earliest due first, each with everybody who asked and why. */
  assignedTo(personId: number, now: Date): Promise<AssignedCourse[]> {
    return this.db.query<AssignedCourse>(
      `select course.id as "courseId", course.slug, v.title, v.primary_driver as driver, v.minutes, v.language,
              r.due_on as "dueOn", why.reasons
         from requirement r
         join course on course.id = r.course_id
         join course_version v on v.course_id = course.id and v.state = 'published'
         join lateral (
           select jsonb_agg(jsonb_build_object('by', maker.name, 'reason', a.reason) order by a.made_at desc, a.id desc) as reasons
             from requirement_reason rr
             join assignment a on a.id = rr.assignment_id and a.made_at <= $2
             join person maker on maker.id = a.made_by
            where rr.requirement_id = r.id) why on why.reasons is not null
        where r.person_id = $1 and ${isOpen('$2')}
        order by r.due_on, r.id`,
      [personId, now],
    );
  }
}
