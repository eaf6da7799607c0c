import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { type IsoDate, londonDate } from '../../platform/dates.js';

/** Somebody whose last post ended before a day, and who has not been made anonymous. */
export interface Leaver {
  id: number;
  reference: string;
  name: string;
  /** The last day of their last post. */
  lastOn: IsoDate;
  /** The unit, area or region of their last post. */
  place: string | null;
  /** Why they are held back; null when nothing does. */
  hold: string | null;
}

export interface Hold {
  id: number;
  reference: string;
  name: string;
  reason: string;
  madeBy: string;
  madeAt: Date;
}

/**
 * Left before the day $1: every post, granted role and cover is over by then. Somebody who never had a post was never here
 * to leave.
 */
const LEFT = `
  select p.id, p.reference, p.name, ended.last_on
    from (select person_id, max(upper(valid)) - 1 as last_on from posting where upper(valid) <= $1::date group by person_id) ended
    join person p on p.id = ended.person_id
   where p.anonymised_at is null
     and not exists (select from posting o where o.person_id = p.id and (upper_inf(o.valid) or upper(o.valid) > $1))
     and not exists (select from role_grant g where g.person_id = p.id and (upper_inf(g.valid) or upper(g.valid) > $1))`;

const HELD = `(select h.reason from person_hold h where h.person_id = gone.id and h.ended_at is null)`;

const FREE = `select gone.id from (${LEFT}) gone where ${HELD} is null`;

@Injectable()
export class LeaversQueries {
  constructor(private readonly db: Database) {}

  /** Those who left before a moment, the longest gone first; with those who are held back, who stay and are not due. */
  async list(before: Date, limit: number): Promise<{ leavers: Leaver[]; due: number }> {
    const leavers = await this.db.query<Leaver & { due: number }>(`${LEAVERS} limit $2`, [londonDate(before), limit]);
    return { leavers, due: leavers[0]?.due ?? 0 };
  }

  stream(before: Date): AsyncGenerator<Leaver, void> {
    return this.db.stream<Leaver>(LEAVERS, [londonDate(before)]);
  }

  async count(before: Date): Promise<number> {
    const row = await this.db.one<{ n: number }>(`select count(*) as n from (${FREE}) free`, [londonDate(before)]);
    return row?.n ?? 0;
  }

  /** The next to be made anonymous, held so that nobody puts them on hold meanwhile. */
  async next(tx: Tx, before: Date, limit: number): Promise<number[]> {
    const rows = await tx.query<{ id: number }>(
      `select p.id from person p
        where p.id in (${FREE} order by gone.last_on, gone.id limit $2)
        order by p.id for update`,
      [londonDate(before), limit],
    );
    // Asked again now that nobody can put them on hold any more: a hold that came while we waited counts.
    const free = await tx.query<{ id: number }>(
      `select gone.id from unnest($1::int[]) gone (id) where ${HELD} is null`,
      [rows.map(({ id }) => id)],
    );
    return free.map(({ id }) => id);
  }

  holds(): Promise<Hold[]> {
    return this.db.query<Hold>(
      `select h.id, p.reference, p.name, h.reason, maker.name as "madeBy", h.made_at as "madeAt"
         from person_hold h join person p on p.id = h.person_id join person maker on maker.id = h.made_by
        where h.ended_at is null order by h.id desc`,
    );
  }

  /** Locked, so that a hold and being made anonymous cannot pass each other. */
  async person(tx: Tx, reference: string): Promise<{ id: number; name: string; anonymised: boolean } | null> {
    return tx.one(
      `select id, name, anonymised_at is not null as anonymised from person where reference = $1 for update`,
      [reference],
    );
  }

  /** False when the same form made it before. */
  async hold(tx: Tx, given: { formToken: string; personId: number; reason: string; madeBy: number }): Promise<boolean> {
    const row = await tx.one(
      `insert into person_hold (form_token, person_id, reason, made_by, made_at) values ($1, $2, $3, $4, $5)
       on conflict (form_token) do nothing returning id`,
      [given.formToken, given.personId, given.reason, given.madeBy, tx.now],
    );
    return row !== null;
  }

  async endHold(tx: Tx, id: number, by: number): Promise<{ personId: number; ended: boolean } | null> {
    const ended = await tx.one<{ personId: number }>(
      `update person_hold set ended_by = $2, ended_at = $3 where id = $1 and ended_at is null
       returning person_id as "personId"`,
      [id, by, tx.now],
    );
    if (ended) return { ...ended, ended: true };
    const known = await tx.one<{ personId: number }>('select person_id as "personId" from person_hold where id = $1', [
      id,
    ]);
    return known && { ...known, ended: false };
  }
}

const LEAVERS = `
  select gone.id, gone.reference, gone.name, gone.last_on as "lastOn", gone.hold,
         count(*) filter (where gone.hold is null) over () as due,
         (select coalesce(u.name, a.name, r.name) from posting o left join unit u on u.id = o.unit_id
            left join area a on a.id = o.area_id left join region r on r.id = o.region_id
           where o.person_id = gone.id order by upper(o.valid) desc, o.main desc, o.id limit 1) as place
    from (select gone.*, ${HELD} as hold from (${LEFT}) gone) gone order by gone.last_on, gone.id`;
