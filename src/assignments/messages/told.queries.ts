import { Injectable } from '@nestjs/common';
import type { LedgerRow } from '../../notifications/planned-message.js';
import { Database } from '../../platform/database/database.js';
import { londonDate } from '../../platform/dates.js';
import { SUBJECT } from './kinds.js';

/** More rows than anybody reads; the counts are of all. */
export const MOST_TOLD = 300;

export type Told = Pick<
  LedgerRow,
  'messageId' | 'name' | 'kind' | 'plannedFor' | 'state' | 'why' | 'sentAt' | 'channel' | 'readAt'
>;

export interface Ledger {
  rows: Told[];
  counts: { total: number; sent: number; planned: number; suppressed: number; bounced: number };
}

/** The ledger of an assignment, narrowed to people whom the actor leads, and to the actor. */
@Injectable()
export class ToldQueries {
  constructor(private readonly db: Database) {}

  async of(assignmentId: number, led: readonly number[], actorId: number, now: Date): Promise<Ledger> {
    const values = [SUBJECT, assignmentId, led, londonDate(now), actorId, now];
    const [rows, counts] = await Promise.all([
      this.db.query<Told>(
        `select m.id as "messageId", person.name, m.kind, m.due_at as "plannedFor", m.state, m.why, m.channel,
                case when m.state = 'sent' then m.settled_at end as "sentAt", m.read_at as "readAt"
           ${MINE} order by m.due_at desc, person.name, m.id limit ${MOST_TOLD}`,
        values,
      ),
      this.db.one<Ledger['counts']>(
        `select count(*) as total, count(*) filter (where m.state = 'sent') as sent,
                count(*) filter (where m.state in ('planned', 'sending')) as planned,
                count(*) filter (where m.state = 'suppressed') as suppressed,
                count(*) filter (where m.state = 'bounced') as bounced ${MINE}`,
        values,
      ),
    ]);
    return { rows, counts: counts! };
  }
}

const MINE = `
  from message m
  join person on person.id = m.person_id
 where m.subject_kind = $1 and m.subject_id = $2 and m.planned_at <= $6
   and (m.person_id = $5 or exists (select from posting p where p.person_id = m.person_id and p.main
                                       and p.valid @> $4::date and p.unit_id = any ($3)))`;
