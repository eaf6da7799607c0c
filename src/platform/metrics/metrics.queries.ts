import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

export interface InstallationFigures {
  waiting: number;
  running: number;
  failed: number;
  oldestSeconds: number;
  workers: number;
  sessions: number;
}

/** What the processes of an installation share, in one statement. */
@Injectable()
export class MetricsQueries {
  constructor(private readonly db: Database) {}

  async installation(): Promise<InstallationFigures> {
    const row = await this.db.one<InstallationFigures>(
      `select count(*) filter (where parked_at is null and claimed_at is null) as waiting,
              count(*) filter (where parked_at is null and claimed_at is not null) as running,
              count(*) filter (where parked_at is not null) as failed,
              coalesce(extract(epoch from now() - min(run_after) filter
                (where parked_at is null and claimed_at is null and run_after <= now())), 0)::float8 as "oldestSeconds",
              (select count(*) from worker where stopped_at is null and seen_at > now() - interval '1 minute') as workers,
              (select count(*) from session where expire > now()) as sessions
         from job where done_at is null`,
    );
    return row!;
  }
}
