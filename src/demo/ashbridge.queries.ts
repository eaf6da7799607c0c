import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/tx.js';

@Injectable()
export class AshbridgeQueries {
  /** True the first time only. */
  async begin(tx: Tx): Promise<boolean> {
    const begun = await tx.one(
      `insert into setting (key, value) values ('demo.ashbridge', 'true') on conflict do nothing returning key`,
    );
    return begun !== null;
  }

  async isAssigned(tx: Tx, unitCode: string, slug: string): Promise<boolean> {
    const found = await tx.one(
      `select 1 from assignment a join course on course.id = a.course_id and course.slug = $2
         join assignment_unit on assignment_unit.assignment_id = a.id
         join unit on unit.id = assignment_unit.unit_id and unit.code = $1`,
      [unitCode, slug],
    );
    return found !== null;
  }

  async recordAction(tx: Tx, unitCode: string, reference: string, words: string): Promise<void> {
    await tx.query(
      `insert into unit_action (form_token, unit_id, happened_on, words, recorded_by, recorded_at)
       select 'demo-referral-list', unit.id, '2027-02-11', $3, person.id, '2027-02-11T15:05:00Z'
         from unit, person where unit.code = $1 and person.reference = $2`,
      [unitCode, reference, words],
    );
  }

  /** References of those who still have to finish a course in a unit, but for one. */
  async waiting(tx: Tx, unitCode: string, slug: string, except: string): Promise<string[]> {
    const rows = await tx.query<{ reference: string }>(
      `select person.reference
         from requirement r join course on course.id = r.course_id and course.slug = $2
         join person on person.id = r.person_id
         cross join lateral in_post('2027-02-11') post
         join unit on unit.id = post.unit_id and unit.code = $1
        where post.person_id = r.person_id and r.completion_id is null and person.reference <> $3
          and not exists (select 1 from completion c where c.person_id = r.person_id and c.course_id = r.course_id)
        order by person.reference`,
      [unitCode, slug, except],
    );
    return rows.map(({ reference }) => reference);
  }

  /** Requirements whose course has been finished since count as done. */
  async settle(tx: Tx): Promise<void> {
    await tx.query(
      `update requirement r set completion_id = c.id
         from completion c where c.person_id = r.person_id and c.course_id = r.course_id and r.completion_id is null`,
    );
  }
}
