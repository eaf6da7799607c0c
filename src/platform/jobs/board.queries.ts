import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { BackEnd } from './workers.queries.js';

/** Ages and durations are in seconds of real time, as the database measures it. */
export interface BoardJob {
  id: number;
  kind: string;
  tries: number;
  error: string | null;
}

export interface RunningJob extends BoardJob {
  forSeconds: number;
  progressDone: number;
  progressTotal: number | null;
  cancelAsked: boolean;
  /** Null for a job whose worker is not known any more. */
  worker: string | null;
}

export interface WaitingJob extends BoardJob {
  /** Negative while its time has not come. */
  dueForSeconds: number;
}

export interface FailedJob extends BoardJob {
  parkedForSeconds: number;
}

export interface EndedJob extends BoardJob {
  endedForSeconds: number;
  /** Null for one that ended without having begun. */
  tookSeconds: number | null;
  endedAs: 'cancelled' | 'givenUp' | null;
}

export interface JobCounts {
  waiting: number;
  running: number;
  failed: number;
  /** How long the oldest one that is due has waited; 0 when none is. */
  oldestSeconds: number;
}

export interface BoardWorker {
  id: number;
  name: string;
  backEnd: BackEnd;
  aliveSeconds: number;
  seenSeconds: number;
}

const OPEN = 'job.done_at is null and job.parked_at is null';
const SHOWN = 'job.id, job.kind, job.tries, job.error';
const ago = (moment: string) => `extract(epoch from now() - ${moment})::float8`;

/** What administrators see of the jobs; `kind` narrows it to one kind, null to none. */
@Injectable()
export class BoardQueries {
  constructor(private readonly db: Database) {}

  async counts(kind: string | null): Promise<JobCounts> {
    const row = await this.db.one<JobCounts>(
      `select count(*) filter (where parked_at is null and claimed_at is null) as waiting,
              count(*) filter (where parked_at is null and claimed_at is not null) as running,
              count(*) filter (where parked_at is not null) as failed,
              coalesce(max(${ago('run_after')}) filter (where parked_at is null and claimed_at is null
                                                          and run_after <= now()), 0) as "oldestSeconds"
         from job where done_at is null and ($1::text is null or kind = $1)`,
      [kind],
    );
    return row!;
  }

  running(kind: string | null): Promise<RunningJob[]> {
    return this.db.query(
      `select ${SHOWN}, ${ago('job.began_at')} as "forSeconds", job.progress_done as "progressDone",
              job.progress_total as "progressTotal", job.cancel_asked_at is not null as "cancelAsked",
              worker.host || ' ' || worker.pid as worker
         from job left join worker on worker.id = job.worker_id
        where ${OPEN} and job.claimed_at is not null and ($1::text is null or job.kind = $1)
        order by job.began_at, job.id`,
      [kind],
    );
  }

  waiting(kind: string | null, limit: number): Promise<WaitingJob[]> {
    return this.db.query(
      `select ${SHOWN}, ${ago('job.run_after')} as "dueForSeconds" from job
        where ${OPEN} and job.claimed_at is null and ($1::text is null or job.kind = $1)
        order by job.run_after, job.id limit $2`,
      [kind, limit],
    );
  }

  failed(kind: string | null, limit: number): Promise<FailedJob[]> {
    return this.db.query(
      `select ${SHOWN}, ${ago('job.parked_at')} as "parkedForSeconds" from job
        where job.parked_at is not null and job.done_at is null and ($1::text is null or job.kind = $1)
        order by job.parked_at desc, job.id desc limit $2`,
      [kind, limit],
    );
  }

  ended(kind: string | null, limit: number): Promise<EndedJob[]> {
    return this.db.query(
      `select ${SHOWN}, ${ago('job.done_at')} as "endedForSeconds", job.ended_as as "endedAs",
              extract(epoch from job.done_at - job.began_at)::float8 as "tookSeconds" from job
        where job.done_at is not null and ($1::text is null or job.kind = $1)
        order by job.done_at desc limit $2`,
      [kind, limit],
    );
  }

  /** For how many seconds the newest job of each of these kinds has been over, by kind. */
  async lastRuns(kinds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.query<{ kind: string; seconds: number }>(
      `select scheduled.kind, ${ago('newest.done_at')} as seconds from unnest($1::text[]) scheduled(kind)
        cross join lateral (select done_at from job
                             where job.kind = scheduled.kind and schedule_key is not null and done_at is not null
                             order by created_at desc limit 1) newest`,
      [kinds],
    );
    return new Map(rows.map((row) => [row.kind, row.seconds]));
  }

  /** Those that showed life within the last minute, the longest-lived first. */
  workers(): Promise<BoardWorker[]> {
    return this.db.query(
      `select id, host || ' ' || pid as name, back_end as "backEnd", ${ago('started_at')} as "aliveSeconds",
              ${ago('seen_at')} as "seenSeconds" from worker
        where stopped_at is null and seen_at > now() - interval '1 minute' order by started_at, id`,
    );
  }
}
