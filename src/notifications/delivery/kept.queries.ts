import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';
import { REASONS } from './reasons.js';

const BATCH = 5_000;

/** What is due but goes to nobody’s mailbox: settled in sets, without an e-mail. */
@Injectable()
export class KeptQueries {
  constructor(private readonly db: Database) {}

  /**
   * Keeps in the app what cannot or shall not be mailed, and calls off what is for people who have left.
   * @param atOnce kinds that their readers asked for; a choice against mail and a leave do not hold them
   * @returns how many rows were settled, up to one batch
   */
  async settle(now: Date, today: IsoDate, hasServer: boolean, atOnce: readonly string[]): Promise<number> {
    const row = await this.db.one<{ count: number }>(SETTLE, [
      now,
      today,
      hasServer,
      atOnce,
      REASONS.notInPost,
      REASONS.noServer,
      REASONS.noAddress,
      REASONS.onLeave,
      REASONS.mailOff,
      BATCH,
      REASONS.tooLate,
      REASONS.appOnly,
    ]);
    return row?.count ?? 0;
  }
}

/** The first reason that holds is the one that is given. Rows that another process holds are its business. */
const SETTLE = `
  with due as (
    select m.id, because.why
      from message m join person p on p.id = m.person_id left join message_preference pref on pref.person_id = p.id
     cross join lateral (select case
        when not exists (select 1 from posting j where j.person_id = m.person_id and j.valid @> $2::date) then $5
        when m.app_only then $12
        when not $3 then $6
        when not usable_address(p.email) then $7
        when m.kind = any ($4) then null
        when exists (select 1 from leave l where l.person_id = m.person_id and l.valid @> $2::date) then $8
        when pref.digest is false then $9
        when m.due_at < $1::timestamptz - interval '1 week' then $11
      end as why) because
     where m.state = 'planned' and m.mail_id is null and m.due_at <= $1 and because.why is not null
     limit $10 for update of m skip locked),
  settled as (
    update message m set state = case when due.why = $5 then 'suppressed' else 'sent' end,
           channel = case when due.why = $5 then null else 'app' end, why = due.why, settled_at = $1
      from due where m.id = due.id
    returning m.id, m.state, m.why),
  steps as (
    insert into message_step (message_id, state, why, happened_at) select id, state, why, $1 from settled)
  select count(*) from settled`;
