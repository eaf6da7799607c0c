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
         insert into message (key, person_id, kind, subject_kind, subject_id, facts, made_by, urgent, due_at, app_only, planned_at)
         select * , $11::timestamptz
           from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::bigint[], $6::jsonb[], $7::int[], $8::bool[],
                       $9::timestamptz[], $10::bool[])
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
        messages.map((one) => one.appOnly ?? false),
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

  /** As `suppress`, for many subjects of one kind, each with the one person for whom it is called off. */
  async suppressEach(
    tx: Tx,
    subjectKind: string,
    each: readonly { id: number; personId: number }[],
    why: string,
    kinds: readonly string[] | null,
  ): Promise<number> {
    const row = await tx.one<{ count: number }>(
      `with gone as (
         update message set state = 'suppressed', why = $4, settled_at = $5
           from unnest($2::bigint[], $3::int[]) as off (subject_id, person_id)
          where message.subject_kind = $1 and message.subject_id = off.subject_id
            and message.person_id = off.person_id and message.state = 'planned'
            and ($6::text[] is null or message.kind = any ($6))
         returning message.id),
       steps as (
         insert into message_step (message_id, state, why, happened_at) select id, 'suppressed', $4, $5 from gone)
       select count(*) from gone`,
      [subjectKind, each.map((one) => one.id), each.map((one) => one.personId), why, tx.now, kinds],
    );
    return row?.count ?? 0;
  }
}
