import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';

/** What a rule did in a night. */
export interface RetentionRun {
  kind: string;
  /** What was older than this went. */
  beforeAt: Date;
  removed: number;
  endedAt: Date;
}

const SETTING = 'privacy.period.';

@Injectable()
export class RetentionQueries {
  constructor(private readonly db: Database) {}

  /** What administrators chose, by rule. */
  async chosen(): Promise<Map<string, unknown>> {
    const rows = await this.db.query<{ kind: string; value: unknown }>(
      `select substr(key, ${SETTING.length + 1}) as kind, value from setting where key like '${SETTING}%'`,
    );
    return new Map(rows.map(({ kind, value }) => [kind, value]));
  }

  async choose(tx: Tx, kind: string, length: number): Promise<void> {
    await tx.query(
      `insert into setting (key, value) values ($1, $2)
       on conflict (key) do update set value = excluded.value, changed_at = now()`,
      [SETTING + kind, JSON.stringify(length)],
    );
  }

  /** The last run of each rule, by rule. */
  async lastRuns(): Promise<Map<string, RetentionRun>> {
    const rows = await this.db.query<RetentionRun>(
      `select distinct on (kind) kind, before_at as "beforeAt", removed, ended_at as "endedAt"
         from retention_run order by kind, id desc`,
    );
    return new Map(rows.map((run) => [run.kind, run]));
  }

  async noteRun(run: Omit<RetentionRun, 'endedAt'> & { beganAt: Date; endedAt: Date }): Promise<void> {
    await this.db.query(
      `insert into retention_run (kind, before_at, removed, began_at, ended_at) values ($1, $2, $3, $4, $5)`,
      [run.kind, run.beforeAt, run.removed, run.beganAt, run.endedAt],
    );
  }

  /** Runs of years ago tell nobody anything. */
  async forgetRuns(): Promise<void> {
    await this.db.query(`delete from retention_run where ended_at < now() - interval '24 months'`);
  }
}
