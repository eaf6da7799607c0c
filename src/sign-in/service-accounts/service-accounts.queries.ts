import { Injectable } from '@nestjs/common';
import type { ScopeName, ServiceAccount } from '../../platform/api/service-account.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import type { KnownPlace } from './written-places.js';

/** What is kept of a token. */
export interface KeptToken {
  formToken: string;
  tokenHash: string;
  tokenPrefix: string;
}

export interface NewServiceAccount extends KeptToken {
  name: string;
  scopes: ScopeName[];
  wholeNetwork: boolean;
  endsOn: IsoDate | null;
  madeBy: number;
}

export interface ServiceAccountRow extends Pick<ServiceAccount, 'id' | 'name' | 'scopes'> {
  tokenPrefix: string;
  wholeNetwork: boolean;
  places: Pick<KnownPlace, 'kind' | 'code' | 'name'>[];
  endsOn: IsoDate | null;
  madeAt: Date;
  madeBy: string;
  /** When its token was last replaced; null for the first. */
  tokenMadeAt: Date | null;
  /** Until when the token before is good; null when there is none, or no longer. */
  previousUntil: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}

/** An account as a request finds it. */
export interface FoundAccount extends ServiceAccount {
  /** Of its last use, too long ago to stand. */
  stale: boolean;
}

const PLACES = `(select coalesce(json_agg(json_build_object('kind', kind, 'code', code, 'name', name) order by at, name), '[]')
  from (select 'region' as kind, r.code, r.name, 1 as at from service_account_place p join region r on r.id = p.region_id
         where p.account_id = a.id
        union all select 'area', r.code, r.name, 2 from service_account_place p join area r on r.id = p.area_id
         where p.account_id = a.id
        union all select 'unit', r.code, r.name, 3 from service_account_place p join unit r on r.id = p.unit_id
         where p.account_id = a.id) place)`;

const ids = (column: string) =>
  `array(select ${column} from service_account_place p where p.account_id = a.id and ${column} is not null)`;

@Injectable()
export class ServiceAccountsQueries {
  constructor(private readonly db: Database) {}

  /** Those in use first, then by name. */
  all(): Promise<ServiceAccountRow[]> {
    return this.db.query<ServiceAccountRow>(
      `select a.id, a.name, a.scopes, a.token_prefix "tokenPrefix", a.whole_network "wholeNetwork", ${PLACES} places,
              a.ends_on "endsOn", a.made_at "madeAt", p.name "madeBy", a.token_made_at "tokenMadeAt",
              case when a.previous_until > clock_timestamp() then a.previous_until end "previousUntil",
              a.revoked_at "revokedAt", a.last_used_at "lastUsedAt"
         from service_account a join person p on p.id = a.made_by
        order by a.revoked_at desc nulls first, lower(a.name), a.id`,
    );
  }

  /**
   * The account of a token that is good on that day, the one before among them while it lasts (real time). Its last use is
   * stale when it lies five minutes from `now`.
   */
  byToken(tokenHash: string, today: IsoDate, now: Date): Promise<FoundAccount | null> {
    return this.db.one<FoundAccount>(
      `select a.id, a.name, a.scopes, coalesce(abs(extract(epoch from $3 - a.last_used_at)) >= 300, true) stale,
              json_build_object('network', a.whole_network, 'regionIds', ${ids('region_id')}, 'areaIds', ${ids('area_id')},
                'unitIds', ${ids('unit_id')}) reach
         from service_account a
        where (a.token_hash = $1 or (a.previous_hash = $1 and a.previous_until > clock_timestamp()))
          and a.revoked_at is null and (a.ends_on is null or a.ends_on >= $2)`,
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
      `insert into service_account (form_token, name, scopes, whole_network, token_hash, token_prefix, ends_on, made_by, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (form_token) do nothing returning id`,
      [
        account.formToken,
        account.name,
        account.scopes,
        account.wholeNetwork,
        account.tokenHash,
        account.tokenPrefix,
        account.endsOn,
        account.madeBy,
        tx.now,
      ],
    );
    return row?.id ?? null;
  }

  /** Holds the account still. Null when there is none. */
  async held(tx: Tx, id: number): Promise<{ name: string; inUse: boolean; tokenForm: string | null } | null> {
    return tx.one(
      `select name, revoked_at is null as "inUse", token_form as "tokenForm" from service_account where id = $1 for update`,
      [id],
    );
  }

  /** @param keepsHours how long the token before stays good; 0 for not at all. Real time */
  async replaceToken(tx: Tx, id: number, token: KeptToken, keepsHours: number): Promise<void> {
    await tx.query(
      `update service_account set token_hash = $2, token_prefix = $3, token_form = $4, token_made_at = $5,
              previous_hash = case when $6 > 0 then token_hash end,
              previous_until = case when $6 > 0 then clock_timestamp() + make_interval(hours => $6::int) end
        where id = $1`,
      [id, token.tokenHash, token.tokenPrefix, token.formToken, tx.now, keepsHours],
    );
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
