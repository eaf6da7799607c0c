import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

export interface ClaimedJob {
  id: number;
  kind: string;
  body: object;
  tries: number;
}

/** Without a sign of life for this long, a claimed job belongs to a dead worker and is given to another. */
const LEASE = '1 minute';

@Injectable()
export class JobsQueries {
  constructor(private readonly db: Database) {}

  /** The oldest job that is due, taken so that no other worker takes it. */
  claim(): Promise<ClaimedJob | null> {
    return this.db.one<ClaimedJob>(
      `update job set claimed_at = now(), tries = tries + 1
        where id = (select id from job
                     where done_at is null and parked_at is null and run_after <= now()
                       and (claimed_at is null or claimed_at < now() - interval '${LEASE}')
                     order by run_after, id limit 1 for update skip locked)
       returning id, kind, body, tries`,
    );
  }

  async keepClaim(id: number): Promise<void> {
    await this.db.query('update job set claimed_at = now() where id = $1', [id]);
  }

  async finish(id: number): Promise<void> {
    await this.db.query('update job set done_at = now(), claimed_at = null, error = null where id = $1', [id]);
  }

  async retryLater(id: number, error: string, seconds: number): Promise<void> {
    await this.db.query(
      `update job set claimed_at = null, error = $2, run_after = now() + make_interval(secs => $3) where id = $1`,
      [id, error, seconds],
    );
  }

  async park(id: number, error: string): Promise<void> {
    await this.db.query('update job set claimed_at = null, error = $2, parked_at = now() where id = $1', [id, error]);
  }

  async report(id: number, done: number, total: number | null): Promise<void> {
    await this.db.query(
      'update job set progress_done = $2, progress_total = coalesce($3, progress_total), claimed_at = now() where id = $1',
      [id, done, total],
    );
  }

  /** Adds the jobs whose scheduled moment has come; a key that exists already stays one job. */
  async schedule(slots: { kind: string; key: string }[]): Promise<void> {
    await this.db.query(
      `insert into job (kind, schedule_key) select * from unnest($1::text[], $2::text[])
       on conflict (schedule_key) do nothing`,
      [slots.map((slot) => slot.kind), slots.map((slot) => slot.key)],
    );
  }
}
