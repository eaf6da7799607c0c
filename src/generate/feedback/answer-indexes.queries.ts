import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { SettingsQueries } from '../../platform/settings.queries.js';

const SET_ASIDE = 'generate.indexesSetAside';

/**
 * The indexes by which answers are only looked up. Millions land sooner without them, and making an index once is cheaper
 * than writing a little in every part of it each week. Those that keep answers right, each of them once, stay.
 */
@Injectable()
export class AnswerIndexes {
  constructor(
    private readonly db: Database,
    private readonly settings: SettingsQueries,
  ) {}

  /** Drops them, and notes in the same transaction how they are made, for whoever comes after an end by force. */
  async setAside(tx: Tx): Promise<void> {
    const found = await tx.query<{ name: string; made: string }>(
      `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made
         from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am on pg_am.oid = c.relam
        where i.indrelid = 'survey_response'::regclass and pg_am.amname = 'btree' and not i.indisunique order by 1`,
    );
    if (found.length === 0) return;
    const made = [...(await this.missing()), ...found.map((index) => index.made)];
    await this.settings.save(tx, SET_ASIDE, made);
    await tx.query(`drop index ${found.map(({ name }) => name).join(', ')}`);
  }

  /** How those are made that were set aside and are not back. */
  async missing(): Promise<string[]> {
    return (await this.settings.read<string[]>(SET_ASIDE)) ?? [];
  }

  async putBack(): Promise<void> {
    const made = await this.missing();
    if (made.length === 0) return;
    await this.db.write(async (tx) => {
      await tx.query(`set local maintenance_work_mem = '256MB'; ${made.join('; ')}`);
      await this.settings.save(tx, SET_ASIDE, []);
    });
  }
}
