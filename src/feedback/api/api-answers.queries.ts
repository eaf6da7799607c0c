import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';

/** A request that came before under the same key. */
export interface EarlierAnswer {
  bodySha256: string;
  answer: unknown;
}

/** What was answered under each Idempotency-Key of an account, for a week. */
@Injectable()
export class ApiAnswersQueries {
  constructor(private readonly db: Database) {}

  /** Takes the key for this transaction; waits while another request is at work under it. @returns what it answered */
  async claim(tx: Tx, accountId: number, key: string, bodySha256: string): Promise<EarlierAnswer | null> {
    const claimed = await tx.one(
      `insert into api_answer (account_id, key, body_sha256) values ($1, $2, $3)
       on conflict (account_id, key) do nothing returning key`,
      [accountId, key, bodySha256],
    );
    if (claimed !== null) return null;
    return tx.one<EarlierAnswer>(
      'select body_sha256 "bodySha256", answer from api_answer where account_id = $1 and key = $2',
      [accountId, key],
    );
  }

  async keep(tx: Tx, accountId: number, key: string, answer: unknown): Promise<void> {
    await tx.query('update api_answer set answer = $3 where account_id = $1 and key = $2', [
      accountId,
      key,
      JSON.stringify(answer),
    ]);
  }

  async dropOld(): Promise<void> {
    await this.db.query(`delete from api_answer where made_at < now() - interval '7 days'`);
  }

  /** The mapping of the API among those of a source; null when answers came by file only. */
  async mappingId(tx: Tx, sourceId: number, mapping: unknown): Promise<number | null> {
    const row = await tx.one<{ id: number }>(
      'select id from survey_mapping where source_id = $1 and mapping = $2::jsonb order by number limit 1',
      [sourceId, JSON.stringify(mapping)],
    );
    return row?.id ?? null;
  }
}
