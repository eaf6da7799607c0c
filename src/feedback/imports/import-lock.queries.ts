import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { TooBusy } from '../../platform/errors.js';
import { Database } from '../../platform/database/database.js';

/** How long a batch waits for an import to end. */
const PATIENCE = '10s';

/** Any number that nothing else locks on. */
const LOCK = 4_720_260_400;

/**
 * One import lands at a time, however many processes run. The lock belongs to a connection of its own, so that it is
 * gone the moment the process is, killed or not.
 */
@Injectable()
export class ImportLock {
  constructor(private readonly db: Database) {}

  /**
   * Holds the lock until the transaction ends, for a batch that lands in one go.
   * @throws TooBusy when an import has it for longer than somebody waits for an answer
   */
  async holdIn(tx: Tx): Promise<void> {
    await tx.query(`set local lock_timeout = '${PATIENCE}'`);
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK]).catch(tooBusy);
    await tx.query('set local lock_timeout = 0');
  }

  /** Runs `work` while holding the lock, or leaves it when another import has that. */
  async holdIfFree(work: () => Promise<void>): Promise<void> {
    const taken = new Error('Taken.');
    await this.hold(work, () => {
      throw taken;
    }).catch((error: unknown) => {
      if (error !== taken) throw error;
    });
  }

  /** Runs `work` while holding the lock; `onWait` is called once when another import has to end first. */
  async hold<T>(work: () => Promise<T>, onWait: () => void): Promise<T> {
    const client = await this.db.pool.connect();
    try {
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK]);
      if (!rows[0]?.mine) {
        onWait();
        await client.query('select pg_advisory_lock($1)', [LOCK]);
      }
      return await work();
    } finally {
      client.release(true);
    }
  }
}

/** PostgreSQL: lock_not_available. */
function tooBusy(error: unknown): never {
  const late = typeof error === 'object' && error !== null && 'code' in error && error.code === '55P03';
  throw late ? new TooBusy() : error;
}
