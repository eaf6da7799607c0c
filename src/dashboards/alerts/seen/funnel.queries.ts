import { Injectable } from '@nestjs/common';
import type { Weeks } from '../../../feedback/metrics/period.js';
import { Database } from '../../../platform/database/database.js';
import { byWeek, type Seen, type SeenWeek } from './seen.js';

/** Where units stood in the funnel of their kind at the end of weeks, as it was worked out for all of them. */
@Injectable()
export class SeenFunnel {
  constructor(private readonly db: Database) {}

  /** A week in which a unit was not compared is left out. */
  async of(unitIds: readonly number[], { from, to }: Weeks): Promise<SeenWeek[]> {
    const rows = await this.db.query<Seen & { week: string }>(
      `select s.unit_id as "placeId", s.week, s.z as figure, s.responses as answered,
              json_build_object('n', s.ease_n, 'good', s.ease_top, 'bad', 0) as recent,
              json_build_object('n', 0, 'good', 0, 'bad', 0) as earlier
         from unit_funnel_week s
        where s.unit_id = any ($1) and s.week between $2 and $3
        order by s.week, s.unit_id`,
      [unitIds, from, to],
    );
    return byWeek(rows);
  }
}
