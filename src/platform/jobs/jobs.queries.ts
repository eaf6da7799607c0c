import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { isViolation } from '../database/violation.js';

export interface ClaimedJob {
  id: number;
  kind: string;
  body: object;
  /** The number of this try, from 1: it is the claim itself. */
  tries: number;
  /** How many of those ended only because a worker was told to stop. */
  handBacks: number;
  cancelAsked: boolean;
}

/** What a claim must know of the kinds of jobs. */
export interface ClaimRules {
  workerId: number | null;
  /** Kinds of which no two run at once. */
  alone: readonly string[];
  /** By kind; an hour for a kind that is not named. */
  longestSeconds: Record<string, number>;
}

const NO_RULES: ClaimRules = { workerId: null, alone: [], longestSeconds: {} };

/** Without a sign of life for this long, a claimed job belongs to a dead worker and is given to another. */
const LEASE = '1 minute';

/** Waiting for a worker: due, nobody's, and not of a kind ($1) that runs alone and is running. */
const DUE = `done_at is null and parked_at is null and run_after <= now()
  and (claimed_at is null or claimed_at < now() - interval '${LEASE}' or ends_by < now())
  and not (kind = any($1) and exists (select from job other
            where other.kind = waiting.kind and other.claimed_at is not null and other.id <> waiting.id))`;

@Injectable()
export class JobsQueries {
  constructor(private readonly db: Database) {}

  /** The oldest job that is due, or the one with this id, taken so that no other worker takes it. */
  async claim(rules = NO_RULES, id: number | null = null): Promise<ClaimedJob | null> {
    try {
      return await this.take(rules, id);
    } catch (error) {
      // Of two that reach for jobs of a kind that runs alone, the later one looks again and finds the kind taken.
      if (isViolation(error, 'job_alone')) return this.claim(rules, id);
      throw error;
    }
  }

  private take(rules: ClaimRules, id: number | null): Promise<ClaimedJob | null> {
    return this.db.one<ClaimedJob>(
      `update job set claimed_at = now(), began_at = now(), tries = tries + 1, worker_id = $2, runs_alone = kind = any($1),
              ends_by = now() + make_interval(secs => coalesce(($3::jsonb ->> kind)::float8, 3600))
        where id = (select id from job waiting where ${DUE} and ($4::bigint is null or id = $4)
                     order by run_after, id limit 1 for update skip locked)
       returning id, kind, body, tries, hand_backs as "handBacks", cancel_asked_at is not null as "cancelAsked"`,
      [rules.alone, rules.workerId, rules.longestSeconds, id],
    );
  }

  /** Ids of jobs that wait for a worker, the oldest first, without those that are known already. */
  async due(limit: number, known: readonly number[], rules = NO_RULES): Promise<number[]> {
    const rows = await this.db.query<{ id: number }>(
      `select id from job waiting where ${DUE} and id <> all($2) order by run_after, id limit $3`,
      [rules.alone, known, limit],
    );
    return rows.map((row) => row.id);
  }

  async keepClaim(job: ClaimedJob): Promise<void> {
    await this.write(job, 'claimed_at = now()');
  }

  async finish(job: ClaimedJob, endedAs: 'cancelled' | null = null): Promise<void> {
    await this.write(job, 'done_at = now(), claimed_at = null, error = null, ended_as = $3', [endedAs]);
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

  /** For the next worker to begin again: this one was told to stop. */
  async handBack(job: ClaimedJob): Promise<void> {
    await this.write(job, 'claimed_at = null, run_after = now(), hand_backs = hand_backs + 1');
  }

  /** @returns whether the job is still this worker's */
  async report(job: ClaimedJob, done: number, total: number | null, phase: string | null = null): Promise<boolean> {
    return this.write(
      job,
      'progress_done = $3, progress_total = coalesce($4, progress_total), progress_phase = $5, claimed_at = now()',
      [done, total, phase],
    );
  }

  /** Whether the job should go on: nobody asked it to stop, and it is still this worker's. */
  async mayGoOn(job: ClaimedJob): Promise<boolean> {
    const row = await this.db.one(
      `select from job where id = $1 and tries = $2 and claimed_at is not null and cancel_asked_at is null`,
      [job.id, job.tries],
    );
    return row !== null;
  }

  /** Adds the jobs whose scheduled moment has come; a key that exists already stays one job. */
  async schedule(slots: { kind: string; key: string }[]): Promise<void> {
    await this.db.query(
      `insert into job (kind, schedule_key) select * from unnest($1::text[], $2::text[])
       on conflict (schedule_key) do nothing`,
      [slots.map((slot) => slot.kind), slots.map((slot) => slot.key)],
    );
  }

  /** Jobs that were over, and workers that were silent, so many days ago. */
  async forget(days: number): Promise<void> {
    await this.db.query('delete from job where done_at < now() - make_interval(days => $1)', [days]);
    await this.db.query('delete from worker where seen_at < now() - make_interval(days => $1)', [days]);
  }

  async exists(tx: Tx, id: number): Promise<boolean> {
    return (await tx.one('select from job where id = $1', [id])) !== null;
  }

  /** The tries so far do not count any more; their number goes on, since it is what tells an old claim from a new one. */
  retry(tx: Tx, id: number): Promise<boolean> {
    const change = 'parked_at = null, run_after = now(), hand_backs = tries, cancel_asked_at = null';
    return changeOne(tx, `update job set ${change} where id = $1 and parked_at is not null and done_at is null`, id);
  }

  giveUp(tx: Tx, id: number): Promise<boolean> {
    const change = `done_at = now(), ended_as = 'givenUp'`;
    return changeOne(tx, `update job set ${change} where id = $1 and parked_at is not null and done_at is null`, id);
  }

  cancel(tx: Tx, id: number): Promise<boolean> {
    const change = `cancel_asked_at = coalesce(cancel_asked_at, now()), done_at = case when claimed_at is null then now() end,
      ended_as = case when claimed_at is null then 'cancelled' end`;
    return changeOne(tx, `update job set ${change} where id = $1 and parked_at is null and done_at is null`, id);
  }

  /** The number of the try is the claim: a worker that was thought dead writes nothing over its successor's work. */
  private async write(job: ClaimedJob, change: string, params: unknown[] = []): Promise<boolean> {
    const rows = await this.db.query(
      `update job set ${change} where id = $1 and tries = $2 and claimed_at is not null and done_at is null returning id`,
      [job.id, job.tries, ...params],
    );
    return rows.length > 0;
  }
}

async function changeOne(tx: Tx, sql: string, id: number): Promise<boolean> {
  return (await tx.query(`${sql} returning id`, [id])).length > 0;
}
