import { Injectable } from '@nestjs/common';
import { reachParams } from '../network/reach-params.js';
import type { Actor } from '../platform/actor.js';
import { Database } from '../platform/database/database.js';
import { type IsoDate, londonDate } from '../platform/dates.js';
import { placeOf, unitsInReport } from './units-in-report.queries.js';
import type { AreaScope } from '../feedback/rollups/place-weeks.queries.js';

/** Course completion over all full courses together. */
export interface CourseShare {
  /** Valid completions of people in post. */
  done: number;
  /** People in post times courses. */
  possible: number;
  courses: number;
  inPost: number;
  /** When it was counted, where that was not at this look. */
  countedAt?: Date;
}

/** Course completion of an area, a region or the network, within the actor's reach and as of a moment. */
@Injectable()
export class CourseShareQueries {
  constructor(private readonly db: Database) {}

  /**
   * A person counts where their main posting was on the day of the moment, once a course, while the completion is valid.
   * @param today the day on which the actor has to reach the place, that of the moment unless given
   */
  async of(
    actor: Pick<Actor, 'reach'>,
    scope: AreaScope,
    moment: Date,
    today = londonDate(moment),
  ): Promise<CourseShare> {
    const row = await this.db.one<Omit<CourseShare, 'possible'>>(
      `with posted as materialized (select post.person_id
                         from ${unitsInReport(scope)} place
                         join in_post($6::date) post on post.unit_id = place.unit_id),
            full_course as (${FULL_COURSES})
       select (select count(*)::int from full_course) as courses, (select count(*)::int from posted) as "inPost",
              (select count(*)::int
                 from (select distinct p.person_id, c.course_id
                         from posted p cross join lateral ${COMPLETIONS} c
                         join full_course on full_course.id = c.course_id
                         join course_version v on v.id = c.course_version_id
                        where ${STILL_VALID}) finished) as done`,
      [...reachParams(actor.reach, today), londonDate(moment), placeOf(scope), moment],
    );
    const { courses, inPost, done } = row ?? { courses: 0, inPost: 0, done: 0 };
    return { courses, inPost, done, possible: courses * inPost };
  }

  /** The same for units, areas or regions side by side, by id; places without anybody in post are absent. */
  async by(
    level: 'unit' | 'area' | 'region',
    actor: Pick<Actor, 'reach'>,
    scope: AreaScope,
    moment: Date,
    today: IsoDate,
  ): Promise<Map<number, CourseShare>> {
    const rows = await this.db.query<Omit<CourseShare, 'possible'> & { id: number }>(
      `with posted as materialized (select place.${level}_id as id, post.person_id
                         from ${unitsInReport(scope)} place
                         join in_post($6::date) post on post.unit_id = place.unit_id),
            full_course as (${FULL_COURSES}),
            done as (select p.id, count(distinct (p.person_id, c.course_id))::int as n
                       from posted p cross join lateral ${COMPLETIONS} c
                       join full_course on full_course.id = c.course_id
                       join course_version v on v.id = c.course_version_id
                      where ${STILL_VALID}
                      group by p.id)
       select posted.id, (select count(*)::int from full_course) as courses, count(*)::int as "inPost",
              coalesce(max(done.n), 0) as done
         from posted left join done on done.id = posted.id group by posted.id`,
      [...reachParams(actor.reach, today), londonDate(moment), placeOf(scope), moment],
    );
    return new Map(rows.map(({ id, ...share }) => [id, { ...share, possible: share.courses * share.inPost }]));
  }
}

const FULL_COURSES = `select k.id from course k
                       where k.kind = 'course' and exists (select from course_version v
                                                            where v.course_id = k.id and v.state = 'published')`;

const STILL_VALID = `(v.validity_months is null
                      or c.completed_at + make_interval(months => v.validity_months) > $8)`;

/** Fenced in by its offset, so that a person's completions are read by their key and never everybody's. */
const COMPLETIONS = `(select course_id, course_version_id, completed_at
                        from completion where person_id = p.person_id and completed_at <= $8 offset 0)`;
