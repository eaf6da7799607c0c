import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import { isLive, isOpen } from './counting-completion.queries.js';

export interface OpenRequirement {
  requirementId: number;
  title: string;
  dueOn: IsoDate;
  /** Who asked, each with the assignment: they can give more time. */
  askers: { assignmentId: number; madeBy: number }[];
}

@Injectable()
export class MoreTimeQueries {
  /** The person's unfinished requirement for a course, kept from others until the transaction ends. */
  async hold(tx: Tx, personId: number, slug: string): Promise<OpenRequirement | null> {
    return tx.one<OpenRequirement>(
      `select r.id as "requirementId", v.title, r.due_on::text as "dueOn",
              (select jsonb_agg(jsonb_build_object('assignmentId', a.id, 'madeBy', a.made_by) order by a.id)
                 from requirement_reason why join assignment a on a.id = why.assignment_id and a.made_at <= $3
                where why.requirement_id = r.id and ${isLive('$3')}) as askers
         from requirement r
         join course on course.id = r.course_id and course.slug = $2
         join course_version v on v.course_id = course.id and v.state = 'published'
        where r.person_id = $1 and ${isOpen('$3')}
          and exists (select from requirement_reason why join assignment a on a.id = why.assignment_id and a.made_at <= $3
                       where why.requirement_id = r.id and ${isLive('$3')})
        order by r.period desc limit 1 for update of r`,
      [personId, slug, tx.now],
    );
  }

  /** The new request, or null when this form has been sent before. */
  async ask(
    tx: Tx,
    asked: { formToken: string; requirementId: number; wantedOn: IsoDate; words: string | null },
  ): Promise<number | null> {
    const row = await tx.one<{ id: number }>(
      `insert into time_request (form_token, requirement_id, wanted_on, words, asked_at) values ($1, $2, $3, $4, $5)
       on conflict (form_token) do nothing returning id`,
      [asked.formToken, asked.requirementId, asked.wantedOn, asked.words, tx.now],
    );
    return row?.id ?? null;
  }
}
