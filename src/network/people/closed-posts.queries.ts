import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';

/** Posts that go on in units that have closed: their people count nowhere until a file or a form moves them. */
@Injectable()
export class ClosedPostsQueries {
  constructor(private readonly db: Database) {}

  /** How many people have such a post on a day. */
  async people(day: IsoDate): Promise<number> {
    const row = await this.db.one<{ n: number }>(
      `select count(distinct p.person_id)::int as n
         from (select unit_id from unit_place group by unit_id
               having bool_or(upper(valid) <= $1::date) and not bool_or(valid @> $1::date)) closed
         join posting p on p.unit_id = closed.unit_id and p.valid @> $1::date`,
      [day],
    );
    return row?.n ?? 0;
  }
}
