import { Injectable } from '@nestjs/common';
import type { ScopeName, ServiceAccount } from '../../platform/api/service-account.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';

export interface NewServiceAccount {
  formToken: string;
  name: string;
  scopes: ScopeName[];
  tokenHash: string;
  tokenPrefix: string;
  endsOn: IsoDate | null;
  madeBy: number;
}

export interface ServiceAccountRow extends ServiceAccount {
  tokenPrefix: string;
  endsOn: IsoDate | null;
  madeAt: Date;
  madeBy: string;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}

/** An account as a request finds it. */
export interface FoundAccount extends ServiceAccount {
  /** Of its last use, too long ago to stand. */
  stale: boolean;
}

@Injectable()
export class ServiceAccountsQueries {
  constructor(private readonly db: Database) {}

  /** Those in use first, then by name. */
  all(): Promise<ServiceAccountRow[]> {
    return this.db.query<ServiceAccountRow>(
      `select a.id, a.name, a.scopes, a.token_prefix "tokenPrefix", a.ends_on "endsOn", a.made_at "madeAt",
              p.name "madeBy", a.revoked_at "revokedAt", a.last_used_at "lastUsedAt"
         from service_account a join person p on p.id = a.made_by
        order by a.revoked_at desc nulls first, lower(a.name), a.id`,
    );
  }

  /** The account of a token that is good on that day. Its last use is stale when it lies five minutes from `now`. */
  byToken(tokenHash: string, today: IsoDate, now: Date): Promise<FoundAccount | null> {
    return this.db.one<FoundAccount>(
      `select id, name, scopes, coalesce(abs(extract(epoch from $3 - last_used_at)) >= 300, true) stale
         from service_account
        where token_hash = $1 and revoked_at is null and (ends_on is null or ends_on >= $2)`,
      [tokenHash, today, now],
    );
  }

  /** Counts one request more. @returns how many there were in this minute, and when it began */
  async count(accountId: number): Promise<{ requests: number; minute: Date }> {
    const row = await this.db.one<{ requests: number; minute: Date }>(
      `insert into service_account_use as u (account_id, minute, requests) values ($1, date_trunc('minute', now()), 1)
       on conflict (account_id) do update
          set requests = case when u.minute = excluded.minute then u.requests + 1 else 1 end, minute = excluded.minute
       returning u.requests, u.minute`,
      [accountId],
    );
    return row!;
  }

  async noteUse(accountId: number, now: Date): Promise<void> {
    await this.db.query('update service_account set last_used_at = $2 where id = $1', [accountId, now]);
  }

  /** @returns the new id, or null when this form was sent before */
  async add(tx: Tx, account: NewServiceAccount): Promise<number | null> {
    const row = await tx.one<{ id: number }>(
      `insert into service_account (form_token, name, scopes, token_hash, token_prefix, ends_on, made_by, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (form_token) do nothing returning id`,
      [
        account.formToken,
        account.name,
        account.scopes,
        account.tokenHash,
        account.tokenPrefix,
        account.endsOn,
        account.madeBy,
        tx.now,
      ],
    );
    return row?.id ?? null;
  }

  /** @returns false when there is no such account; one that was revoked before stays as it was */
  async revoke(tx: Tx, id: number, by: number): Promise<{ known: boolean; revoked: boolean }> {
    const known = await tx.one('select from service_account where id = $1 for update', [id]);
    const row = await tx.one(
      'update service_account set revoked_at = $2, revoked_by = $3 where id = $1 and revoked_at is null returning id',
      [id, tx.now, by],
    );
    return { known: known !== null, revoked: row !== null };
  }
}
