import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.js';
import { Listeners } from '../events/listeners.js';
import { streamRows } from './cursor.js';
import { openTx } from './open-tx.js';
import { prepared } from './prepared.js';
import type { Tx } from './tx.js';

/** PostgreSQL: single statements outside a transaction, and `write` for everything that changes something. */
@Injectable()
export class Database {
  constructor(
    readonly dataSource: DataSource,
    private readonly listeners: Listeners,
    private readonly clock: Clock,
  ) {}

  /** The connections that TypeORM holds; shared, so that a process opens one pool. */
  get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  async query<T>(sql: string, params: unknown[] = []): Promise<T[]> {
    return (await this.pool.query(params.length > 0 ? prepared(sql, params) : sql)).rows as T[];
  }

  /** As `query`, and planned with these values each time: for a statement whose best plan is another for other values. */
  async planned<T>(sql: string, params: unknown[]): Promise<T[]> {
    return (await this.pool.query({ text: sql, values: params })).rows as T[];
  }

  async one<T>(sql: string, params: unknown[] = []): Promise<T | null> {
    return (await this.query<T>(sql, params))[0] ?? null;
  }

  /** The rows of a statement too long to hold, read as they are taken; leave the loop and the reading ends. */
  stream<T>(sql: string, params: unknown[] = []): AsyncGenerator<T, void> {
    return streamRows<T>(this.pool, sql, params);
  }

  /** Runs `work` in one transaction: all of it commits, or an error rolls all of it back. */
  async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction();
      const result = await work(openTx(runner.manager, client, this.clock.now(), this.listeners));
      refuseHalfDone(client);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // A connection that broke has rolled back by itself, and what broke it is what has to be told.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** PostgreSQL answers the commit of a transaction with a failed statement by rolling back, without an error. */
function refuseHalfDone(client: PoolClient): void {
  if (client.getTransactionStatus() === 'E') {
    throw new Error('A statement of this transaction failed and the error was caught: nothing can be committed.');
  }
}
