import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { LedgerRow } from './planned-message.js';

/** Above this nobody counts. */
const MANY = 100;

@Injectable()
export class NotificationsQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Who was told about a subject, earliest first. The caller has checked that its reader may know. */
  ledger(subject: { kind: string; id: number }): Promise<LedgerRow[]> {
    return this.db.query<LedgerRow>(
      `select m.id as "messageId", m.person_id as "personId", p.reference, p.name, m.kind, m.due_at as "plannedFor",
              m.state, m.why, case when m.state = 'sent' then m.settled_at end as "sentAt", m.channel,
              m.read_at as "readAt"
         from message m join person p on p.id = m.person_id
        where m.subject_kind = $1 and m.subject_id = $2 order by m.due_at, p.name, m.id`,
      [subject.kind, subject.id],
    );
  }

  /** What a person has not opened yet, up to a hundred. */
  async unreadCount(personId: number): Promise<number> {
    const row = await this.db.one<{ count: number }>(
      `select count(*) from (
         select 1 from message where person_id = $1 and due_at <= $2 and read_at is null and state <> 'suppressed'
          limit ${MANY}) unread`,
      [personId, this.clock.now()],
    );
    return row?.count ?? 0;
  }
}
