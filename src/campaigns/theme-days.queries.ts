import { Injectable } from '@nestjs/common';
import { reachParams } from '../network/reach-params.js';
import type { Actor } from '../platform/actor.js';
import { Database } from '../platform/database/database.js';
import type { IsoDate } from '../platform/dates.js';
import { FOR_ACTOR } from './campaigns.queries.js';

/** Theme days by their date, of whichever week the actor may read. */
@Injectable()
export class ThemeDaysQueries {
  constructor(private readonly db: Database) {}

  between(
    actor: Pick<Actor, 'reach'>,
    { from, to }: { from: IsoDate; to: IsoDate },
    today: IsoDate,
  ): Promise<{ on: IsoDate; title: string }[]> {
    return this.db.query<{ on: IsoDate; title: string }>(
      `select day.held_on as "on", c.title
         from theme_day day join campaign c on c.id = day.campaign_id
        where day.held_on between $6 and $7 and ${FOR_ACTOR} order by day.held_on, c.title`,
      [...reachParams(actor.reach, today), from, to],
    );
  }
}
