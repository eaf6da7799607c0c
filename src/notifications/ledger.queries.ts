import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/tx.js';
import type { PlannedMessage } from './planned-message.js';

/** Writes the ledger: rows are planned in sets, and every later change leaves a step. */
@Injectable()
export class LedgerQueries {
  /** @returns how many were new; a key that exists stays as it is. */
  async plan(tx: Tx, messages: readonly PlannedMessage[]): Promise<number> {
    const row = await tx.one<{ count: number }>(
      `with planned as (
         insert into message (key, person_id, kind, subject_kind, subject_id, facts, made_by, urgent, due_at, planned_at)
         select * , $10::timestamptz
           from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::bigint[], $6::jsonb[], $7::int[], $8::bool[],
                       $9::timestamptz[])
         on conflict (key) do nothing returning 1)
       select count(*) from planned`,
      [
        messages.map((one) => one.key),
        messages.map((one) => one.personId),
        messages.map((one) => one.kind),
        messages.map((one) => one.subject.kind),
        messages.map((one) => one.subject.id),
        messages.map((one) => JSON.stringify(one.facts)),
        messages.map((one) => one.madeBy),
        messages.map((one) => one.urgent ?? false),
        messages.map((one) => one.notBefore),
        tx.now,
      ],
    );
    return row?.count ?? 0;
  }

  /** @param only narrows to these people and kinds; null takes all. */
  async suppress(
    tx: Tx,
    subject: { kind: string; id: number },
    why: string,
    only: { personIds: readonly number[] | null; kinds: readonly string[] | null },
  ): Promise<number> {
    const row = await tx.one<{ count: number }>(
      `with gone as (
         update message set state = 'suppressed', why = $3, settled_at = $4
          where subject_kind = $1 and subject_id = $2 and state = 'planned'
            and ($5::int[] is null or person_id = any ($5)) and ($6::text[] is null or kind = any ($6))
         returning id),
       steps as (
         insert into message_step (message_id, state, why, happened_at) select id, 'suppressed', $3, $4 from gone)
       select count(*) from gone`,
      [subject.kind, subject.id, why, tx.now, only.personIds, only.kinds],
    );
    return row?.count ?? 0;
  }
}
