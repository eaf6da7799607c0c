import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { type IsoDate, lastClosedWeek, mondayOf } from '../platform/dates.js';
import type { WeekTotals } from './themed-week.js';

/**
 * The network's answers week by week: a published aggregate, so it takes no actor (see the permissions of the result
 * page). Only closed weeks are read.
 */
@Injectable()
export class WeekTotalsQueries {
  constructor(private readonly db: Database) {}

  async closedWeeks(today: IsoDate): Promise<WeekTotals[]> {
    const rows = await this.db.query<{ week: IsoDate; responses: number; hits: number; n: number }>(
      `select week, sum(responses)::int responses, sum(ease_top)::int hits, sum(ease_n)::int n
         from unit_week where week <= $1 group by week order by week`,
      [lastClosedWeek(today)],
    );
    return rows.map(({ week, responses, hits, n }) => ({ week, responses, ease: { hits, n } }));
  }

  /** The Mondays of the weeks that any campaign touches. */
  async campaignWeeks(): Promise<Set<IsoDate>> {
    const rows = await this.db.query<{ day: IsoDate }>(
      `select distinct d::date as day from campaign c, generate_series(c.starts_on, c.ends_on, '1 day') d`,
    );
    return new Set(rows.map((row) => mondayOf(row.day)));
  }
}
