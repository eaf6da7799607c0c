import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { type Driver, DRIVERS } from '../platform/drivers.js';

/** A course that somebody has begun and not finished, in the version they are in. */
export interface UnderWay {
  courseId: number;
  slug: string;
  title: string;
  driver: Driver;
  minutes: number;
  language: 'en' | 'cy';
  /** The step they are at, from 1, out of `steps`: the lessons, then the quiz when there is one. */
  step: number;
  steps: number;
  movedAt: Date;
}

/** One completion, as a record keeps it. */
export interface Finished {
  completionId: number;
  courseId: number;
  slug: string;
  title: string;
  driver: Driver;
  language: 'en' | 'cy';
  /** The number of the version that was finished. */
  version: number;
  completedAt: Date;
  /** Until when it counts; null for good. */
  validUntil: Date | null;
  /** The best attempt at the quiz of that version, in percent; null without a quiz. */
  scorePercent: number | null;
}

export interface DriverProgress {
  driver: Driver;
  done: number;
  of: number;
}

/** Whether a completion still counts: `c` a completion, `v` its version, `$2` now. */
const VALID = `(v.validity_months is null or c.completed_at + make_interval(months => v.validity_months) > $2)`;

/** One person's own learning. Nothing later than `now` is seen. */
@Injectable()
export class MyLearningQueries {
  constructor(private readonly db: Database) {}

  /** What was begun and not finished, the latest first; the courses given, or all. */
  underWay(personId: number, now: Date, courseIds: readonly number[] | null = null): Promise<UnderWay[]> {
    return this.db.query<UnderWay>(
      `select v.course_id "courseId", c.slug, v.title, v.primary_driver driver, v.minutes, v.language,
              least(e.lesson_position, s.steps) step, s.steps, e.moved_at "movedAt"
         from enrolment e
         join course_version v on v.id = e.course_version_id
         join course c on c.id = v.course_id
         cross join lateral (select (count(*) + (v.quiz_version_id is not null)::int)::int steps
                               from lesson l where l.course_version_id = v.id) s
        where e.person_id = $1 and e.started_at <= $2 and ($3::int[] is null or v.course_id = any ($3))
          and e.continued_in is null
          and not exists (select from completion d where d.person_id = e.person_id and d.completed_at <= $2
                             and d.course_version_id = e.course_version_id)
        order by e.moved_at desc`,
      [personId, now, courseIds],
    );
  }

  /** Every completion, the latest first. */
  finished(personId: number, now: Date): Promise<Finished[]> {
    return this.db.query<Finished>(
      `select c.id "completionId", c.course_id "courseId", k.slug, v.title, v.primary_driver driver, v.language,
              v.number "version", c.completed_at "completedAt",
              c.completed_at + make_interval(months => v.validity_months) "validUntil",
              (select max(100 * a.mark / a.max_mark)::float from attempt a
                where a.person_id = c.person_id and a.quiz_version_id = v.quiz_version_id and a.submitted_at <= $2
                  and a.max_mark > 0) "scorePercent"
         from completion c
         join course_version v on v.id = c.course_version_id
         join course k on k.id = c.course_id
        where c.person_id = $1 and c.completed_at <= $2
        order by c.completed_at desc, c.id desc`,
      [personId, now],
    );
  }

  /** The courses that count as done today, out of those given, or of all. */
  async doneCourseIds(personId: number, now: Date, courseIds: readonly number[] | null = null): Promise<number[]> {
    const rows = await this.db.query<{ courseId: number }>(
      `select distinct c.course_id "courseId" from completion c join course_version v on v.id = c.course_version_id
        where c.person_id = $1 and c.completed_at <= $2 and ${VALID} and ($3::int[] is null or c.course_id = any ($3))`,
      [personId, now, courseIds],
    );
    return rows.map((row) => row.courseId);
  }

  /** Published courses by first driver, in the order of the drivers, and how many of them count as done. */
  driverProgress(personId: number, now: Date): Promise<DriverProgress[]> {
    return this.db.query<DriverProgress>(
      `with done as (
         select distinct c.course_id from completion c join course_version v on v.id = c.course_version_id
          where c.person_id = $1 and c.completed_at <= $2 and ${VALID})
       select d.driver, count(done.course_id)::int done, count(p.course_id)::int "of"
         from unnest($3::text[]) with ordinality d (driver, n)
         left join course_version p on p.primary_driver = d.driver and p.state = 'published'
         left join done on done.course_id = p.course_id
        group by d.driver, d.n order by d.n`,
      [personId, now, DRIVERS],
    );
  }

  /** The course in which a person meets a quiz version, and whether they have finished it. */
  courseOfQuiz(
    personId: number,
    quizVersionId: number,
    now: Date,
  ): Promise<{ slug: string; title: string; finished: boolean } | null> {
    return this.db.one(
      `select c.slug, v.title,
              exists (select from completion d where d.person_id = $1 and d.course_version_id = v.id
                         and d.completed_at <= $3) finished
         from course_version v join course c on c.id = v.course_id
         left join enrolment e on e.course_version_id = v.id and e.person_id = $1
        where v.quiz_version_id = $2
        order by e.person_id is null, v.number desc limit 1`,
      [personId, quizVersionId, now],
    );
  }
}
