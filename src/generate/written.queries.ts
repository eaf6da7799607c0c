import { Injectable } from '@nestjs/common';
import { RuleBroken } from '../platform/errors.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { SettingsQueries } from '../platform/settings.queries.js';
import type { Written } from './parts.js';

const WRITTEN = 'generate.organisation';
const LEARNED = 'generate.learning';

const LOCK = `hashtext('generate.organisation')`;

const BUSY =
  'An organisation is being generated into this database at this moment. Wait until that has ended; what it has not done goes on with the same command.';

/** What this database knows about the organisation that was generated into it. */
@Injectable()
export class WrittenQueries {
  constructor(
    private readonly db: Database,
    private readonly settings: SettingsQueries,
  ) {}

  /**
   * One organisation at a time; the connection that says so ends with the process, however that ends.
   * @throws RuleBroken when another process is writing one
   */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    const client = await this.db.pool.connect();
    // Unheard, a connection that breaks would end the process; the work meets it by itself.
    client.on('error', () => undefined);
    try {
      const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(${LOCK}) as mine`);
      if (!rows[0]?.mine) throw new RuleBroken(BUSY);
      return await work();
    } finally {
      // At once for whoever asks next; a connection that is gone has let go of it already.
      await client.query(`select pg_advisory_unlock(${LOCK})`).catch(() => undefined);
      client.release(true);
    }
  }

  async holdsNetwork(tx: Pick<Tx, 'one'> = this.db): Promise<boolean> {
    return (await tx.one('select from region limit 1')) !== null;
  }

  read(): Promise<Written | null> {
    return this.settings.read<Written>(WRITTEN);
  }

  save(tx: Tx, written: Written): Promise<void> {
    return this.settings.save(tx, WRITTEN, written);
  }

  /** How far learning has come: people of the plan, and what they had finished. */
  async learned(): Promise<{ people: number; completions: number }> {
    return (
      (await this.settings.read<{ people: number; completions: number }>(LEARNED)) ?? { people: 0, completions: 0 }
    );
  }

  saveLearned(tx: Tx, learned: { people: number; completions: number }): Promise<void> {
    return this.settings.save(tx, LEARNED, learned);
  }

  /** After a bulk load the planner must know how much there is. */
  async refreshStatistics(): Promise<void> {
    await this.db.query('analyze');
  }
}
