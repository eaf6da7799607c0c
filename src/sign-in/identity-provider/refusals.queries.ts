import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';
import type { Reason } from './refusal.js';

export interface RefusalRow {
  reason: Reason;
  detail: string;
  refusedOn: IsoDate;
  times: number;
  lastAt: Date;
}

const KEPT = `interval '30 days'`;

/** Refused sign-ins by day and reason: counts, so that a flood stays a row and nobody is named. */
@Injectable()
export class RefusalsQueries {
  constructor(private readonly db: Database) {}

  async count(reason: Reason, detail: string): Promise<void> {
    await this.db.query(
      `insert into provider_refusal (reason, detail, refused_on) values ($1, $2, (now() at time zone 'Europe/London')::date)
       on conflict (refused_on, reason, detail) do update set times = provider_refusal.times + 1, last_at = now()`,
      [reason, detail],
    );
  }

  latest(limit: number): Promise<RefusalRow[]> {
    return this.db.query<RefusalRow>(
      `select reason, detail, refused_on as "refusedOn", times, last_at as "lastAt" from provider_refusal
        order by refused_on desc, last_at desc, reason, detail limit $1`,
      [limit],
    );
  }

  async dropOld(): Promise<void> {
    await this.db.query(`delete from provider_refusal where last_at < now() - ${KEPT}`);
  }
}
