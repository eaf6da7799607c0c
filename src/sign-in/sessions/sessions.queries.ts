import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import type { WayIn } from './signed-in.js';

export interface SessionRow {
  /** Names the session in pages; it opens nothing. */
  id: string;
  signedInAt: Date;
  /** To within five minutes: the row is not written more often. */
  usedAt: Date;
  /** Null for a session from before that was kept. */
  how: WayIn | null;
  device: string | null;
  place: string | null;
  /** The one that asks. */
  current: boolean;
}

/** How somebody gets in, for those who help them. */
export interface AccessFacts {
  sessions: number;
  /** Of any of them; null without one. */
  usedAt: Date | null;
  hasPassword: boolean;
  /** The unit of today's main posting. */
  unitCode: string | null;
}

/** Whose sessions end: all, or all but the one with this sid. */
interface Ending {
  personId: number;
  exceptSid?: string;
}

/** When the row was written last. Without a longest time a session lasts a day. */
const USED_AT = `expire - make_interval(secs => coalesce((sess -> 'cookie' ->> 'originalMaxAge')::float8, 86400000) / 1000)`;

/** Sessions of one person, in real time. */
@Injectable()
export class SessionsQueries {
  constructor(private readonly db: Database) {}

  ofPerson(personId: number, sid: string): Promise<SessionRow[]> {
    return this.db.query<SessionRow>(
      `select id, signed_in_at as "signedInAt", how, device, place, sid = $2 as current,
              ${USED_AT} as "usedAt"
         from session where person_id = $1 and expire > now()
        order by sid = $2 desc, expire desc, id`,
      [personId, sid],
    );
  }

  async accessOf(personId: number, today: IsoDate): Promise<AccessFacts> {
    const row = await this.db.one<AccessFacts>(
      `select (select count(*) from session where person_id = $1 and expire > now()) as sessions,
              (select max(${USED_AT}) from session where person_id = $1 and expire > now()) as "usedAt",
              exists (select 1 from credential where person_id = $1) as "hasPassword",
              (select u.code from posting p join unit u on u.id = p.unit_id
                where p.person_id = $1 and p.main and p.valid @> $2::date) as "unitCode"`,
      [personId, today],
    );
    return row!;
  }

  /** Ends one session of this person. @returns whether it was there, and its sid */
  async endOne(tx: Tx, personId: number, id: string): Promise<string | null> {
    const row = await tx.one<{ sid: string }>('delete from session where person_id = $1 and id = $2 returning sid', [
      personId,
      id,
    ]);
    return row?.sid ?? null;
  }

  /** @returns how many were there */
  async endAll(tx: Tx, { personId, exceptSid }: Ending): Promise<number> {
    const rows = await tx.query(
      'delete from session where person_id = $1 and sid is distinct from $2 and expire > now() returning 1',
      [personId, exceptSid ?? null],
    );
    return rows.length;
  }

  /** Those that the provider began: one of its sessions, or all of its user. @returns whose they were, a row each */
  endOfProvider(tx: Tx, subject: string | null, session: string | null): Promise<{ personId: number }[]> {
    return session === null
      ? tx.query('delete from session where provider_subject = $1 returning person_id as "personId"', [subject])
      : tx.query(
          `delete from session where provider_session = $2 and ($1::text is null or provider_subject = $1)
           returning person_id as "personId"`,
          [subject, session],
        );
  }
}
