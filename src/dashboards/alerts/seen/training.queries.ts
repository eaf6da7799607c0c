import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { addDays, londonDate } from '../../../platform/dates.js';
import { DUE_SINCE_DAYS } from '../../assigned-completion.js';
import { ASSIGNED_THEN, FINISHED_THEN } from '../../assigned-completion.queries.js';
import type { ViewLevel } from '../../views/view-address.js';
import { NO_SUMS, type Seen } from './seen.js';

type Row = { placeId: number; n: number; good: number };

/** Who finished what at places, as of a moment: whoever asks has seen to the reach. People count where their main post is. */
@Injectable()
export class SeenTraining {
  constructor(private readonly db: Database) {}

  /** Requirements that are due, and finished; places where nothing is due are absent. The network's place is 0. */
  async assigned(level: ViewLevel, placeIds: readonly number[], moment: Date): Promise<Seen[]> {
    const day = londonDate(moment);
    const rows = await this.db.query<Row>(
      `select ${PLACE[level]} as "placeId", count(*)::int as n, count(*) filter (where ${FINISHED_THEN('$3')})::int as good
         from unit_place up
         join in_post($2::date) post on post.unit_id = up.unit_id
         join requirement r on r.person_id = post.person_id and r.due_on >= $4
          and (r.closed_how is distinct from 'waived' or r.closed_at > $3)
         left join completion done on done.id = r.completion_id
        where up.valid @> $2::date and ${PLACE[level]} = any ($1) and ${ASSIGNED_THEN('$3', '$2::date')}
        group by 1`,
      [placeIds, day, moment, addDays(day, -DUE_SINCE_DAYS)],
    );
    return rows.map(seenIn);
  }

  /** People in post, and those with a valid completion of a course. */
  async course(slug: string, level: ViewLevel, placeIds: readonly number[], moment: Date): Promise<Seen[]> {
    const rows = await this.db.query<Row>(
      `select ${PLACE[level]} as "placeId", count(*)::int as n,
              count(*) filter (where exists (
                select from completion c join course_version v on v.id = c.course_version_id
                 where c.person_id = post.person_id and c.course_id = k.id and c.completed_at <= $3
                   and (v.validity_months is null
                        or c.completed_at + make_interval(months => v.validity_months) > $3)))::int as good
         from course k cross join unit_place up
         join in_post($2::date) post on post.unit_id = up.unit_id
        where k.slug = $4 and up.valid @> $2::date and ${PLACE[level]} = any ($1)
        group by 1`,
      [placeIds, londonDate(moment), moment, slug],
    );
    return rows.map(seenIn);
  }
}

const PLACE: Record<ViewLevel, string> = {
  unit: 'up.unit_id',
  area: 'up.area_id',
  region: 'up.region_id',
  network: '0',
};

const seenIn = ({ placeId, n, good }: Row): Seen => ({
  placeId,
  recent: { n, good, bad: 0 },
  earlier: NO_SUMS,
  answered: 0,
  figure: null,
});
