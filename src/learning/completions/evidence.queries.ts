import { Injectable } from '@nestjs/common';
import type { CompletionRule } from '../../courses/content/content.js';
import type { Tx } from '../../platform/database/tx.js';
import { londonDate } from '../../platform/dates.js';
import type { Evidence } from './completion-rule.js';

export interface Standing extends Evidence {
  versionId: number;
  courseId: number;
  rule: CompletionRule;
  /** The attempt that passed the quiz first. */
  attemptId: string | null;
}

export interface Completed {
  completionId: number;
  courseId: number;
  courseVersionId: number;
  /** The unit of the main posting on that day; null for people posted over an area or a region. */
  unitId: number | null;
}

/** What people did, appended; each statement belongs to one person. */
@Injectable()
export class EvidenceQueries {
  /**
   * Starts a course version, once. The enrolment's row is locked until the transaction ends: of two pieces of evidence
   * that arrive at the same moment the second waits and then sees the first, so the last of them always completes.
   */
  async enrol(tx: Tx, personId: number, versionId: number): Promise<void> {
    await tx.query(
      `insert into enrolment (person_id, course_version_id, started_at, moved_at) values ($1, $2, $3, $3)
       on conflict (person_id, course_version_id) do update set moved_at = excluded.moved_at`,
      [personId, versionId, tx.now],
    );
  }

  /** Locks the person's enrolments in the versions that ask for this quiz; those they went on from are over. */
  async lockByQuiz(tx: Tx, personId: number, quizVersionId: number): Promise<number[]> {
    const rows = await tx.query<{ versionId: number }>(
      `select e.course_version_id "versionId" from enrolment e
        where e.person_id = $1 and e.continued_in is null
          and e.course_version_id in (select id from course_version where quiz_version_id = $2)
        order by 1 for update`,
      [personId, quizVersionId],
    );
    return rows.map((row) => row.versionId);
  }

  async bookmark(tx: Tx, personId: number, versionId: number, lesson: number, block: number): Promise<void> {
    await tx.query(
      `update enrolment set lesson_position = $3, block_position = $4, moved_at = $5
        where person_id = $1 and course_version_id = $2`,
      [personId, versionId, lesson, block, tx.now],
    );
  }

  async read(tx: Tx, personId: number, lessonId: number): Promise<void> {
    await tx.query(
      `insert into lesson_read (person_id, lesson_id, read_at) values ($1, $2, $3)
       on conflict (person_id, lesson_id) do nothing`,
      [personId, lessonId, tx.now],
    );
  }

  /** The answer that the page shows; taken from the transaction, so that two tabs see each other. */
  async latestAnswer(tx: Tx, personId: number, lessonId: number, key: string): Promise<unknown> {
    const row = await tx.one<{ answer: unknown }>(
      `select answer from block_answer where person_id = $1 and lesson_id = $2 and block_key = $3 and answered_at <= $4
        order by id desc limit 1`,
      [personId, lessonId, key, tx.now],
    );
    return row?.answer ?? null;
  }

  async answer(tx: Tx, personId: number, lessonId: number, key: string, answer: object): Promise<void> {
    await tx.query(
      `insert into block_answer (person_id, lesson_id, block_key, answer, answered_at) values ($1, $2, $3, $4, $5)`,
      [personId, lessonId, key, JSON.stringify(answer), tx.now],
    );
  }

  /** What the person has done in each of the versions. */
  standings(tx: Tx, personId: number, versionIds: number[]): Promise<Standing[]> {
    return tx.query<Standing>(
      `select v.id "versionId", v.course_id "courseId", v.completion_rule rule, l.lessons, l.done "lessonsRead",
              a.id is not null "quizPassed", a.id "attemptId"
         from course_version v
         cross join lateral (
              select count(*) lessons, count(r.lesson_id) done
                from lesson left join lesson_read r on r.lesson_id = lesson.id and r.person_id = $1
               where lesson.course_version_id = v.id) l
         left join lateral (
              select id from attempt
               where person_id = $1 and quiz_version_id = v.quiz_version_id and passed order by submitted_at limit 1) a
           on true
        where v.id = any ($2)`,
      [personId, versionIds],
    );
  }

  /** Appends the completions that are not there yet, and returns those. */
  complete(tx: Tx, personId: number, finished: readonly Standing[]): Promise<Completed[]> {
    return tx.query<Completed>(
      `insert into completion (person_id, course_id, course_version_id, unit_id, completed_at, attempt_id)
       select $1, f.course_id, f.version_id, p.unit_id, $2, f.attempt_id
         from unnest($3::int[], $4::int[], $5::uuid[]) f (course_id, version_id, attempt_id)
         left join posting p on p.person_id = $1 and p.main and p.valid @> $6::date
       on conflict (person_id, course_version_id, period) do nothing
       returning id "completionId", course_id "courseId", course_version_id "courseVersionId", unit_id "unitId"`,
      [
        personId,
        tx.now,
        finished.map((standing) => standing.courseId),
        finished.map((standing) => standing.versionId),
        finished.map((standing) => standing.attemptId),
        londonDate(tx.now),
      ],
    );
  }
}
