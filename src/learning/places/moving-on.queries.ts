import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { InTheMiddle } from './version-choice.js';

/** One person's way from an older version of a course into a newer one. */
@Injectable()
export class MovingOnQueries {
  /** What the person is in the middle of. The enrolment's row is locked by whoever asks. */
  async middle(tx: Tx, personId: number, versionId: number): Promise<InTheMiddle> {
    const row = await tx.one<InTheMiddle>(
      `select exists (select from attempt a where a.person_id = $1 and a.quiz_version_id = v.quiz_version_id
                         and a.submitted_at is null) "ofQuiz",
              exists (select from lesson l
                       where l.course_version_id = v.id
                         and not exists (select from lesson_read r where r.lesson_id = l.id and r.person_id = $1)
                         and exists (select from (select distinct on (block_key) answer from block_answer
                                                   where person_id = $1 and lesson_id = l.id
                                                   order by block_key, id desc) latest
                                      where latest.answer <> '{}')) "ofLesson"
         from course_version v where v.id = $2`,
      [personId, versionId],
    );
    return row ?? { ofQuiz: false, ofLesson: false };
  }

  /**
   * Goes on in the newer version: lessons that hold the same blocks stay read since when they were, and the bookmark is
   * at the first one that is still to read. The older enrolment, answers and attempts stay as they are.
   */
  async goOn(tx: Tx, personId: number, from: number, to: number): Promise<void> {
    await tx.query(
      `insert into lesson_read (person_id, lesson_id, read_at)
       select r.person_id, n.id, min(r.read_at)
         from lesson o join lesson_read r on r.lesson_id = o.id and r.person_id = $1
         join lesson n on n.course_version_id = $3 and n.blocks = o.blocks
        where o.course_version_id = $2 group by r.person_id, n.id
       on conflict (person_id, lesson_id) do nothing`,
      [personId, from, to],
    );
    await tx.query(
      `insert into enrolment (person_id, course_version_id, started_at, moved_at, lesson_position)
       select $1, $2, $3, $3, coalesce(min(l.position) filter (where r.lesson_id is null), max(l.position) + 1)
         from lesson l left join lesson_read r on r.lesson_id = l.id and r.person_id = $1
        where l.course_version_id = $2
       on conflict (person_id, course_version_id) do nothing`,
      [personId, to, tx.now],
    );
    await tx.query('update enrolment set continued_in = $3 where person_id = $1 and course_version_id = $2', [
      personId,
      from,
      to,
    ]);
  }
}
