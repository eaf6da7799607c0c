import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { addDays, londonDate } from '../platform/dates.js';
import { type Assigned, DUE_SINCE_DAYS } from './assigned-completion.js';
import { ASSIGNED_THEN, FINISHED_THEN } from './assigned-completion.queries.js';

type Level = 'unit' | 'area' | 'region' | 'network';

/** Assigned completion of places that are known by their ids: whoever asks has seen to the reach. */
@Injectable()
export class AssignedAtPlacesQueries {
  constructor(private readonly db: Database) {}

  /** As of a moment, by place; those where nothing is due are absent. The network's place is 0. */
  async of(level: Level, placeIds: readonly number[], moment: Date): Promise<Map<number, Required<Assigned>>> {
    const day = londonDate(moment);
    const rows = await this.db.query<Required<Assigned> & { id: number }>(
      `select ${PLACE[level]} as id, count(*)::int as due, count(*) filter (where ${FINISHED_THEN('$3')})::int as finished,
              count(*) filter (where r.due_on < $2::date and (${FINISHED_THEN('$3')}) is not true)::int as overdue,
              count(distinct r.person_id)::int as people
         from unit_place up
         join in_post($2::date) post on post.unit_id = up.unit_id
         join requirement r on r.person_id = post.person_id and r.due_on >= $4
          and (r.closed_how is distinct from 'waived' or r.closed_at > $3)
         left join completion done on done.id = r.completion_id
        where up.valid @> $2::date and ${PLACE[level]} = any ($1) and ${ASSIGNED_THEN('$3', '$2::date')}
        group by 1`,
      [placeIds, day, moment, addDays(day, -DUE_SINCE_DAYS)],
    );
    return new Map(rows.map(({ id, ...assigned }) => [id, assigned]));
  }
}

const PLACE: Record<Level, string> = { unit: 'up.unit_id', area: 'up.area_id', region: 'up.region_id', network: '0' };
