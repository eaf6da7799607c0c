import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import type { IsoDate } from '../platform/dates.js';
import type { LoginName } from './login-name.js';
import type { Failures } from './throttle.js';

export interface Account {
  personId: number;
  reference: string;
  passwordHash: string | null;
  demo: boolean;
  /** Whether a posting is valid on the day asked about. */
  inPost: boolean;
}

export interface DemoPerson {
  reference: string;
  name: string;
}

@Injectable()
export class SignInQueries {
  constructor(private readonly db: Database) {}

  account(login: LoginName, today: IsoDate): Promise<Account | null> {
    return this.db.one<Account>(
      `select p.id as "personId", p.reference, c.password_hash as "passwordHash", coalesce(c.demo, false) as demo,
              exists (select 1 from posting where person_id = p.id and valid @> $3::date) as "inPost"
         from person p left join credential c on c.person_id = p.id
        where p.reference = any ($1) or lower(p.email) = $2
        order by array_position($1::text[], p.reference) limit 1`,
      [login.references, login.email, today],
    );
  }

  /** Whose reference this is, letter by letter. */
  withReference(reference: string, today: IsoDate): Promise<{ id: number; inPost: boolean } | null> {
    return this.db.one(
      `select id, exists (select 1 from posting where person_id = person.id and valid @> $2::date) as "inPost"
         from person where reference = $1`,
      [reference, today],
    );
  }

  /** Tries of one account from one place queue here, so that twenty at once count as twenty. */
  async lockTries(tx: Tx, account: string, place: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`sign-in ${account} ${place}`]);
  }

  async failures(tx: Tx, account: string, place: string): Promise<Failures> {
    const row = await tx.one<Failures>(
      `select (select count(*) from sign_in_failure where account = $1 and address = $2
                and failed_at > now() - interval '1 hour') as "ofAccount",
              (select max(failed_at) from sign_in_failure where account = $1 and address = $2) as "lastOfAccount",
              (select count(*) from (select 1 from sign_in_failure where address = $2
                and failed_at > now() - interval '10 minutes' limit 301) recent) as "ofAddress"`,
      [account, place],
    );
    return row ?? { ofAccount: 0, lastOfAccount: null, ofAddress: 0 };
  }

  async recordFailure(tx: Tx, account: string, place: string): Promise<void> {
    await tx.query('insert into sign_in_failure (account, address, failed_at) values ($1, $2, clock_timestamp())', [
      account,
      place,
    ]);
  }

  async forgetFailures(account: string, place: string): Promise<void> {
    await this.db.query('delete from sign_in_failure where account = $1 and address = $2', [account, place]);
  }

  /** The ones of `references` who can sign in with the demo's password, in that order. */
  demoPeople(references: readonly string[]): Promise<DemoPerson[]> {
    return this.db.query<DemoPerson>(
      `select p.reference, p.name from person p join credential c on c.person_id = p.id and c.demo
        where p.reference = any ($1) order by array_position($1::text[], p.reference)`,
      [references],
    );
  }

  named(reference: string): Promise<{ id: number; name: string; reference: string } | null> {
    return this.db.one('select id, name, reference from person where reference = $1', [reference]);
  }

  async personId(reference: string): Promise<number | null> {
    return (await this.db.one<{ id: number }>('select id from person where reference = $1', [reference]))?.id ?? null;
  }

  /** A new password also ends the codes that were printed for its owner. */
  async saveCredential(tx: Tx, personId: number, passwordHash: string): Promise<void> {
    await tx.query(
      `insert into credential (person_id, password_hash, demo) values ($1, $2, false)
       on conflict (person_id) do update set password_hash = excluded.password_hash, demo = false, changed_at = now()`,
      [personId, passwordHash],
    );
    await tx.query(
      'update first_code set ended_at = now() where person_id = $1 and used_at is null and ended_at is null',
      [personId],
    );
  }

  /** What the throttle no longer looks at. */
  async forgetOldFailures(): Promise<void> {
    await this.db.query(`delete from sign_in_failure where failed_at < now() - interval '2 hours'`);
  }
}
