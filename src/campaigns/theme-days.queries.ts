import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { IsoDate } from '../platform/dates.js';

/** Theme days by their date, whichever week they belong to. */
@Injectable()
export class ThemeDaysQueries {
  constructor(private readonly db: Database) {}

  between(from: IsoDate, to: IsoDate): Promise<{ on: IsoDate; title: string }[]> {
    return this.db.query<{ on: IsoDate; title: string }>(
      `select day.held_on as "on", campaign.title
         from theme_day day join campaign on campaign.id = day.campaign_id
        where day.held_on between $1 and $2 order by day.held_on, campaign.title`,
      [from, to],
    );
  }
}
