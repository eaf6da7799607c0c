import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';

/** Real time, as for sessions. */
const LASTS = `interval '30 minutes'`;
const FRESH = `used_at is null and made_at > now() - ${LASTS}`;

export interface LinkOwner {
  personId: number;
  reference: string;
  name: string;
}

@Injectable()
export class OneTimeLinksQueries {
  constructor(private readonly db: Database) {}

  async keep(personId: number, secretHash: string): Promise<void> {
    await this.db.query('insert into sign_in_link (person_id, secret_hash) values ($1, $2)', [personId, secretHash]);
  }

  /** Whose fresh link this is; null for an unknown, used or old one, and for somebody who is not in post any more. */
  owner(secretHash: string, today: IsoDate): Promise<LinkOwner | null> {
    return this.db.one<LinkOwner>(
      `select p.id as "personId", p.reference, p.name from sign_in_link l join person p on p.id = l.person_id
        where l.secret_hash = $1 and ${FRESH}
          and exists (select 1 from posting where person_id = p.id and valid @> $2::date)`,
      [secretHash, today],
    );
  }

  /** Uses a link up, and every other one of the same person with it. @returns whether it was still fresh */
  async spend(tx: Tx, secretHash: string): Promise<boolean> {
    const row = await tx.one(
      `with spent as (update sign_in_link set used_at = now() where secret_hash = $1 and ${FRESH} returning id, person_id),
            others as (
              update sign_in_link l set used_at = now() from spent
               where l.person_id = spent.person_id and l.id <> spent.id and l.used_at is null)
       select id from spent`,
      [secretHash],
    );
    return row !== null;
  }

  /** Whether mail reaches this person at all. */
  async hasAddress(tx: Tx, personId: number): Promise<boolean> {
    return (await tx.one('select 1 from person where id = $1 and usable_address(email)', [personId])) !== null;
  }

  async dropOld(): Promise<void> {
    await this.db.query(`delete from sign_in_link where made_at < now() - interval '1 day'`);
  }
}
