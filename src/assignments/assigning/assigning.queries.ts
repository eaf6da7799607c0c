import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { type IsoDate, londonDate } from '../../platform/dates.js';
import { hasCompletion, isOpen } from '../requirements/counting-completion.queries.js';

export interface NewAssignment {
  formToken: string;
  courseId: number;
  madeBy: number;
  reason: string;
  dueOn: IsoDate;
}

/** Writes assignments and the requirements that come of them, always as sets. */
@Injectable()
export class AssigningQueries {
  /** The id, or null when this form has been sent before. */
  async insert(tx: Tx, made: NewAssignment): Promise<number | null> {
    const row = await tx.one<{ id: number }>(
      `insert into assignment (form_token, course_id, made_by, made_at, reason, due_on)
       values ($1, $2, $3, $4, $5, $6) on conflict (form_token) do nothing returning id`,
      [made.formToken, made.courseId, made.madeBy, tx.now, made.reason, made.dueOn],
    );
    return row?.id ?? null;
  }

  /** What an earlier sending of the form made; null when the token is somebody else's. */
  async madeWith(tx: Tx, formToken: string, madeBy: number): Promise<number | null> {
    const row = await tx.one<{ id: number }>('select id from assignment where form_token = $1 and made_by = $2', [
      formToken,
      madeBy,
    ]);
    return row?.id ?? null;
  }

  async addUnits(tx: Tx, assignmentId: number, unitIds: readonly number[]): Promise<void> {
    await tx.query('insert into assignment_unit (assignment_id, unit_id) select $1, unnest($2::int[])', [
      assignmentId,
      unitIds,
    ]);
  }

  /**
   * Makes the requirements of an assignment: one for everybody in post in its units who has not finished the course. Who
   * has an unfinished one keeps it with the earlier date and both reasons; who finished one that no longer counts begins
   * a new period. Returns how many people are asked.
   */
  async materialise(tx: Tx, assignmentId: number): Promise<number> {
    const row = await tx.one<{ asked: number }>(MATERIALISE, [assignmentId, tx.now, londonDate(tx.now)]);
    return row?.asked ?? 0;
  }

  /** Whom an assignment asks: how many people, and in which units they are in post today. */
  async reached(tx: Tx, assignmentId: number): Promise<{ people: number; unitIds: number[] }> {
    const row = await tx.one<{ people: number; unitIds: number[] }>(
      `select count(*) as people, coalesce(array_agg(distinct post.unit_id), '{}') as "unitIds"
         from requirement_reason why join requirement r on r.id = why.requirement_id
         join in_post($2::date) post on post.person_id = r.person_id
        where why.assignment_id = $1`,
      [assignmentId, londonDate(tx.now)],
    );
    return row ?? { people: 0, unitIds: [] };
  }

  /** The completion finishes the person's open requirement for the course. */
  async settle(tx: Tx, completionId: number): Promise<void> {
    await tx.query(
      `update requirement r set completion_id = done.id
         from completion done
        where done.id = $1 and r.person_id = done.person_id and r.course_id = done.course_id
          and ${isOpen('done.completed_at')}`,
      [completionId],
    );
  }

  /** Finishes requirements whose course was completed while they were being made. Returns how many there were. */
  async settleMissed(tx: Tx): Promise<number> {
    const rows = await tx.query(
      `update requirement r set completion_id = missed.completion_id
         from (select r.id, min(c.id) as completion_id
                 from requirement r
                 join completion c on c.person_id = r.person_id and c.course_id = r.course_id
                where r.completion_id is null and c.completed_at <= $1
                  and c.completed_at >= (select min(a.made_at) from requirement_reason why
                                           join assignment a on a.id = why.assignment_id where why.requirement_id = r.id)
                group by r.id) missed
        where r.id = missed.id returning r.id`,
      [tx.now],
    );
    return rows.length;
  }
}

const MATERIALISE = `
  with rule as (select id, course_id, due_on from assignment where id = $1),
  asked as (
    select distinct post.person_id, rule.course_id, rule.due_on
      from rule
      join assignment_unit au on au.assignment_id = rule.id
      join in_post($3::date) post on post.unit_id = au.unit_id
     where not ${hasCompletion('post.person_id', 'rule.course_id', '$2')}),
  placed as (
    select asked.*, coalesce(
        (select max(r.period) from requirement r
          where r.person_id = asked.person_id and r.course_id = asked.course_id and ${isOpen('$2')}),
        (select max(r.period) + 1 from requirement r
          where r.person_id = asked.person_id and r.course_id = asked.course_id), 0) as period
      from asked),
  required as (
    insert into requirement (person_id, course_id, period, due_on)
    select person_id, course_id, period, due_on from placed order by person_id
    on conflict (person_id, course_id, period) do update set due_on = least(requirement.due_on, excluded.due_on)
    returning id),
  reasons as (
    insert into requirement_reason (requirement_id, assignment_id) select id, $1 from required)
  select count(*) as asked from required`;
