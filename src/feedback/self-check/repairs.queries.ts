import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';
import type { CountRow } from '../metrics/counts.js';
import type { RollupName } from '../rollups/rebuild.queries.js';

/** A cell that was not the sum of its answers, and was counted anew. */
export interface Repair {
  id: number;
  foundAt: Date;
  rollup: RollupName;
  place: string;
  /** The Monday of a week or a quarter, or the day. */
  on: IsoDate;
  /** Null for a cell that was missing. */
  was: CountRow | null;
  /** Null for a cell that should not have been there. */
  became: CountRow | null;
}

/** What the self-check has put right. */
@Injectable()
export class RepairsQueries {
  constructor(private readonly db: Database) {}

  /** The latest first. */
  list(now: Date, limit: number, offset: number): Promise<Repair[]> {
    return this.db.query<Repair>(
      `select r.id, r.found_at as "foundAt", r.rollup, coalesce(u.name, a.name, g.name, '–') as place, r.cell_on as "on", r.was,
              r.became
         from rollup_repair r left join unit u on r.rollup in ('unit_week', 'unit_quarter') and u.id = r.place_id
         left join area a on r.rollup in ('area_day', 'area_week') and a.id = r.place_id
         left join region g on r.rollup = 'region_week' and g.id = r.place_id
        where r.found_at <= $1 order by r.found_at desc, r.id desc limit $2 offset $3`,
      [now, limit, offset],
    );
  }

  /** How many were found from a moment on. */
  async countSince(from: Date, now: Date): Promise<number> {
    const row = await this.db.one<{ n: number }>(
      'select count(*)::int as n from rollup_repair where found_at > $1 and found_at <= $2',
      [from, now],
    );
    return row?.n ?? 0;
  }
}
