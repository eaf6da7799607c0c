import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { TooBusy } from '../../platform/errors.js';
import { Database } from '../../platform/database/database.js';
import { lockWithin } from '../../platform/database/lock-within.js';
import { type ImportAhead, sayWhatLands } from './import-ahead.js';

/** How long a batch waits for an import to end. */
const PATIENCE = '10s';

/** Any number that nothing else locks on. */
const LOCK = 4_720_260_400;

/** What is done under the lock, with the number of the import or the undo; of a look that of its upload, 0 for a command's. */
export interface Holder {
  does: ImportAhead['does'];
  id: number;
}

/** One's turn under the lock. */
export interface Turn {
  /** Tells those who wait what is done meanwhile. */
  introduce(holder: Holder): Promise<void>;
  /** Before anything is written. @throws the error that broke the connection, and with it ended the turn */
  stillOurs(): void;
}

/**
 * One import lands at a time, however many processes run. The lock belongs to a connection of its own, so that it is
 * gone the moment the process is, killed or not; and so is what that connection is called, which tells others whom they
 * wait for.
 */
@Injectable()
export class ImportLock {
  constructor(private readonly db: Database) {}

  /**
   * Holds the lock until the transaction ends, for a batch that lands in one go.
   * @throws TooBusy when an import has it for longer than somebody waits for an answer
   */
  async holdIn(tx: Tx): Promise<void> {
    const tooLate = async () => new TooBusy(sayWhatLands(await this.ahead()));
    await lockWithin(tx, PATIENCE, `select pg_advisory_xact_lock(${LOCK})`, tooLate);
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

  /** Runs `work` while holding the lock; `onWait` is called once when another import has to end first, with what is known of it. */
  async hold<T>(work: (turn: Turn) => Promise<T>, onWait: (ahead: ImportAhead | null) => void): Promise<T> {
    const client = await this.db.pool.connect();
    let broken: Error | null = null;
    // Unheard, it would end the process.
    client.on('error', (error) => (broken = error));
    try {
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK]);
      if (!rows[0]?.mine) {
        onWait(await this.ahead());
        await client.query('select pg_advisory_lock($1)', [LOCK]);
      }
      return await work({
        introduce: async ({ does, id }) => {
          await client.query(`select set_config('application_name', $1, false)`, [`feedback ${does} ${id}`]);
        },
        stillOurs: () => {
          if (broken !== null) throw broken;
        },
      });
    } finally {
      client.release(true);
    }
  }

  /** What is done under the lock at this moment; null when nobody has it, or whoever has it did not say. */
  ahead(): Promise<ImportAhead | null> {
    return this.db.one<ImportAhead>(HOLDER, [LOCK]);
  }
}

/** An undo of a whole day is known by its first batch. */
const HOLDER = `
  with holder as (
    select split_part(a.application_name, ' ', 2) as does,
           substring(a.application_name from '^feedback (?:import|undo|look) (\\d{1,9})$')::int as id
      from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and l.objsubid = 1 and (l.classid::bigint << 32) + l.objid::bigint = $1
       and l.database = (select oid from pg_database where datname = current_database()))
  select h.does, i.id as "importId", coalesce(i.file_name, f.file_name) as "fileName", p.name, f.id as "fileImportId"
    from holder h
    left join survey_undo undo on h.does = 'undo' and undo.id = h.id
    left join survey_import i on i.id = case h.does when 'import' then h.id
                                          when 'undo' then (select min(id) from survey_import where undo_id = h.id) end
    left join file_import f on f.id = case h.does when 'look' then h.id else i.file_import_id end
    left join person p on p.id = case h.does when 'import' then i.started_by when 'undo' then undo.made_by else f.started_by end
   where h.id is not null and coalesce(i.file_name, f.file_name) is not null`;
