import { Injectable } from '@nestjs/common';
import type { PartWayCount } from '../../courses/studio/publishing/course-learners.service.js';
import { Database } from '../../platform/database/database.js';
import { londonDate } from '../../platform/dates.js';

/** How many people are in the middle of which version; nobody is named. */
@Injectable()
export class PartWayQueries {
  constructor(private readonly db: Database) {}

  /** People in post today who have begun a version of the course and neither finished it nor gone on in a newer one. */
  of(courseId: number, now: Date): Promise<PartWayCount[]> {
    return this.db.query<PartWayCount>(
      `select v.number, count(*)::int people
         from course_version v join enrolment e on e.course_version_id = v.id
        where v.course_id = $1 and e.started_at <= $2 and e.continued_in is null
          and not exists (select from completion c where c.person_id = e.person_id and c.course_version_id = v.id
                             and c.completed_at <= $2)
          and e.person_id in (select person_id from in_post($3))
        group by v.number order by v.number desc`,
      [courseId, now, londonDate(now)],
    );
  }
}
