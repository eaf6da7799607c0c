import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';

/** One way to the provider and back. */
export interface ProviderVisit {
  state: string;
  nonce: string;
  verifier: string;
  /** Where to go afterwards, one of our own paths. */
  next: string;
  /** Whether its person must prove themselves now, rather than be known there from before: on a shared device. */
  fresh: boolean;
}

/** A visit that has come back, and how long it took. */
export type VisitEnded = ProviderVisit & { seconds: number };

/** Real time, as for sessions; long enough to find one's phone for the second factor. */
const LASTS = `interval '10 minutes'`;

@Injectable()
export class ProviderVisitsQueries {
  constructor(private readonly db: Database) {}

  async begin({ state, nonce, verifier, next, fresh }: ProviderVisit, browserHash: string): Promise<void> {
    await this.db.query(
      'insert into provider_visit (state, browser_hash, nonce, verifier, next, fresh) values ($1, $2, $3, $4, $5, $6)',
      [state, browserHash, nonce, verifier, next, fresh],
    );
  }

  /** The visit that went out with this state, once: the first answer uses it up, whoever brings it. */
  async end(state: string, browserHash: string): Promise<VisitEnded | null> {
    const row = await this.db.one<VisitEnded & { ours: boolean }>(
      `delete from provider_visit where state = $1
       returning state, nonce, verifier, next, fresh, ceil(extract(epoch from now() - begun_at))::int as seconds,
                 browser_hash = $2 and begun_at > now() - ${LASTS} as ours`,
      [state, browserHash],
    );
    return row?.ours ? row : null;
  }

  /** Whether the provider's word with this name is heard for the first time. */
  async isFirst(tx: Tx, tokenId: string): Promise<boolean> {
    const row = await tx.one(
      'insert into provider_logout (token_id) values ($1) on conflict (token_id) do nothing returning 1 as heard',
      [tokenId.slice(0, 255)],
    );
    return row !== null;
  }

  async dropOld(): Promise<void> {
    await this.db.query(`delete from provider_visit where begun_at < now() - ${LASTS}`);
    await this.db.query(`delete from provider_logout where heard_at < now() - interval '1 day'`);
  }
}
