import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Any number that nothing else locks on. */
const LOCK = 4_720_260_400;

/**
 * One import lands at a time, however many processes run. The lock belongs to a connection of its own, so that it is
 * gone the moment the process is, killed or not.
 */
@Injectable()
export class ImportLock {
  constructor(private readonly db: Database) {}

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
