import { Injectable } from '@nestjs/common';
import type { Role } from '../../platform/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { type IsoDate, londonDate } from '../../platform/dates.js';
import { isOpen } from '../requirements/counting-completion.queries.js';
import type { Asked } from '../following/follow.queries.js';
import type { ChosenAudience } from './chosen-audience.js';

export interface NewAssignment {
  formToken: string;
  courseId: number;
  madeBy: number;
  reason: string;
  dueOn: IsoDate;
  roles: Role[] | null;
  coverId: number | null;
}

/** Writes assignments and settles what came of them, always as sets. */
@Injectable()
export class AssigningQueries {
  /** The id, or null when this form has been sent before. */
  async insert(tx: Tx, made: NewAssignment): Promise<number | null> {
    const row = await tx.one<{ id: number }>(
      `insert into assignment (form_token, course_id, made_by, made_at, reason, due_on, roles, cover_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (form_token) do nothing returning id`,
      [made.formToken, made.courseId, made.madeBy, tx.now, made.reason, made.dueOn, made.roles, made.coverId],
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

  async addAudience(tx: Tx, id: number, audience: ChosenAudience): Promise<void> {
    const { unitIds, areaIds, regionIds, network, personIds } = audience;
    await tx.query(
      `with units as (insert into assignment_unit (assignment_id, unit_id) select distinct $1::int, unnest($2::int[])),
            people as (insert into assignment_person (assignment_id, person_id) select distinct $1::int, unnest($3::int[]))
       insert into assignment_place (assignment_id, area_id, region_id, network)
       select $1::int, area_id, null, false from unnest($4::int[]) area_id
       union select $1::int, null, region_id, false from unnest($5::int[]) region_id
       union select $1::int, null, null, true where $6`,
      [id, unitIds, personIds, areaIds, regionIds, network],
    );
  }

  /** Whom an assignment asks: how many people, and in how many units they are in post today. */
  async reached(tx: Tx, assignmentId: number): Promise<{ people: number; unitsAsked: number; onlyBranches: boolean }> {
    const row = await tx.one<{ people: number; unitsAsked: number; onlyBranches: boolean }>(
      `select count(distinct r.id) as people, count(distinct post.unit_id) as "unitsAsked",
              coalesce(bool_and(u.kind = 'branch'), true) as "onlyBranches"
         from requirement_reason why join requirement r on r.id = why.requirement_id
         join in_post($2::date) post on post.person_id = r.person_id
         join unit u on u.id = post.unit_id
        where why.assignment_id = $1`,
      [assignmentId, londonDate(tx.now)],
    );
    return row!;
  }

  /** The completion finishes the person's open requirement for the course. Returns who had been asking. */
  settle(tx: Tx, completionId: number): Promise<Asked[]> {
    return tx.query<Asked>(
      `with settled as (
         update requirement r set completion_id = done.id
           from completion done
          where done.id = $1 and r.person_id = done.person_id and r.course_id = done.course_id
            and ${isOpen('done.completed_at')}
         returning r.id, r.person_id)
       select why.assignment_id as "assignmentId", settled.person_id as "personId"
         from settled join requirement_reason why on why.requirement_id = settled.id`,
      [completionId],
    );
  }

  /** Finishes requirements whose course was completed while they were being made. Returns who had been asking. */
  settleMissed(tx: Tx): Promise<Asked[]> {
    return tx.query<Asked>(
      `with missed as (
         select r.id, min(c.id) as completion_id
           from requirement r
           join completion c on c.person_id = r.person_id and c.course_id = r.course_id
          where r.completion_id is null and r.closed_at is null and c.completed_at <= $1
            and c.completed_at >= (select min(a.made_at) from requirement_reason why
                                     join assignment a on a.id = why.assignment_id where why.requirement_id = r.id)
          group by r.id),
       settled as (
         update requirement r set completion_id = missed.completion_id from missed where r.id = missed.id
         returning r.id, r.person_id)
       select why.assignment_id as "assignmentId", settled.person_id as "personId"
         from settled join requirement_reason why on why.requirement_id = settled.id`,
      [tx.now],
    );
  }
}
