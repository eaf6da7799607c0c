import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Enrolment, Finished } from './place.js';

/** What a person said or chose in a block, as it was stored. */
export interface StoredAnswer {
  key: string;
  answer: unknown;
}

/** Where a person is in the versions of a course. */
export interface InCourse {
  courseId: number;
  /** Null when the course is retired. */
  publishedId: number | null;
  /** A version that the person went on from is left out. */
  enrolments: Enrolment[];
  /** Each version that was finished, the newest first. */
  finished: Finished[];
}

/** Moments come as text inside JSON. */
interface Row extends Omit<InCourse, 'enrolments' | 'finished'> {
  enrolments: (Omit<Enrolment, 'startedAt'> & { startedAt: string })[];
  finished: { versionId: number; completedAt: string }[];
}

/** How far one person is. All of it is the person's own, and nothing later than `now` is seen. */
@Injectable()
export class PlacesQueries {
  constructor(private readonly db: Database) {}

  /** One person in one course, in one round trip; null when no course has the slug. */
  async inCourse(personId: number, slug: string, now: Date): Promise<InCourse | null> {
    const row = await this.db.one<Row>(
      `select c.id "courseId", p.id "publishedId",
              coalesce((select jsonb_agg(${ENROLMENT})
                          from enrolment e join course_version v on v.id = e.course_version_id
                         where e.person_id = $1 and v.course_id = c.id and e.started_at <= $3
                           and e.continued_in is null), '[]') enrolments,
              coalesce((select jsonb_agg(jsonb_build_object('versionId', d.course_version_id, 'completedAt', d.completed_at)
                                         order by d.completed_at desc)
                          from completion d
                         where d.person_id = $1 and d.course_id = c.id and d.completed_at <= $3), '[]') finished
         from course c left join course_version p on p.course_id = c.id and p.state = 'published'
        where c.slug = $2`,
      [personId, slug, now],
    );
    return row === null ? null : { ...row, ...withDates(row) };
  }

  /** The latest answer to each block of a lesson. */
  answers(personId: number, lessonId: number, now: Date): Promise<StoredAnswer[]> {
    return this.db.query<StoredAnswer>(
      `select distinct on (block_key) block_key "key", answer from block_answer
        where person_id = $1 and lesson_id = $2 and answered_at <= $3
        order by block_key, id desc`,
      [personId, lessonId, now],
    );
  }
}

const ENROLMENT = `jsonb_build_object(
                          'versionId', e.course_version_id, 'startedAt', e.started_at,
                          'lessonPosition', e.lesson_position, 'blockPosition', e.block_position,
                          'read', array(select l.position from lesson l
                                          join lesson_read r on r.lesson_id = l.id and r.person_id = $1 and r.read_at <= $3
                                         where l.course_version_id = v.id order by l.position),
                          'finished', exists (select from completion f where f.person_id = $1 and f.completed_at <= $3
                                                 and f.course_version_id = v.id),
                          'staysForGood', not exists (select from course_version n where n.course_id = c.id
                                                         and n.number > v.number and n.published_at <= $3
                                                         and n.part_way <> 'startersOnly'),
                          'moveTo', (select n.id from course_version n where n.course_id = c.id and n.number > v.number
                                        and n.published_at <= $3 and n.part_way = 'move'
                                      order by n.number desc limit 1))`;

function withDates({ enrolments, finished }: Row): Pick<InCourse, 'enrolments' | 'finished'> {
  return {
    enrolments: enrolments.map((one) => ({ ...one, startedAt: new Date(one.startedAt) })),
    finished: finished.map((one) => ({ ...one, completedAt: new Date(one.completedAt) })),
  };
}
