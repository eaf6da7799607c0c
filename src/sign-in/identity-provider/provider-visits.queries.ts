import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** One way to the provider and back. */
export interface ProviderVisit {
  state: string;
  nonce: string;
  verifier: string;
  /** Where to go afterwards, one of our own paths. */
  next: string;
}

/** Real time, as for sessions; long enough to find one's phone for the second factor. */
const LASTS = `interval '10 minutes'`;

@Injectable()
export class ProviderVisitsQueries {
  constructor(private readonly db: Database) {}

  async begin({ state, nonce, verifier, next }: ProviderVisit, browserHash: string): Promise<void> {
    await this.db.query(
      'insert into provider_visit (state, browser_hash, nonce, verifier, next) values ($1, $2, $3, $4, $5)',
      [state, browserHash, nonce, verifier, next],
    );
  }

  /** The visit that went out with this state, once: the first answer uses it up, whoever brings it. */
  async end(state: string, browserHash: string): Promise<ProviderVisit | null> {
    const row = await this.db.one<ProviderVisit & { ours: boolean }>(
      `delete from provider_visit where state = $1
       returning state, nonce, verifier, next, browser_hash = $2 and begun_at > now() - ${LASTS} as ours`,
      [state, browserHash],
    );
    return row?.ours ? row : null;
  }

  async dropOld(): Promise<void> {
    await this.db.query(`delete from provider_visit where begun_at < now() - ${LASTS}`);
    await this.db.query(`delete from provider_logout where heard_at < now() - interval '1 day'`);
  }
}
