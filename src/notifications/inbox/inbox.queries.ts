import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { MessageFacts } from '../planned-message.js';

/** A message as its reader's list needs it. */
export interface InboxRow {
  id: number;
  kind: string;
  facts: MessageFacts;
  dueAt: Date;
  readAt: Date | null;
}

/** How a person's messages reach them. */
export interface MailChoice {
  email: string | null;
  usable: boolean;
  digest: boolean;
}

/** A person's own messages, from their moment on; what was called off is not among them. */
@Injectable()
export class InboxQueries {
  constructor(private readonly db: Database) {}

  page(personId: number, now: Date, limit: number, offset: number): Promise<InboxRow[]> {
    return this.db.query<InboxRow>(
      `select id, kind, facts, due_at as "dueAt", read_at as "readAt" from message
        where person_id = $1 and due_at <= $2 and state <> 'suppressed'
        order by due_at desc, id desc limit $3 offset $4`,
      [personId, now, limit, offset],
    );
  }

  /** Null for somebody else's message too. */
  message(personId: number, id: number, now: Date): Promise<InboxRow | null> {
    return this.db.one<InboxRow>(
      `select id, kind, facts, due_at as "dueAt", read_at as "readAt" from message
        where id = $1 and person_id = $2 and due_at <= $3 and state <> 'suppressed'`,
      [id, personId, now],
    );
  }

  async markRead(personId: number, id: number, now: Date): Promise<void> {
    await this.db.query('update message set read_at = $3 where id = $2 and person_id = $1 and read_at is null', [
      personId,
      id,
      now,
    ]);
  }

  async markAllRead(personId: number, now: Date): Promise<void> {
    await this.db.query(
      `update message set read_at = $2
        where person_id = $1 and due_at <= $2 and read_at is null and state <> 'suppressed'`,
      [personId, now],
    );
  }

  async mailChoice(personId: number): Promise<MailChoice> {
    return (await this.db.one<MailChoice>(
      `select p.email, usable_address(p.email) as usable, coalesce(pref.digest, true) as digest
         from person p left join message_preference pref on pref.person_id = p.id where p.id = $1`,
      [personId],
    ))!;
  }

  async choose(personId: number, digest: boolean, now: Date): Promise<void> {
    await this.db.query(
      `insert into message_preference (person_id, digest, changed_at) values ($1, $2, $3)
       on conflict (person_id) do update set digest = excluded.digest, changed_at = excluded.changed_at`,
      [personId, digest, now],
    );
  }
}
