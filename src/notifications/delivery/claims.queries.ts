import { Injectable } from '@nestjs/common';
import type { Nation } from '../../network/imports/codes.js';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';
import { NATION, READERS_UNIT } from './readers-unit.js';

/** Who may be written to now, and who asks. */
export interface ClaimWindow {
  now: Date;
  today: IsoDate;
  /** Empty outside working hours and while the breaker has stopped the mail. */
  nations: readonly Nation[];
  /** Kinds that their readers asked for: they wait for nothing. */
  atOnce: readonly string[];
  /** The run that claims, a UUID. */
  claim: string;
}

const BATCH = 100;

/** A run that has claimed an e-mail and not begun it within this has died; another may have it. Real time. */
const LEASE = `interval '5 minutes'`;

/**
 * Makes e-mails out of what is due and takes them for one run, so that no other process takes them. Rows that another
 * process holds are passed over, and the unique keys of `mail` (a person’s day, a message alone) decide the rest.
 */
@Injectable()
export class ClaimsQueries {
  constructor(private readonly db: Database) {}

  /** The next e-mails to hand over, up to a hundred of each sort: alone ones first, then those to be tried again. */
  async next(window: ClaimWindow): Promise<number[]> {
    const { now, today, nations, atOnce, claim } = window;
    const params = [now, today, nations, atOnce, claim];
    const alone = await this.db.query<{ id: number }>(CLAIM_ALONE, params);
    const again = await this.db.query<{ id: number }>(CLAIM_AGAIN, params.slice(1));
    const digests = nations.length === 0 ? [] : await this.db.query<{ id: number }>(CLAIM_DIGESTS, params);
    return [...new Set([...alone, ...again, ...digests].map(({ id }) => id))];
  }

  /** Gives back what a run has claimed and not begun. */
  async release(claim: string): Promise<void> {
    await this.db.query(`update mail set claim = null, claimed_at = null where claim = $1 and state = 'waiting'`, [
      claim,
    ]);
  }

  /** Yesterday’s digest that never left becomes part of today’s: nobody gets two on one day. */
  async foldOldDigests(today: IsoDate): Promise<void> {
    await this.db.query(
      `with old as (
         update mail set state = 'dropped'
          where state = 'waiting' and digest_on <> $1 and (claim is null or claimed_at < now() - ${LEASE}) returning id)
       update message m set mail_id = null from old where m.mail_id = old.id and m.state = 'planned'`,
      [today],
    );
  }
}

const FREE = `m.state = 'planned' and m.mail_id is null and m.due_at <= $1 and not m.app_only`;

const CLAIM_ALONE = `
  with due as (
    select m.id, m.person_id from message m join person p on p.id = m.person_id ${READERS_UNIT}
     where ${FREE} and (m.kind = any ($4) or (m.urgent and ${NATION} = any ($3)))
     order by m.due_at, m.id limit ${BATCH} for update of m skip locked),
  made as (
    insert into mail (person_id, alone_id, claim, claimed_at) select person_id, id, $5::uuid, now() from due
    on conflict (alone_id) do nothing returning id, alone_id)
  update message m set mail_id = made.id from made where m.id = made.alone_id returning made.id`;

/**
 * Walks what is due in its order and stops when the batch is full: each reader is asked about one by one, since a plan that
 * joins first would sort sixty thousand rows for every hundred.
 */
const CLAIM_DIGESTS = `
  with due as (
    select waiting.person_id
      from (select m.person_id from message m where ${FREE} and not m.urgent and m.kind <> all ($4)
             order by m.due_at, m.id for update skip locked) waiting
     cross join lateral (
       select 1 from person p ${READERS_UNIT}
        where p.id = waiting.person_id and ${NATION} = any ($3)
          and not exists (select 1 from mail d where d.person_id = p.id and d.digest_on = $2::date) offset 0) may
     limit ${BATCH}),
  made as (
    insert into mail (person_id, digest_on, claim, claimed_at) select distinct person_id, $2::date, $5::uuid, now() from due
    on conflict (person_id, digest_on) do nothing returning id, person_id)
  update message m set mail_id = made.id from made
   where m.person_id = made.person_id and ${FREE} and not m.urgent and m.kind <> all ($4)
  returning made.id`;

const CLAIM_AGAIN = `
  update mail set claim = $4, claimed_at = now()
   where id in (
     select d.id from mail d join person p on p.id = d.person_id ${READERS_UNIT.replaceAll('$2', '$1')}
      where d.state = 'waiting' and (d.claim is null or d.claimed_at < now() - ${LEASE})
        and (d.retry_at is null or d.retry_at <= now()) and (d.digest_on is null or d.digest_on = $1::date)
        and (${NATION} = any ($2) or exists (select 1 from message m where m.id = d.alone_id and m.kind = any ($3)))
      order by d.id limit ${BATCH} for update of d skip locked)
  returning id`;
