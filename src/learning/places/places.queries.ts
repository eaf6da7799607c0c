import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Enrolment } from './place.js';

/** What a person said or chose in a block, as it was stored. */
export interface StoredAnswer {
  key: string;
  answer: unknown;
}

/** How far one person is. All of it is the person's own, and nothing later than `now` is seen. */
@Injectable()
export class PlacesQueries {
  constructor(private readonly db: Database) {}

  /** Where a person is in the versions of a course; a version that they went on from is left out. */
  enrolments(personId: number, courseId: number, now: Date): Promise<Enrolment[]> {
    return this.db.query<Enrolment>(
      `select e.course_version_id "versionId", e.started_at "startedAt", e.lesson_position "lessonPosition",
              e.block_position "blockPosition",
              exists (select from completion c where c.person_id = e.person_id and c.completed_at <= $3
                        and c.course_version_id = e.course_version_id) finished,
              not exists (select from course_version n where n.course_id = v.course_id and n.number > v.number
                             and n.published_at <= $3 and n.part_way <> 'startersOnly') "staysForGood",
              (select n.id from course_version n where n.course_id = v.course_id and n.number > v.number
                  and n.published_at <= $3 and n.part_way = 'move' order by n.number desc limit 1) "moveTo"
         from enrolment e join course_version v on v.id = e.course_version_id
        where e.person_id = $1 and v.course_id = $2 and e.started_at <= $3 and e.continued_in is null`,
      [personId, courseId, now],
    );
  }

  /** When each version of a course was finished, newest first. */
  finished(personId: number, courseId: number, now: Date): Promise<{ versionId: number; completedAt: Date }[]> {
    return this.db.query(
      `select course_version_id "versionId", completed_at "completedAt" from completion
        where person_id = $1 and course_id = $2 and completed_at <= $3 order by completed_at desc`,
      [personId, courseId, now],
    );
  }

  async read(personId: number, versionId: number, now: Date): Promise<number[]> {
    const rows = await this.db.query<{ position: number }>(
      `select l.position from lesson l join lesson_read r on r.lesson_id = l.id and r.person_id = $1 and r.read_at <= $3
        where l.course_version_id = $2 order by l.position`,
      [personId, versionId, now],
    );
    return rows.map((row) => row.position);
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
