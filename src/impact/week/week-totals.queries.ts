import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type IsoDate, lastClosedWeek, mondayOf } from '../../platform/dates.js';
import type { BeforeAndAfter } from '../../statistics/within-and-mix.js';
import { comparableWeeks, type WeekTotals } from './themed-week.js';

/**
 * The network's answers week by week: a published aggregate, so it takes no actor (see the permissions of the result
 * page). Only closed weeks are read, from the area days, so that the weeks are those of the network's own page.
 */
@Injectable()
export class WeekTotalsQueries {
  constructor(private readonly db: Database) {}

  /** The weeks that a themed week is set against, and itself. */
  async comparable(event: IsoDate, today: IsoDate): Promise<WeekTotals[]> {
    const { from, to } = comparableWeeks(event);
    const rows = await this.db.query<{ week: IsoDate; responses: number; hits: number; n: number }>(
      `select day - (extract(isodow from day)::int - 1) as week, sum(responses)::int responses, sum(ease_top)::int hits,
              sum(ease_n)::int n
         from area_day where day between $1 and least($2::date, $3::date) + 6 group by 1 order by 1`,
      [from, to, lastClosedWeek(today)],
    );
    return rows.map(({ week, responses, hits, n }) => ({ week, responses, ease: { hits, n } }));
  }

  /** Ease of every unit in the themed week and in the weeks it is set against, those of other campaigns left out. */
  async easeByUnit(event: IsoDate, otherEvents: readonly IsoDate[], today: IsoDate): Promise<BeforeAndAfter[]> {
    const { from, to } = comparableWeeks(event);
    const rows = await this.db.query<{ hits: number; n: number; otherHits: number; otherN: number }>(
      `select coalesce(sum(ease_top) filter (where week = $1), 0)::int hits,
              coalesce(sum(ease_n) filter (where week = $1), 0)::int n,
              coalesce(sum(ease_top) filter (where week <> $1), 0)::int "otherHits",
              coalesce(sum(ease_n) filter (where week <> $1), 0)::int "otherN"
         from unit_week where week between $2 and least($3::date, $4::date) and week <> all ($5::date[]) group by unit_id`,
      [event, from, to, lastClosedWeek(today), otherEvents],
    );
    return rows.map(({ hits, n, otherHits, otherN }) => ({
      before: { hits: otherHits, n: otherN },
      after: { hits, n },
    }));
  }

  /** The Mondays of the weeks that any campaign touches. */
  async campaignWeeks(): Promise<IsoDate[]> {
    const rows = await this.db.query<{ day: IsoDate }>(
      `select distinct d::date as day from campaign c, generate_series(c.starts_on, c.ends_on, '1 day') d`,
    );
    return [...new Set(rows.map((row) => mondayOf(row.day)))];
  }
}
