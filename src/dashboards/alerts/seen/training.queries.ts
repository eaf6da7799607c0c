import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { londonDate } from '../../../platform/dates.js';
import { AssignedAtPlacesQueries } from '../../assigned-at-places.queries.js';
import type { ViewLevel } from '../../views/view-address.js';
import { NO_SUMS, type Seen } from './seen.js';

type Row = { placeId: number; n: number; good: number };

/** Who finished what at places, as of a moment: whoever asks has seen to the reach. People count where their main post is. */
@Injectable()
export class SeenTraining {
  constructor(
    private readonly db: Database,
    private readonly places: AssignedAtPlacesQueries,
  ) {}

  /** Requirements that are due, and finished; places where nothing is due are absent. */
  async assigned(level: ViewLevel, placeIds: readonly number[], moment: Date): Promise<Seen[]> {
    const found = await this.places.of(level, placeIds, moment);
    return [...found].map(([placeId, { due, finished }]) => seenIn({ placeId, n: due, good: finished }));
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
