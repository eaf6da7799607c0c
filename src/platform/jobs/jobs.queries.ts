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

  async keepClaim(job: ClaimedJob): Promise<void> {
    await this.write(job, 'claimed_at = now()');
  }

  async finish(job: ClaimedJob): Promise<void> {
    await this.write(job, 'done_at = now(), claimed_at = null, error = null');
  }

  async retryLater(job: ClaimedJob, error: string, seconds: number): Promise<void> {
    await this.write(job, 'claimed_at = null, error = $3, run_after = now() + make_interval(secs => $4)', [
      error,
      seconds,
    ]);
  }

  async park(job: ClaimedJob, error: string): Promise<void> {
    await this.write(job, 'claimed_at = null, error = $3, parked_at = now()', [error]);
  }

  async report(job: ClaimedJob, done: number, total: number | null): Promise<void> {
    await this.write(job, 'progress_done = $3, progress_total = coalesce($4, progress_total), claimed_at = now()', [
      done,
      total,
    ]);
  }

  /** Adds the jobs whose scheduled moment has come; a key that exists already stays one job. */
  async schedule(slots: { kind: string; key: string }[]): Promise<void> {
    await this.db.query(
      `insert into job (kind, schedule_key) select * from unnest($1::text[], $2::text[])
       on conflict (schedule_key) do nothing`,
      [slots.map((slot) => slot.kind), slots.map((slot) => slot.key)],
    );
  }

  /** The number of the try is the claim: a worker that was thought dead writes nothing over its successor's work. */
  private async write(job: ClaimedJob, change: string, params: unknown[] = []): Promise<void> {
    await this.db.query(`update job set ${change} where id = $1 and tries = $2 and done_at is null`, [
      job.id,
      job.tries,
      ...params,
    ]);
  }
}
