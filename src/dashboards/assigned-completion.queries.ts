import { Injectable } from '@nestjs/common';
import type { Scope } from '../feedback/feedback.queries.js';
import { reachParams } from '../network/reach-params.js';
import type { Actor } from '../platform/actor.js';
import { Database } from '../platform/database/database.js';
import { addDays, londonDate } from '../platform/dates.js';
import { placeOf, unitsInReport } from './units-in-report.queries.js';
import { type Assigned, DUE_SINCE_DAYS } from './assigned-completion.js';

/**
 * Requirements of people in post, by unit, area or region, as they stood at a moment: people count where their main posting
 * was on that day, and units where they stood on it.
 */
@Injectable()
export class AssignedCompletionQueries {
  constructor(private readonly db: Database) {}

  /**
   * Only places where something is due are there.
   * @param today the day on which the actor has to reach the place, that of the moment unless given
   */
  async by(
    level: 'unit' | 'area' | 'region',
    actor: Pick<Actor, 'reach'>,
    scope: Scope,
    moment: Date,
    today = londonDate(moment),
  ): Promise<Map<number, Assigned>> {
    const day = londonDate(moment);
    const rows = await this.db.query<Assigned & { id: number }>(
      `select place.${level}_id as id, count(*)::int as due,
              count(*) filter (where ${FINISHED_THEN('$8')})::int as finished,
              count(*) filter (where r.due_on < $6::date and (${FINISHED_THEN('$8')}) is not true)::int as overdue${level === 'unit' ? ', count(distinct r.person_id)::int as people' : ''}
         from ${unitsInReport(scope)} place
         join in_post($6::date) post on post.unit_id = place.unit_id
         join requirement r on r.person_id = post.person_id and r.due_on >= $9
          and (r.closed_how is distinct from 'waived' or r.closed_at > $8)
         left join completion done on done.id = r.completion_id
        where ${ASSIGNED_THEN('$8', '$6::date')}
        group by place.${level}_id`,
      [...reachParams(actor.reach, today), ...[day, placeOf(scope)], ...[moment, addDays(day, -DUE_SINCE_DAYS)]],
    );
    return new Map(rows.map(({ id, overdue = 0, ...counts }) => [id, { ...counts, overdue }]));
  }
}

/** Whether the requirement `r` with its completion `done` was finished at a moment. */
export const FINISHED_THEN = (moment: string): string =>
  `done.completed_at <= ${moment} or (r.closed_how = 'markedComplete' and r.closed_at <= ${moment})`;

/** Whether somebody had asked for the requirement `r` by a moment, and still did on its day. */
export const ASSIGNED_THEN = (moment: string, day: string): string => `
  exists (select from requirement_reason why join assignment a on a.id = why.assignment_id
           where why.requirement_id = r.id and a.made_at <= ${moment} and (why.since is null or why.since <= ${day})
             and (why.ended_at is null or why.ended_at > ${moment}))`;
