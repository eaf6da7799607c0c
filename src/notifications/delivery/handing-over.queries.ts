import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Language } from '../../platform/language/language.js';
import type { MessageFacts } from '../planned-message.js';
import { INTERRUPTED, type Outcome } from './outcome.js';

/** An e-mail that is about to be handed over, with what stands in it. */
export interface BegunMail {
  id: number;
  /** How often the server has answered for it before. */
  tries: number;
  personId: number;
  name: string;
  email: string;
  language: Language;
  messages: { id: number; kind: string; facts: MessageFacts }[];
}

/** Handing over one letter ends within two minutes (smtp-session.ts); after this its process has died. Real time. */
const LOST_AFTER = `interval '10 minutes'`;

/** The two marks around handing an e-mail over: begun, and how it ended. One statement each, for one e-mail at a time. */
@Injectable()
export class HandingOverQueries {
  constructor(private readonly db: Database) {}

  /**
   * Marks an e-mail and its messages as being in the server’s hands, committed before a byte leaves.
   * @returns null when another run has it by now, or nothing is left in it to say
   */
  async begin(mailId: number, claim: string, now: Date): Promise<BegunMail | null> {
    const begun = await this.db.one<BegunMail>(BEGIN, [mailId, claim, now]);
    if (begun === null) await this.db.query(DROP, [mailId, claim]);
    return begun;
  }

  /** Writes down how it ended, for the e-mail and for each message in it. */
  async settle(mail: BegunMail, claim: string, outcome: Outcome, answer: string, now: Date): Promise<void> {
    await this.db.query(SETTLE, [
      mail.id,
      claim,
      outcome.mail,
      outcome.messages,
      outcome.channel,
      outcome.why,
      outcome.retryAfter,
      answer,
      now,
      outcome.counts ? 1 : 0,
    ]);
  }

  /** E-mails whose process died while the server had them: they may have arrived, so they are never sent again. */
  async giveUpLost(now: Date): Promise<void> {
    await this.db.query(GIVE_UP, [now, INTERRUPTED]);
  }
}

const BEGIN = `
  with begun as (
    update mail set state = 'sending', begun_at = now()
     where id = $1 and claim = $2 and state = 'waiting'
       and exists (select 1 from message m where m.mail_id = mail.id and m.state = 'planned')
    returning id, person_id, tries),
  taken as (
    update message m set state = 'sending' from begun where m.mail_id = begun.id and m.state = 'planned'
    returning m.id, m.kind, m.facts, m.due_at, m.mail_id),
  steps as (
    insert into message_step (message_id, state, mail_id, happened_at) select id, 'sending', mail_id, $3 from taken)
  select begun.id, begun.tries, p.id as "personId", p.name, p.email, p.language,
         (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'facts', facts) order by due_at, id), '[]')
            from taken) as messages
    from begun join person p on p.id = begun.person_id`;

const DROP = `
  update mail set state = 'dropped' where id = $1 and claim = $2 and state = 'waiting'
     and not exists (select 1 from message m where m.mail_id = mail.id and m.state = 'planned')`;

const SETTLE = `
  with ended as (
    update mail set state = $3, answer = $8, claim = null, claimed_at = null, tries = tries + $10::int,
           retry_at = now() + make_interval(secs => $7::float8),
           handed_at = case when $3 <> 'waiting' then $9::timestamptz end,
           messages = (select count(*) from message m where m.mail_id = $1 and m.state = 'sending')
     where id = $1 and claim = $2 and state = 'sending' returning id),
  told as (
    update message m set state = $4, channel = $5, why = $6,
           settled_at = case when $4 <> 'planned' then $9::timestamptz end
      from ended where m.mail_id = ended.id and m.state = 'sending' returning m.id, m.mail_id)
  insert into message_step (message_id, state, why, mail_id, happened_at)
  select id, $4, coalesce($6, case when $4 = 'planned' then $8 end), mail_id, $9 from told`;

const GIVE_UP = `
  with lost as (
    update mail set state = 'interrupted', handed_at = $1, claim = null
     where state = 'sending' and begun_at < now() - ${LOST_AFTER} returning id),
  told as (
    update message m set state = 'bounced', why = $2, settled_at = $1
      from lost where m.mail_id = lost.id and m.state = 'sending' returning m.id, m.mail_id)
  insert into message_step (message_id, state, why, mail_id, happened_at)
  select id, 'bounced', $2, mail_id, $1 from told`;
