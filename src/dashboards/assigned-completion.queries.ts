import { Injectable } from '@nestjs/common';
import type { Scope } from '../feedback/feedback.queries.js';
import { reachParams } from '../network/reach-params.js';
import type { Actor } from '../platform/actor.js';
import { Database } from '../platform/database/database.js';
import { addDays, londonDate } from '../platform/dates.js';
import { type Assigned, DUE_SINCE_DAYS } from './assigned-completion.js';

/** Requirements of people in post, by unit, area or region, within the actor's reach and as they stood at a moment. */
@Injectable()
export class AssignedCompletionQueries {
  constructor(private readonly db: Database) {}

  /** Only places where something is due are there. */
  async by(
    level: 'unit' | 'area' | 'region',
    actor: Actor,
    { unitId, areaId, regionId }: Scope,
    now: Date,
  ): Promise<Map<number, Assigned>> {
    const today = londonDate(now);
    const rows = await this.db.query<Assigned & { id: number }>(
      `select reach.${level}_id as id, count(*)::int as due,
              count(*) filter (where done.completed_at <= $6 or (r.closed_how = 'markedComplete' and r.closed_at <= $6))::int as finished
         from units_in_reach($1, $2, $3, $4, $5::date) reach
         join in_post($5::date) post on post.unit_id = reach.unit_id
         join requirement r on r.person_id = post.person_id and r.due_on >= $7
          and (r.closed_how is distinct from 'waived' or r.closed_at > $6)
         left join completion done on done.id = r.completion_id
        where ($8::int is null or reach.unit_id = $8) and ($9::int is null or reach.area_id = $9)
          and ($10::int is null or reach.region_id = $10)
          and exists (select from requirement_reason why join assignment a on a.id = why.assignment_id
                       where why.requirement_id = r.id and a.made_at <= $6
                         and (why.ended_at is null or why.ended_at > $6))
        group by reach.${level}_id`,
      [
        ...reachParams(actor.reach, today),
        now,
        addDays(today, -DUE_SINCE_DAYS),
        unitId ?? null,
        areaId ?? null,
        regionId ?? null,
      ],
    );
    return new Map(rows.map(({ id, due, finished }) => [id, { due, finished }]));
  }
}
