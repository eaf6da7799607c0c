import pg from 'pg';
import { until } from '../support/until.js';

/** Holds a program of ours in the middle of its transaction: it cannot write one of the tables that it writes. */
export class HeldStill {
  private constructor(private readonly client: pg.Client) {}

  /** From now on whoever writes into this table waits. */
  static async at(databaseUrl: string, table: string): Promise<HeldStill> {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query('begin');
    await client.query(`lock table ${table} in share mode`);
    return new HeldStill(client);
  }

  /** Once somebody waits here. @returns the number of their connection */
  async caught(): Promise<number> {
    let pids: number[] = [];
    await until(async () => (pids = await this.waiting()).length > 0, 60);
    return pids[0]!;
  }

  /** Lets everybody go on, and waits until this connection has ended when one is named. */
  async release(gone: number | null = null): Promise<void> {
    await this.client.query('rollback');
    const there = () => this.client.query('select from pg_stat_activity where pid = $1', [gone]);
    if (gone !== null) await until(async () => (await there()).rowCount === 0, 20);
    await this.client.end();
  }

  /** Not in pg_stat_activity, which stands still as long as a transaction does. */
  private async waiting(): Promise<number[]> {
    const { rows } = await this.client.query<{ pid: number }>(
      `select distinct pid from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))`,
    );
    return rows.map(({ pid }) => pid);
  }
}
